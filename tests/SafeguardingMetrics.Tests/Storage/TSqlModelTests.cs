using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;
using SafeguardingMetrics.Storage;
using Schema = SafeguardingMetrics.Storage.Schema;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// No SQL Server is at hand when the tests run, so Microsoft's own model of T-SQL compiles everything that would be
/// sent to one: the tables, the views, and each statement as a procedure against them. It resolves every column.
/// </summary>
[TestFixture]
public sealed partial class TSqlModelTests
{
    [Test]
    public void Every_table_and_view_compiles_as_T_SQL() => Assert.That(Compile([]), Is.Empty);

    [Test]
    public void Every_statement_compiles_as_T_SQL_against_the_schema()
    {
        Assert.That(SqlStatementCatalogue.All, Has.Count.GreaterThan(30));
        Assert.That(Compile(SqlStatementCatalogue.All), Is.Empty);
    }

    [Test]
    public void Every_statement_is_found_by_the_test_above() => Assert.That(SqlStatementCatalogue.ListConstructedElsewhere(), Is.Empty,
        "A Sql is a static field or comes from RecordSql: these are made where no test sees them.");

    [TestCase("SELECT AgencyCode FROM Agency", TestName = "A misspelt column fails")]
    [TestCase("SELECT Agency FROM Agencies", TestName = "A misspelt table fails")]
    [TestCase("SELECT Agency FROM Agency LIMIT 1", TestName = "SQL that only SQLite reads fails")]
    public void A_faulty_statement_fails(string text) => Assert.That(Compile([("Faulty", new Sql(text))]), Is.Not.Empty);

    private static List<string> Compile(IReadOnlyList<(string Name, Sql Sql)> statements)
    {
        using var model = new TSqlModel(SqlServerVersion.Sql160, new TSqlModelOptions());
        var faults = new List<string>();
        Add(model, "SchemaMigration", Schema.OwnTable, faults);
        var scripts = Schema.Tables.Concat(Schema.Views)
            .SelectMany(script => Statements(script.Text).Select(statement => (script.Name, Text: statement))).ToList();
        var definitions = TSql.AddColumns([.. scripts.Select(script => script.Text)]);
        foreach (var (i, statement) in definitions.Index())
        {
            if (TSql.IsAddedColumn(statement)) continue;
            // What a script moves or renames is no definition: it compiles as a procedure does.
            var isMoved = statement.StartsWith("INSERT", StringComparison.Ordinal)
                || statement.StartsWith("UPDATE", StringComparison.Ordinal);
            Add(model, scripts[i].Name, isMoved ? $"CREATE PROCEDURE Moved{i} AS\n{statement}" : statement, faults);
        }

        foreach (var (i, (name, sql)) in statements.Index())
        {
            // The model resolves names, not types, so one declaration serves every parameter.
            var parameters = Parameter()
                .Matches(sql.Text)
                .Select(match => match.Value)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(parameter => $"{parameter} NVARCHAR(4000)");
            Add(model, name, $"CREATE PROCEDURE Statement{i} {string.Join(", ", parameters)} AS\n{sql.Text}", faults);
        }

        faults.AddRange(model.Validate().Select(message => $"{message}"));
        return faults;
    }

    // The model takes one statement at a time. No text in the schema holds a semicolon, except in comments.
    private static string[] Statements(string script) =>
        Comment().Replace(script, "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Add(TSqlModel model, string name, string text, List<string> faults)
    {
        try
        {
            model.AddObjects(text);
        }
        catch (DacModelException fault)
        {
            faults.Add($"{name}: {string.Join("; ", fault.Messages)}");
        }
    }

    [GeneratedRegex("--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("@[A-Za-z]+")]
    private static partial Regex Parameter();
}
