using Microsoft.SqlServer.TransactSql.ScriptDom;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// The scripts in <c>db/tables</c> that datasets lack: one that makes the table of a new dataset, or one that adds the
/// columns of new fields.
/// A script that exists never changes, since databases have run it.
/// </summary>
internal static class TableScripts
{
    private const string Folder = "db/tables";

    // Scripts 0101 to 0199 are of the datasets' records.
    private const int FirstNumber = 101;
    private const int LastNumber = 199;

    /// <summary>The scripts that are not there yet; none where every field has its column.</summary>
    public static IEnumerable<GeneratedFile> CreateMissing()
    {
        var scripts = Directory.GetFiles(Path.Combine(Snapshot.Root, Folder), "*.sql").Order(StringComparer.Ordinal).ToList();
        var columns = ReadColumns(scripts.Select(File.ReadAllText));
        var number = scripts
            .Select(script => int.Parse(Path.GetFileName(script).AsSpan(0, 4), null))
            .Where(known => known is >= FirstNumber and <= LastNumber)
            .Max();
        foreach (var dataset in DatasetCatalogue.All)
        {
            if (!columns.TryGetValue(dataset.Table, out var known))
                yield return new($"{Folder}/{++number:0000}-{dataset.Name}.sql", WriteTable(dataset));
            else if (dataset.FieldList.Where(field => !known.Contains(field.Column)).ToList() is { Count: > 0 } added)
                yield return new(
                    $"{Folder}/{++number:0000}-{dataset.Name}-{string.Join('-', added.Select(field => field.Name))}.sql",
                    WriteColumns(dataset, added));
        }
    }

    private static string WriteTable(Dataset dataset) => $"""
        -- {dataset.Summary}

        CREATE TABLE {dataset.Table} (
            ReturnId CHAR(36) NOT NULL,
            RecordNumber INT NOT NULL,
        {string.Join('\n', dataset.FieldList.Select(CreateColumn))}
            CONSTRAINT PK_{dataset.Table} PRIMARY KEY (ReturnId, RecordNumber),
            CONSTRAINT FK_{dataset.Table}_AgencyReturn FOREIGN KEY (ReturnId) REFERENCES AgencyReturn (ReturnId)); -- clustered

        """.ReplaceLineEndings("\n");

    private static string CreateColumn(Field field) =>
        $"    {field.Column} {field.ColumnType} {(field.IsRequired ? "NOT NULL" : "NULL")},";

    private static string WriteColumns(Dataset dataset, IReadOnlyList<Field> added)
    {
        foreach (var field in added)
            Assert.That(
                field.IsRequired,
                Is.False,
                $"{dataset.Name}.{field.Name} is new in a dataset that has records, which lack it: let its property be null.");
        return $"-- {dataset.Title}: {string.Join(", ", added.Select(field => field.Name))}.\n\n"
            + string.Concat(added.Select(field => $"ALTER TABLE {dataset.Table} ADD {field.Column} {field.ColumnType} NULL;\n"));
    }

    private static Dictionary<string, HashSet<string>> ReadColumns(IEnumerable<string> scripts)
    {
        var columns = new Dictionary<string, HashSet<string>>();
        foreach (var script in scripts)
        {
            foreach (var made in TSql.FindAll<CreateTableStatement>(script)) Add(made.SchemaObjectName, made.Definition);
            foreach (var changed in TSql.FindAll<AlterTableAddTableElementStatement>(script))
                Add(changed.SchemaObjectName, changed.Definition);
        }

        return columns;

        void Add(SchemaObjectName table, TableDefinition definition)
        {
            if (!columns.TryGetValue(table.BaseIdentifier.Value, out var known)) columns[table.BaseIdentifier.Value] = known = [];
            known.UnionWith(definition.ColumnDefinitions.Select(column => column.ColumnIdentifier.Value));
        }
    }
}
