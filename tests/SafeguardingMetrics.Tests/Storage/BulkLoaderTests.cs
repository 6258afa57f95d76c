using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>Rows go into a table while they are made, and a load that ends early leaves nothing behind.</summary>
[OnEachEngine]
public sealed class BulkLoaderTests
{
    private static readonly string[] PostColumns =
    [
        "ReturnId", "RecordNumber", "PostId", "Locality", "Team", "Role", "Fte", "Status", "WorkerId", "StartedOn",
    ];

    [Test]
    public async Task Every_type_comes_back_as_it_was_given()
    {
        await using var service = new TestService();
        var (database, returnId) = await Begin(service);
        object?[] given = [returnId, 1, "P-1", "Tŷ Gwyn", "East 1", "social-worker", 0.6m, "filled", null, new DateOnly(2024, 2, 29)];

        var found = await database.Write(WriteScope.ForSettings("test", audit: null), async work =>
        {
            work.BulkInsert("WorkforcePost", PostColumns, [given]);
            await using var rows = await work.Stream(new Sql($"SELECT {string.Join(", ", PostColumns)} FROM WorkforcePost"));
            Assert.That(await rows.ReadAsync(), Is.True);
            return new object?[]
            {
                rows.GetString(0), rows.GetInt32(1), rows.GetString(2), rows.GetString(3), rows.GetString(4), rows.GetString(5),
                rows.GetDecimal(6), rows.GetString(7),
                rows.IsDBNull(8) ? null : rows.GetString(8), DateOnly.FromDateTime(rows.GetDateTime(9)),
            };
        }, CancellationToken.None);

        Assert.That(found, Is.EqualTo(given));
    }

    [TestCase("East")]
    [TestCase("Tŷ Gwyn")]
    [TestCase("東部")]
    public async Task A_text_is_found_by_itself_in_any_script(string locality)
    {
        await using var service = new TestService();
        var (database, returnId) = await Begin(service);

        var found = await database.Write(WriteScope.ForSettings("test", audit: null), work =>
        {
            var row = Fill(new object?[PostColumns.Length], returnId, 1);
            row[3] = locality;
            work.BulkInsert("WorkforcePost", PostColumns, [
                row,
                Fill(new object?[PostColumns.Length], returnId, 2)[..3].Concat(["Elsewhere"]).Concat(row[4..]).ToArray(),
            ]);
            return work.Count(
                new Sql("SELECT SUM(RecordNumber) FROM WorkforcePost WHERE ReturnId = @ReturnId AND Locality = @Locality"),
                new { ReturnId = returnId, Locality = locality });
        }, CancellationToken.None);

        Assert.That(found, Is.EqualTo(1));
    }

    [Test]
    public async Task A_row_is_asked_for_when_the_one_before_has_been_taken()
    {
        await using var service = new TestService();
        var (database, returnId) = await Begin(service);
        var row = new object?[PostColumns.Length];

        // One array for all: were a row asked for before the last is taken, it would be stored twice and the other
        // lost.
        var sum = await database.Write(WriteScope.ForSettings("test", audit: null), work =>
        {
            work.BulkInsert("WorkforcePost", PostColumns, Enumerable.Range(1, 45_000).Select(number => Fill(row, returnId, number)));
            return work.Count(new Sql("SELECT SUM(RecordNumber) FROM WorkforcePost"));
        }, CancellationToken.None);

        Assert.That(sum, Is.EqualTo(45_000L * 45_001 / 2));
    }

    [Test]
    public async Task What_the_maker_of_rows_throws_is_thrown_and_nothing_is_kept([Values(1, 2, 30_000)] int failing)
    {
        await using var service = new TestService();
        var (database, returnId) = await Begin(service);

        Assert.That(() => database.Write(WriteScope.ForSettings("test", audit: null), work =>
        {
            work.BulkInsert(
                "WorkforcePost",
                PostColumns,
                Enumerable.Range(
                    1,
                    40_000).Select(number => number < failing
                        ? Fill(new object?[PostColumns.Length], returnId, number)
                        : throw new OperationCanceledException("stop")));
            return Task.FromResult(true);
        }, CancellationToken.None), Throws.TypeOf<OperationCanceledException>().With.Message.EqualTo("stop"));

        Assert.That(await Posts(database), Is.Zero);
    }

    [Test]
    public async Task A_row_that_the_database_refuses_ends_the_load_and_nothing_is_kept()
    {
        await using var service = new TestService();
        var (database, returnId) = await Begin(service);
        var made = 0;
        var isLeft = false;

        // Number 100 comes twice.
        Assert.That(() => database.Write(WriteScope.ForSettings("test", audit: null), work =>
        {
            work.BulkInsert("WorkforcePost", PostColumns, Rows());
            return work.Commit().ContinueWith(_ => true, TaskScheduler.Default);
        }, CancellationToken.None), Throws.InstanceOf<DbException>());

        Assert.That(await Posts(database), Is.Zero);
        Assert.That(isLeft, Is.True, "what made the rows is let go");
        Assert.That(made, Is.LessThan(100_000), "nobody reads to the end of what cannot be kept");

        IEnumerable<object?[]> Rows()
        {
            try
            {
                for (; made < 100_000; made++) yield return Fill(new object?[PostColumns.Length], returnId, made == 101 ? 100 : made);
            }
            finally
            {
                isLeft = true;
            }
        }
    }

    [Test]
    public async Task Of_more_findings_than_are_kept_the_first_are_stored_beside_the_records_and_all_are_counted()
    {
        await using var service = new TestService();
        // Every second record has an unknown visit type.
        var body = new StringBuilder("visitId,childId,locality,team,visitType,dueOn\n");
        for (var i = 1; i <= 24_000; i++)
            body.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"V-{i},C-{i},East,East 1,{(i % 2 == 0 ? "nonsense" : "looked-after")},2026-11-03\n");

        var answer = await service.Post("statutory-visits", "2026-11", body.ToString(), "text/csv");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(12_000));
        var database = service.Services.GetRequiredService<Database>();
        var stored = await database.Read(
            async reading => (
                Records: await reading.Count(new Sql("SELECT COUNT(*) FROM StatutoryVisit")),
                Findings: await reading.Count(new Sql("SELECT COUNT(*) FROM Finding")),
                Last: await reading.Count(new Sql("SELECT MAX(FindingNumber) FROM Finding"))),
            CancellationToken.None);
        var found = answer.Json["rules"]!.AsArray().Sum(rule => (int)rule!["findings"]!);
        Assert.That(found, Is.GreaterThanOrEqualTo(12_000));
        Assert.That(stored, Is.EqualTo((12_000L, 10_000L, 10_000L)));
    }

    private static async Task<(Database Database, string ReturnId)> Begin(TestService service)
    {
        var answer = await service.Post("workforce-posts", "2026-11-20", "[]", "application/json");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        return (service.Services.GetRequiredService<Database>(), (string)answer.Json["returnId"]!);
    }

    private static Task<long> Posts(Database database) =>
        database.Read(reading => reading.Count(new Sql("SELECT COUNT(*) FROM WorkforcePost")), CancellationToken.None);

    private static object?[] Fill(object?[] row, string returnId, int number)
    {
        object?[] values = [returnId, number, $"P-{number}", "East", "East 1", "social-worker", 1m, "filled", null, null];
        values.CopyTo(row, 0);
        return row;
    }
}
