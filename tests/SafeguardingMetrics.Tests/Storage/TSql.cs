using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>T-SQL as Microsoft's parser reads it.</summary>
internal static class TSql
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
        var visitor = Visited(Parse(script).Fragment);
        return [.. visitor.Definitions, .. visitor.Executed.SelectMany(Definitions)];
    }

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
