using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;
using Schema = SafeguardingMetrics.Storage.Schema;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The scripts in <c>db/sqlserver</c>, which a DBA runs.</summary>
[TestFixture]
public sealed class SqlServerFileTests
{
    // What only migrations, the demonstration and a change of keys do.
    private static readonly string[] NotTheServices =
        [
            "Schema.Record",
            "Schema.Forget",
            "DemonstrationSetup.Begun",
            "DemonstrationSetup.Begin",
            "DemonstrationSetup.End",
            "IdentifierKeys.Clear",
        ];

    private static string[] Files =>
    [
        .. Directory.GetFiles(Path.Combine(Snapshot.Root, "db/sqlserver")).Select(Path.GetFileName).OfType<string>(),
    ];

    [TestCaseSource(nameof(Files))]
    public void It_parses_as_T_SQL(string file) => Assert.That(TSql.Faults(Text(file)), Is.Empty);

    [Test]
    public void The_roles_compile_against_the_schema()
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        foreach (var definition in TSql.Definitions(SchemaScript.Text)) model.AddObjects(definition);
        foreach (var role in Found<CreateRoleStatement>("roles.sql")) model.AddObjects(TSql.GetText(role));
        foreach (var grant in Found<GrantStatement>("roles.sql")) model.AddObjects(TSql.GetText(grant));

        Assert.That(model.Validate().Select(message => $"{message}"), Is.Empty);
        Assert.That(
            model.GetObjects(DacQueryScopes.UserDefined, ModelSchema.Role).Select(role => role.Name.Parts[^1]),
            Is.EquivalentTo(new[] { "sm_submit", "sm_read", "sm_migrate" }));
    }

    [Test]
    public void The_service_s_role_may_do_what_its_statements_do_and_nothing_else()
    {
        var known = Schema.Tables
            .SelectMany(table => TSql.FindAll<CreateTableStatement>(table.Text))
            .Select(table => table.SchemaObjectName.BaseIdentifier.Value)
            .Concat(Schema.Views.Select(view => Path.GetFileNameWithoutExtension(view.Name))).Append("SchemaMigration").ToHashSet();
        var needed = new HashSet<string>();
        void Need(string permission, TableReference? table)
        {
            if (table is NamedTableReference named && known.Contains(named.SchemaObject.BaseIdentifier.Value))
                needed.Add($"{permission} {named.SchemaObject.BaseIdentifier.Value}");
        }

        foreach (var (name, sql) in SqlStatementCatalogue.All.Where(sql => !NotTheServices.Contains(sql.Name)
            && !sql.Name.StartsWith("CopiedTable.", StringComparison.Ordinal)
            && !sql.Sql.Text.Contains("IdentifierRewrap", StringComparison.Ordinal)))
        {
            foreach (var table in TSql.FindAll<NamedTableReference>(sql.Text)) Need("SELECT", table);
            foreach (var insert in TSql.FindAll<InsertSpecification>(sql.Text)) Need("INSERT", insert.Target);
            foreach (var update in TSql.FindAll<UpdateSpecification>(sql.Text)) Need("UPDATE", update.Target);
            foreach (var delete in TSql.FindAll<DeleteSpecification>(sql.Text)) Need("DELETE", delete.Target);
        }

        // What is loaded in bulk: SqlBulkCopy also asks for the table's columns.
        foreach (var table in DatasetCatalogue.All
            .Select(dataset => dataset.Table)
            .Concat([
                "Segment", "Cell", "Finding", "RuleBreach", "FieldCount", "SegmentDefinition", "RemainingCount", "RestatedRecord",
                "RejudgedRecord", "ComparedKey", "PurgedKey", "RemovedRecord", "RemovedRecordCount", "Benchmark",
                "AreaPopulation", "AcceptedBody", "ReleasedFigure", "RejectedRecordChild",
            ]))
            needed.UnionWith([$"SELECT {table}", $"INSERT {table}"]);

        Assert.That(Granted("sm_submit"), Is.EquivalentTo(needed));
    }

    [Test]
    public void Analysts_read_the_reporting_views_and_nothing_else() =>
        Assert.That(
            Granted("sm_read"),
            Is.EquivalentTo(
                Schema.Views
                    .Where(view => view.Name.StartsWith("reporting/", StringComparison.Ordinal))
                    .Select(view => $"SELECT {Path.GetFileNameWithoutExtension(view.Name)}")));

    [Test]
    public void Every_table_of_records_is_compressed() =>
        Assert.That(Found<AlterTableRebuildStatement>("options.sql").Select(table => table.SchemaObjectName.BaseIdentifier.Value),
            Is.EquivalentTo(DatasetCatalogue.All.Select(dataset => dataset.Table).Concat(["Cell", "Finding"])));

    [Test]
    public void The_ledger_has_the_columns_of_the_audit()
    {
        static IEnumerable<string> Columns(CreateTableStatement table) =>
            table.Definition.ColumnDefinitions
                .Select(column =>
                    $"{column.ColumnIdentifier.Value} {TSql.GetText(column.DataType)} "
                    + $"{string.Join(' ', column.Constraints.Select(TSql.GetText))}");
        var audit = Schema.Tables
            .SelectMany(table => TSql.FindAll<CreateTableStatement>(table.Text))
            .Single(table => table.SchemaObjectName.BaseIdentifier.Value == "AuditLine");

        Assert.That(Columns(Found<CreateTableStatement>("ledger.sql").Single()), Is.EqualTo(Columns(audit)));
    }

    private static IEnumerable<string> Granted(string role) =>
        from grant in Found<GrantStatement>("roles.sql")
        where grant.Principals.Any(principal => principal.Identifier.Value == role)
        from permission in grant.Permissions
        select $"{string.Join(' ', permission.Identifiers.Select(word => word.Value))} "
            + $"{grant.SecurityTargetObject.ObjectName.MultiPartIdentifier.Identifiers[^1].Value}";

    private static IReadOnlyList<T> Found<T>(string file) where T : TSqlFragment => TSql.FindAll<T>(Text(file));

    private static string Text(string file) => File.ReadAllText(Path.Combine(Snapshot.Root, "db/sqlserver", file));
}
