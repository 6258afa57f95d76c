using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SqlServer.Dac.Model;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;
using Schema = SafeguardingMetrics.Storage.Schema;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>What <c>migrate --script</c> prints.</summary>
[TestFixture]
public sealed class SchemaScriptTests
{
    [Test]
    public void It_parses_as_T_SQL() => Assert.That(TSql.Faults(SchemaScript.Text), Is.Empty);

    [Test]
    public void What_follows_a_deployment_parses_as_T_SQL() => Assert.That(TSql.Faults(SchemaScript.AfterDeployment), Is.Empty);

    [Test]
    public void The_tables_and_views_in_it_compile_and_are_those_of_the_schema()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var definitions = TSql.Definitions(SchemaScript.Text);
        foreach (var definition in definitions) model.AddObjects(definition);

        Assert.That(model.Validate().Select(message => $"{message}"), Is.Empty);
        var named = model
            .GetObjects(DacQueryScopes.UserDefined, ModelSchema.Table, ModelSchema.View)
            .Select(made => made.Name.Parts[^1])
            .ToList();
        Assert.That(
            named,
            Is.SupersetOf(
                Schema.Views
                    .Select(view => Path.GetFileNameWithoutExtension(view.Name))
                    .Concat(["SchemaMigration", "Calendar", "AgencyReturn", "Cell"])));
        Assert.That(
            definitions,
            Has.Count.EqualTo(1 + Schema.Tables.Concat(Schema.Views).Sum(script => TSql.Definitions(script.Text).Count)));
    }

    [Test]
    public async Task The_command_prints_it_and_connects_to_nothing()
    {
        // No such server, and outside Development no key for identifiers: neither is asked for.
        var (exit, output, _) = await Command.Run(["migrate", "--script"],
            ("ConnectionStrings__SafeguardingMetrics", "Server=nowhere.invalid;Database=None"), ("ASPNETCORE_ENVIRONMENT", "Production"));

        Assert.That(exit, Is.Zero);
        Assert.That(output, Is.EqualTo(SchemaScript.Text));
    }

    [Test]
    public async Task The_command_without_it_says_what_was_applied_and_then_that_nothing_was()
    {
        var folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-");
        try
        {
            var database =
                ("ConnectionStrings__SafeguardingMetrics", $"Data Source={Path.Combine(folder.FullName, "test.db")};Pooling=false");
            var first = await Command.Run(["migrate"], database);
            var second = await Command.Run(["migrate"], database);

            var applied = Schema.Tables
                .Select(table => $"db/tables/{table.Name}")
                .Concat(Schema.Views.Select(view => $"db/views/{view.Name}"))
                .Append("the calendar's days");
            var told = first.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.That(told[..^1], Is.EqualTo(applied.Select(step => $"{step} …")), "each as it begins");
            Assert.That(told[^1], Is.EqualTo($"up to date, by {applied.Count()} steps"));
            Assert.That(second, Is.EqualTo((0, "up to date\n", "")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Run_twice_on_an_empty_database_it_leaves_what_the_command_leaves()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var migrated = await SqlServerDatabase.Make();
        var scripted = await SqlServerDatabase.Make();
        try
        {
            await SchemaOf(migrated).Migrate(CancellationToken.None);
            await scripted.Run(SchemaScript.Text);
            var applied = await scripted.Ask("SELECT Script, AppliedAt FROM SchemaMigration ORDER BY Script");
            await scripted.Run(SchemaScript.Text);

            foreach (var question in new[]
            {
                "SELECT Script, ContentHash FROM SchemaMigration ORDER BY Script",
                "SELECT TABLE_NAME, ORDINAL_POSITION, COLUMN_NAME, DATA_TYPE, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE FROM "
                + "INFORMATION_SCHEMA.COLUMNS ORDER BY TABLE_NAME, ORDINAL_POSITION",
                "SELECT TABLE_NAME, TABLE_TYPE FROM INFORMATION_SCHEMA.TABLES ORDER BY TABLE_NAME",
                "SELECT Day, IsWorkingDay, WorkingDayNumber FROM Calendar ORDER BY Day",
            })
            {
                var expected = await migrated.Ask(question);
                Assert.That(expected, Is.Not.Empty, question);
                Assert.That(await scripted.Ask(question), Is.EqualTo(expected), question);
            }

            Assert.That(await scripted.Ask("SELECT Script, AppliedAt FROM SchemaMigration ORDER BY Script"), Is.EqualTo(applied));
            Assert.That(await SchemaOf(scripted).Migrate(CancellationToken.None), Is.Empty);
        }
        finally
        {
            await migrated.Drop();
            await scripted.Drop();
        }
    }

    [Test]
    public async Task Either_fills_the_further_days_of_a_calendar_that_ended_sooner()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var database = await SqlServerDatabase.Make();
        try
        {
            const string Calendar = "SELECT Day, IsWorkingDay, WorkingDayNumber FROM Calendar ORDER BY Day";
            await SchemaOf(database).Migrate(CancellationToken.None);
            // As though Monday 10 May 2027 had been added by an administrator.
            await database.Run(
                "INSERT INTO AddedBankHoliday (HolidayId, Day, Name, BeganAt, AddedBy) VALUES "
                + $"('{Guid.CreateVersion7()}', '2027-05-10', N'By royal proclamation', '2026-11-22', 'key');\n"
                + "UPDATE Calendar SET IsWorkingDay = 0 WHERE Day = '2027-05-10';\n"
                + "UPDATE Calendar SET WorkingDayNumber = WorkingDayNumber - 1 WHERE Day >= '2027-05-10'\nGO\n");
            var whole = await database.Ask(Calendar);
            foreach (var fill in new Func<Task>[]
            {
                () => database.Run(SchemaScript.Text), () => SchemaOf(database).Migrate(CancellationToken.None),
            })
            {
                await database.Run("DELETE FROM Calendar WHERE Day > '2040-12-31'\nGO\n");
                Assert.That(() => SchemaOf(database).Check(CancellationToken.None), Throws.TypeOf<SchemaException>());
                await fill();
                Assert.That(await database.Ask(Calendar), Is.EqualTo(whole));
                Assert.That(() => SchemaOf(database).Check(CancellationToken.None), Throws.Nothing);
            }
        }
        finally
        {
            await database.Drop();
        }
    }

    // One that is dropped and made has lost its grants.
    [Test]
    public void A_view_that_is_there_is_altered() => Assert.Multiple(() =>
    {
        foreach (var view in Schema.Views.Select(view => Path.GetFileNameWithoutExtension(view.Name)))
        {
            Assert.That(SchemaScript.Text, Does.Match($"(?m)^ALTER VIEW {view} "));
            Assert.That(SchemaScript.Text, Does.Not.Match($"DROP VIEW (IF EXISTS )?{view}"));
        }
    });

    [Test]
    public async Task A_database_of_a_newer_version_stops_it_and_nothing_is_kept()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var database = await SqlServerDatabase.Make();
        try
        {
            await database.Run(SchemaScript.Text);
            await database.Run(
                "CREATE VIEW Future AS SELECT 1 AS New\nGO\nINSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES "
                + "('reporting/Future.sql', 'any', '2026-11-01')\nGO\n");

            Assert.That(() => database.Run(SchemaScript.Text), Throws.InstanceOf<SqlException>().With.Message.Contains("newer version"));
            Assert.That(
                await database.Ask("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'VIEW'"),
                Is.EqualTo(new[] { $"{Schema.Views.Count + 1}" }));
        }
        finally
        {
            await database.Drop();
        }
    }

    [Test]
    public async Task A_script_that_changed_after_it_was_applied_stops_it_and_nothing_is_kept()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var database = await SqlServerDatabase.Make();
        try
        {
            await database.Run(SchemaScript.Text);
            await database.Run(
                "UPDATE SchemaMigration SET ContentHash = 'other' WHERE Script = '0003-returns.sql'\nGO\nDELETE FROM Calendar\nGO\n");

            Assert.That(() => database.Run(SchemaScript.Text), Throws.InstanceOf<SqlException>().With.Message.Contains("0003-returns.sql"));
            Assert.That(await database.Ask("SELECT COUNT(*) FROM Calendar"), Is.EqualTo(new[] { "0" }));
        }
        finally
        {
            await database.Drop();
        }
    }

    private static Schema SchemaOf(SqlServerDatabase database)
    {
        var engine = new SqlServerEngine(database.ConnectionString, null);
        return new(new Database(engine, new Resilience(engine, NullLogger<Resilience>.Instance)), TimeProvider.System);
    }
}
