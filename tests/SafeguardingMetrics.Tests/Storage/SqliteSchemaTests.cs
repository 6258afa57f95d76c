using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

[TestFixture]
public sealed class SqliteSchemaTests
{
    [Test]
    public async Task Every_statement_compiles_on_SQLite()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        foreach (var (name, sql) in SqlStatementCatalogue.All)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql.Text;
            Assert.That(command.Prepare, Throws.Nothing, $"{name}: {sql.Text}");
        }
    }

    [Test]
    public async Task The_database_keeps_what_it_has_answered_for_and_checks_references()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        var engine = service.Services.GetRequiredService<Engine>();
        await using var open = await engine.Open(CancellationToken.None);
        Assert.Multiple(() =>
        {
            Assert.That(Ask(connection, "PRAGMA journal_mode"), Is.EqualTo("wal"));
            Assert.That(Ask(open, "PRAGMA synchronous"), Is.EqualTo("2"), "2 is FULL");
            Assert.That(Ask(open, "PRAGMA foreign_keys"), Is.EqualTo("1"));
        });
    }

    [Test]
    public async Task A_second_start_changes_nothing()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        var before = Ask(connection, "SELECT group_concat(Script || AppliedAt) FROM SchemaMigration");
        service.Clock.Advance(TimeSpan.FromDays(1));

        await service.Services.GetRequiredService<Schema>().Migrate(CancellationToken.None);

        Assert.That(Ask(connection, "SELECT group_concat(Script || AppliedAt) FROM SchemaMigration"), Is.EqualTo(before));
    }

    [Test]
    public async Task A_script_that_changed_after_it_was_applied_is_refused_by_name()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        Ask(connection, "UPDATE SchemaMigration SET ContentHash = 'other' WHERE Script = '0003-returns.sql' RETURNING 1");

        Assert.That(() => service.Services.GetRequiredService<Schema>().Migrate(CancellationToken.None),
            Throws.TypeOf<SchemaException>().With.Message.Contains("0003-returns.sql"));
    }

    [Test]
    public async Task A_view_that_changed_is_made_anew_and_one_that_was_retired_goes()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        var declared = Ask(connection, "SELECT sql FROM sqlite_master WHERE name = 'LiveCell'");
        Ask(connection, """
            DROP VIEW LiveCell;
            CREATE VIEW LiveCell AS SELECT 1 AS Old;
            CREATE VIEW Gone AS SELECT 1 AS Old;
            UPDATE SchemaMigration SET ContentHash = 'other' WHERE Script = 'reporting/LiveCell.sql';
            INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES ('reporting/Gone.sql', 'any', '2026-11-01');
            """);
        var schema = new Schema(service.Services.GetRequiredService<Database>(), service.Clock) { Retired = ["reporting/Gone.sql"] };

        var done = await schema.Migrate(CancellationToken.None);

        Assert.That(done, Is.EqualTo(new[] { "db/views/reporting/LiveCell.sql", "db/views/reporting/Gone.sql, which is no longer there" }));
        Assert.That(Ask(connection, "SELECT sql FROM sqlite_master WHERE name = 'LiveCell'"), Is.EqualTo(declared));
        Assert.That(Ask(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'Gone'"), Is.EqualTo("0"));
        Assert.That(await service.Services.GetRequiredService<Schema>().Migrate(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_refused_by_name_and_nothing_in_it_changes()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        Ask(connection, """
            CREATE VIEW FutureView AS SELECT 1 AS New;
            DELETE FROM SchemaMigration WHERE Script = 'reporting/LiveCell.sql';
            INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES ('reporting/FutureView.sql', 'any', '2026-11-01');
            INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES ('0999-future.sql', 'any', '2026-11-01');
            """);
        var schema = service.Services.GetRequiredService<Schema>();

        foreach (var use in new Func<CancellationToken, Task>[] { cancel => schema.Migrate(cancel), schema.Check })
            Assert.That(
                () => use(CancellationToken.None),
                Throws.TypeOf<SchemaException>().With.Message.Contains("newer version").And.Message.Contains("0999-future.sql")
                    .And.Message.Contains("reporting/FutureView.sql"));

        Assert.That(Ask(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'FutureView'"), Is.EqualTo("1"));
        Assert.That(Ask(connection, "SELECT COUNT(*) FROM SchemaMigration WHERE Script = 'reporting/LiveCell.sql'"), Is.EqualTo("0"));
    }

    [Test]
    public async Task The_calendar_table_agrees_with_the_calendar()
    {
        await using var service = new TestService();
        using var connection = await Open(service);
        var days = SafeguardingMetrics.Datasets.Calendar.WorkingDayCalendar.England.Days().ToList();
        Assert.That(Ask(connection, "SELECT COUNT(*) || ' ' || SUM(IsWorkingDay) || ' ' || MAX(WorkingDayNumber) FROM Calendar"),
            Is.EqualTo($"{days.Count} {days.Count(day => day.IsWorkingDay)} {days[^1].WorkingDayNumber}"));
    }

    private static async Task<SqliteConnection> Open(TestService service)
    {
        using (await service.CreateClientFor(null).GetAsync("/health/ready"))
        {
        }

        var connection = new SqliteConnection(service.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string? Ask(System.Data.Common.DbConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString();
    }
}
