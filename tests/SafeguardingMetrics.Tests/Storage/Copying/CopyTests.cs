using System.Data.Common;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;
using SafeguardingMetrics.Tests.Indicators.Cases;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Copying;

[TestFixture]
public sealed class CopyTests
{
    private static readonly string[] FilledByMigration = ["Calendar", "SchemaMigration", "DataVersion"];

    [TestCase("Sqlite", "Sqlite")]
    [TestCase("Sqlite", "SqlServer", "Sqlite")]
    [TestCase("SqlServer", "Sqlite", "SqlServer")]
    public async Task A_copy_answers_as_its_source_does(params string[] engines)
    {
        var places = engines.Select(engine => new TestDatabase(engine)).ToList();
        try
        {
            string firstDay;
            IReadOnlyDictionary<string, string> expected;
            await using (var service = places[0].Service())
            {
                firstDay = await Fill(service);
                expected = await ServiceSnapshot.Read(service, firstDay);
            }

            foreach (var (from, to) in places.Zip(places.Skip(1)))
            {
                await Copy(from, to);
                // Before anything is read of it: that is written down in the audit.
                Assert.That(await RowsOf(to), Is.EqualTo(await RowsOf(from)));
                await using var service = to.Service();
                service.Clock.Advance(TimeSpan.FromHours(1));
                ServiceSnapshot.AreSame(await ServiceSnapshot.Read(service, firstDay), expected);
            }
        }
        finally
        {
            foreach (var place in places) place.Dispose();
        }
    }

    [Test]
    public async Task Every_table_of_the_schema_is_copied_but_the_calendar_the_version_and_the_record_of_migrations()
    {
        using var place = new TestDatabase("Sqlite");
        await new Schema(place.Database, TimeProvider.System).Migrate(CancellationToken.None);

        using var connection = await place.Engine.Open(CancellationToken.None);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var tables = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await tables.ReadAsync()) names.Add(tables.GetString(0));
        Assert.That(CopiedTable.All.Select(table => table.Name), Is.EquivalentTo(names.Except(FilledByMigration)));
    }

    [Test]
    public async Task A_target_that_holds_agencies_is_refused_and_left_as_it_is()
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");
        await using (var service = target.Service()) await service.Get("/v1/returns");
        var before = await RowsOf(target);

        Assert.That(
            () => Copy(source, target),
            Throws.TypeOf<CopyException>().With.Message.Contains("already holds a partnership (Agency: 11 rows)"));
        Assert.That(await RowsOf(target), Is.EqualTo(before));
    }

    [Test]
    public async Task A_source_that_is_not_at_the_schema_is_refused_and_no_target_is_made()
    {
        using var source = new TestDatabase("Sqlite");
        await source.Engine.EnsureExists(CancellationToken.None);
        using var target = new TestDatabase("Sqlite");

        Assert.That(() => Copy(source, target), Throws.TypeOf<SchemaException>());
        Assert.That(File.Exists(target.ConnectionString["Data Source=".Length..]), Is.False);
    }

    [TestCase("Finding", "rows of Finding", TestName = "A copy that lost a finding is not kept")]
    [TestCase("Cell", "rows of Cell", TestName = "A copy that lost a cell is not kept")]
    public async Task A_copy_that_lost_a_row_is_not_kept(string table, string named)
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");
        var losing = new AlteringEngine(target.Engine, table, (row, values) => row == 1 ? null : values);

        Assert.That(() => Copy(source, TestDatabase.Through(losing)), Throws.TypeOf<CopyException>().With.Message.Contains(named));
        Assert.That(await RowsOf(target), Is.Empty);
    }

    [TestCase(6, "numerators", TestName = "A copy whose numerators differ by a hundredth is not kept")]
    [TestCase(7, "denominators", TestName = "A copy whose denominators differ by a hundredth is not kept")]
    public async Task A_copy_whose_counts_differ_is_not_kept(int column, string named)
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");
        var altering = new AlteringEngine(
            target.Engine,
            "Cell",
            (row, values) => [.. values.Select((value, i) => row == 1 && i == column ? (decimal)value! + 0.01m : value)]);

        Assert.That(() => Copy(source, TestDatabase.Through(altering)), Throws.TypeOf<CopyException>().With.Message.Contains(named));
        Assert.That(await RowsOf(target), Is.Empty);
    }

    [Test]
    public async Task A_commit_that_fails_in_passing_or_whose_answer_is_lost_still_gives_one_whole_copy()
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");
        await new Schema(target.Database, TimeProvider.System).Migrate(CancellationToken.None);
        var faulty = new FaultyEngine(target.Engine);
        using var progress = new Listening(() => (faulty.FailingCommits, faulty.LostCommits) = (1, 1));

        await new DatabaseCopy(source.Database, TestDatabase.Through(faulty), TimeProvider.System, progress).Run(CancellationToken.None);

        Assert.That(faulty.Failures, Is.EqualTo(2));
        Assert.That(await RowsOf(target), Is.EqualTo(await RowsOf(source)));
    }

    [Test]
    public async Task The_progress_names_each_table_with_its_rows()
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");

        var said = await Copy(source, target);

        Assert.That(said.Split(Environment.NewLine), Has.Length.EqualTo(CopiedTable.All.Count + 2));
        Assert.That(said, Does.StartWith($"Agency: 11 rows{Environment.NewLine}").And.Contain("StatutoryVisit: 1 rows"));
    }

    [Test]
    public async Task Within_a_large_table_it_tells_that_it_goes_on()
    {
        using var source = await Filled();
        using var target = new TestDatabase("Sqlite");

        var said = await Copy(source, target.Database, toldRows: 5);

        Assert.That(
            said,
            Does.StartWith(string.Join(Environment.NewLine, "Agency: 5 of 11 rows", "Agency: 10 of 11 rows", "Agency: 11 rows", "")));
    }

    private static async Task<TestDatabase> Filled()
    {
        var place = new TestDatabase("Sqlite");
        await using var service = place.Service();
        var answer = await service.Post(
            "statutory-visits",
            "2026-10",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-05"), VisitRecords.CreateFaulty("V-2")));
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        return place;
    }

    // Returns of every dataset, some over others, with findings, rejected, unreadable and withdrawn ones: over an hour,
    // the end of whose first part is answered.
    private static async Task<string> Fill(TestService service)
    {
        await RandomReturns.Send(service, new Random(3));
        var known = $"{service.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}";
        service.Clock.Advance(TimeSpan.FromMinutes(59));
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        await service.Post("statutory-visits", "2026-10", new JsonArray(VisitRecords.CreateFaulty("V-1")));
        await service.Post("statutory-visits", "2026-10", "[{", "application/json");
        var withdrawn = await service.Post("police-notifications", "2026-11-02/2026-11-08", new JsonArray());
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        var answer = await service.Delete($"/v1/returns/{withdrawn.ReturnId}", "demo-police");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return known;
    }

    private static Task<string> Copy(TestDatabase source, TestDatabase target) => Copy(source, target.Database);

    private static async Task<string> Copy(TestDatabase source, Database target, int toldRows = 100_000)
    {
        using var said = new StringWriter();
        await new DatabaseCopy(source.Database, target, TimeProvider.System, said) { ProgressInterval = toldRows }.Run(
            CancellationToken.None);
        return said.ToString();
    }

    // Every value of every row, as the service reads it; sorted, since the engines give rows in orders of their own.
    private static async Task<List<string>> RowsOf(TestDatabase place) => await place.Database.Read(
        async reading =>
        {
            var rows = new List<string>();
            foreach (var table in CopiedTable.All)
            {
                await using DbDataReader found = await reading.Stream(table.Rows);
                while (await found.ReadAsync())
                    rows.Add(
                        $"{table.Name}: "
                            + string.Join(
                                " | ",
                                Enumerable.Range(
                                    0,
                                    found.FieldCount).Select(i => $"{found.GetName(i)}={(found.IsDBNull(i) ? "null" : Plain(found, i))}")));
            }

            rows.Sort(StringComparer.Ordinal);
            return rows;
        },
        CancellationToken.None);

    private static string Plain(DbDataReader row, int column) => row.GetDataTypeName(column).ToUpperInvariant() switch
    {
        "DECIMAL" => $"{row.GetDecimal(column):0.00}",
        "DATE" => $"{row.GetDateTime(column):yyyy-MM-dd}",
        "DATETIME2" => $"{row.GetDateTime(column):yyyy-MM-dd HH:mm:ss.fff}",
        "BIT" => $"{row.GetBoolean(column)}",
        _ => $"{row.GetValue(column)}",
    };

    // Tells when the copy has begun: the commits before were the schema's.
    private sealed class Listening(Action begun) : StringWriter
    {
        private bool hasBegun;

        public override Task WriteLineAsync(string? value)
        {
            if (!hasBegun) begun();
            hasBegun = true;
            return base.WriteLineAsync(value);
        }
    }
}
