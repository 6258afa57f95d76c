using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>T-SQL as Microsoft's parser reads it.</summary>
internal static partial class TSql
{
    /// <summary>What is wrong with a script, batches and all; also with what it hands to EXEC.</summary>
    public static IReadOnlyList<string> Faults(string script)
    {
        var (fragment, faults) = Parse(script);
        return [.. faults, .. Visited(fragment).Executed.SelectMany(text => Parse(text).Faults)];
    }

    /// <summary>The statements that make tables, indexes and views, wherever in the script they stand.</summary>
    public static IReadOnlyList<string> Definitions(string script)
    {
        var statements = ListDefinitions(script);
        return [.. AddColumns(statements).Where(statement => !AddedColumn().IsMatch(statement))];
    }

    /// <summary>
    /// Statements, with each column that is added to a table later among the columns that the table is made with: the model takes
    /// columns in no other way. What adds it stays as it is.
    /// </summary>
    public static IReadOnlyList<string> AddColumns(IReadOnlyList<string> statements)
    {
        string[] made = [.. statements];
        foreach (var added in statements.Select(statement => AddedColumn().Match(statement)).Where(added => added.Success))
        {
            var start = $"CREATE TABLE {added.Groups["table"].Value} (";
            var at = Array.FindIndex(made, statement => statement.StartsWith(start, StringComparison.Ordinal));
            // One script by itself may add to a table that another makes.
            if (at < 0) continue;
            made[at] = $"{start}\n    {added.Groups["column"].Value},{made[at][start.Length..]}";
        }

        return made;
    }

    /// <summary>True of a statement that adds a column to a table.</summary>
    public static bool IsAddedColumn(string statement) => AddedColumn().IsMatch(statement);

    private static IReadOnlyList<string> ListDefinitions(string script)
    {
        var visitor = Visited(Parse(script).Fragment);
        return [.. visitor.Definitions, .. visitor.Executed.SelectMany(ListDefinitions)];
    }

    [GeneratedRegex(@"^ALTER TABLE (?<table>\w+) ADD (?<column>[^;]+)")]
    private static partial Regex AddedColumn();

    /// <summary>A script, parsed.</summary>
    public static (TSqlFragment Fragment, IReadOnlyList<string> Faults) Parse(string script)
    {
        var fragment = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var errors);
        return (fragment, [.. errors.Select(error => $"{error.Line}: {error.Message}")]);
    }

    /// <summary>The parts of a script that are of a kind, in their order.</summary>
    public static IReadOnlyList<T> FindAll<T>(string script) where T : TSqlFragment
    {
        var collector = new Collector<T>();
        Parse(script).Fragment.Accept(collector);
        return collector.Found;
    }

    /// <summary>A part's own text.</summary>
    public static string GetText(TSqlFragment node) =>
        string.Concat(
            node.ScriptTokenStream
                .Skip(node.FirstTokenIndex)
                .Take(node.LastTokenIndex - node.FirstTokenIndex + 1)
                .Select(token => token.Text));

    private static Visitor Visited(TSqlFragment fragment)
    {
        var visitor = new Visitor();
        fragment.Accept(visitor);
        return visitor;
    }

    private sealed class Visitor : TSqlFragmentVisitor
    {
        public List<string> Definitions { get; } = [];

        public List<string> Executed { get; } = [];

        public override void Visit(CreateTableStatement node) => Definitions.Add(GetText(node));

        public override void Visit(AlterTableAddTableElementStatement node) => Definitions.Add(GetText(node));

        public override void Visit(CreateIndexStatement node) => Definitions.Add(GetText(node));

        public override void Visit(CreateViewStatement node) => Definitions.Add(GetText(node));

        public override void Visit(ExecutableStringList node) =>
            Executed.Add(string.Concat(node.Strings.OfType<StringLiteral>().Select(literal => literal.Value)));
    }

    private sealed class Collector<T> : TSqlFragmentVisitor where T : TSqlFragment
    {
        public List<T> Found { get; } = [];

        public override void Visit(TSqlFragment node)
        {
            if (node is T found) Found.Add(found);
        }
    }
}
