using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Endpoints;

/// <summary>A query in M that reads figures: to be pasted into the Advanced Editor of Power BI or Excel.</summary>
/// <remarks>
/// The base address is a fixed text and the filters are the query of Web.Contents, so that Power BI's service knows the
/// source without running the query and can refresh it. There is no secret in it: the tool asks for the source's
/// credential and keeps it. The columns are named and typed from the row's declaration, also where there are no rows.
/// </remarks>
internal static class PowerQueryText
{
    /// <summary>The query.</summary>
    /// <param name="service">The service's address, with a slash at its end.</param>
    /// <param name="path">The path beneath it.</param>
    /// <param name="filters">The parameters of the request, in their order.</param>
    public static string Create<T>(string service, string path, IEnumerable<(string Name, string Value)> filters)
    {
        var columns = Column.GetColumns<T>();
        var query = string.Join(
            ", ",
            filters.Append(("format", RowFormat.Json)).Select(filter => $"{filter.Item1} = {MText.ToLiteral(filter.Item2)}"));
        return string.Join("\r\n", [
            "// Figures of Safeguarding Metrics, a row each. When asked how to sign in choose Basic, for the address below: the id of "
            + "your key as the user name, your key as the password.",
            "let",
            $"    Answer = Web.Contents({MText.ToLiteral(service)}, [RelativePath = {MText.ToLiteral(path)}, Query = [{query}]]),",
            "    Rows = Json.Document(Answer, TextEncoding.Utf8),",
            "    Table = Table.FromRecords(Rows, {",
            string.Join(",\r\n", columns.Select(column => $"        {MText.ToLiteral(column.Name)}")),
            "    }, MissingField.UseNull),",
            "    Typed = Table.TransformColumnTypes(Table, {",
            string.Join(",\r\n", columns.Select(column => $"        {{{MText.ToLiteral(column.Name)}, {GetMType(column.Kind)}}}")),
            "    }, \"en-GB\")",
            "in",
            "    Typed",
            "",
        ]);
    }

    private static string GetMType(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => "type text",
        ColumnKind.Whole => "Int64.Type",
        ColumnKind.Number => "type number",
        ColumnKind.Day => "type date",
        ColumnKind.Instant => "type datetimezone",
        _ => "type logical",
    };
}
