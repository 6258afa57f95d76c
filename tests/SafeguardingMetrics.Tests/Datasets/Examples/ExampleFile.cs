using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>
/// The <c>examples.csv</c> beside a declaration. Its first line gives the period, the second the columns: the fields,
/// then <c>period</c> where a record
/// is of another, <c>note</c>, and <c>breaks</c> with each rule and field that the record breaks. A column that is no
/// field is sent as it is.
/// Up to the first blank line it is the sample that a developer can send; what follows are further cases.
/// </summary>
internal sealed record ExampleFile(
    Dataset Dataset,
    string Period,
    IReadOnlyList<string> Columns,
    IReadOnlyList<ExampleRecord> Sample,
    IReadOnlyList<ExampleRecord> Further)
{
    private const string Holds = "a good record for each case, then for each rule a record that breaks it";
    private static readonly string[] NotSent = ["period", "note", "breaks"];
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>That of every dataset.</summary>
    public static IReadOnlyList<ExampleFile> ReadAll() => [.. DatasetCatalogue.All.Select(Read)];

    /// <summary>That of one dataset.</summary>
    public static ExampleFile Read(Dataset dataset)
    {
        var lines = DatasetFiles.Read(dataset, "examples.csv", Holds);
        Assert.That(
            lines.Take(1),
            Has.One.Matches<IReadOnlyList<string>>(line => line[0] == "period"),
            $"{dataset.Name}: examples.csv does not begin with its period");
        var (period, columns) = (lines[0][1], lines[1]);
        Assert.That(columns.TakeLast(1), Is.EqualTo(new[] { "breaks" }), $"{dataset.Name}: the last column of examples.csv is breaks");

        var parts = new List<List<ExampleRecord>> { new() };
        for (var i = 2; i < lines.Count; i++)
        {
            if (lines[i].Count == 0) parts.Add([]);
            else parts[^1].Add(Parse(i + 1, columns, lines[i], period));
        }

        return new(dataset, period, [.. columns.Except(NotSent)], parts[0], [.. parts.Skip(1).SelectMany(part => part)]);
    }

    /// <summary>The sample as an array of JSON objects.</summary>
    public string Json => JsonSerializer.Serialize(Sample.Select(ToJson), Indented) + "\n";

    /// <summary>The sample as a JSON object a line.</summary>
    public string Ndjson => string.Concat(Sample.Select(record => ToJson(record).ToJsonString(OneLine) + "\n"));

    /// <summary>The sample as comma-separated values.</summary>
    public string Csv => ToCsv(Sample);

    /// <summary>Records as comma-separated values.</summary>
    public string ToCsv(IEnumerable<ExampleRecord> records) => string.Concat(records
        .Select(record => DatasetFiles.JoinLine(Columns.Select(column => record.Cells.GetValueOrDefault(column, ""))))
        .Prepend(DatasetFiles.JoinLine(Columns)).Select(line => line + "\n"));

    private static ExampleRecord Parse(int line, IReadOnlyList<string> columns, IReadOnlyList<string> cells, string period)
    {
        var byColumn = columns.Zip(cells).Where(pair => pair.Second.Length > 0).ToDictionary(pair => pair.First, pair => pair.Second);
        return new(
            line,
            byColumn.Where(pair => !NotSent.Contains(pair.Key)).ToDictionary(),
            byColumn.GetValueOrDefault("period", period),
            byColumn.GetValueOrDefault("breaks", "").Split(';', StringSplitOptions.RemoveEmptyEntries));
    }

    private JsonObject ToJson(ExampleRecord record) =>
        new(Columns.Where(record.Cells.ContainsKey).Select(column => KeyValuePair.Create(column, ToJson(column, record.Cells[column]))));

    // A value of another type than the field's is sent as text, as a sender would who does not know better.
    private JsonNode? ToJson(string column, string cell) => Dataset.FieldList.FirstOrDefault(field => field.Name == column)?.Type switch
    {
        FieldType.Boolean when bool.TryParse(cell, out var value) => JsonValue.Create(value),
        FieldType.WholeNumber or FieldType.DecimalNumber when decimal.TryParse(cell, CultureInfo.InvariantCulture, out var value) =>
            JsonValue.Create(value),
        FieldType.CodeSet => new JsonArray([.. cell.Split(';').Select(code => (JsonNode)code)]),
        _ => JsonValue.Create(cell),
    };
}
