using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// A database that an older version left, or none: on SQL Server the service refuses it, on SQLite it brings it up to
/// date.
/// </summary>
[OnEachEngine]
public sealed class OlderSchemaTests
{
    private const string TheCommand = "dotnet run --project src/SafeguardingMetrics -- migrate";

    [Test]
    public async Task The_check_names_what_is_missing_and_the_command()
    {
        await using var older = new EmptyDatabase();
        await older.Schema().Migrate(CancellationToken.None);
        var view = Schema.Views[^1].Name;
        older.Ask($"DELETE FROM SchemaMigration WHERE Script = '{view}'");

        Assert.That(
            () => older.Schema().Check(CancellationToken.None),
            Throws.TypeOf<SchemaException>().With.Message.EqualTo($"The database lacks {view}. Bring it up to date with: {TheCommand}"));
    }

    [Test]
    public async Task A_migration_brings_what_is_missing_and_nothing_else()
    {
        await using var older = new EmptyDatabase();
        await older.Schema().Migrate(CancellationToken.None);
        var view = Schema.Views[^1].Name;
        older.Ask($"DELETE FROM SchemaMigration WHERE Script = '{view}'");
        // Not every server that speaks T-SQL can alter a view: there it is missing altogether.
        if (!older.AltersViews) older.Ask($"DROP VIEW {Path.GetFileNameWithoutExtension(view)}");

        Assert.That(await older.Schema().Migrate(CancellationToken.None), Is.EqualTo(new[] { $"db/views/{view}" }));
        Assert.That(() => older.Schema().Check(CancellationToken.None), Throws.Nothing);
    }

    [Test]
    public async Task The_service_refuses_it_on_SQL_Server_and_changes_nothing()
    {
        if (OnEachEngineAttribute.Current != "SqlServer") Assert.Ignore("SQLite is brought up to date at start.");
        await using var empty = new EmptyDatabase();
        await StorageSetup.CreateEngine(empty.ConnectionString).EnsureExists(CancellationToken.None);

        var (exit, _, errors) = await Command.Run(
            [],
            ("ConnectionStrings__SafeguardingMetrics", empty.ConnectionString),
            ("Identifiers__HashKey", Convert.ToBase64String(new byte[32])));

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors, Does.StartWith("The database lacks 0001").And.Contain(TheCommand).And.Not.Contain("   at "));
        Assert.That(empty.Ask("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES"), Is.Empty);
    }
}
