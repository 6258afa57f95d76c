using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

/// <summary>
/// A return for agencies to try: every rule that applies to the dataset is broken by one of its records and kept by another. Dates
/// that lie ahead are in 2062, a slip of the finger for 2026, so that they lie ahead whenever the sample is sent.
/// </summary>
internal sealed record Sample
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions OneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The period to send it for.</summary>
    public required string Period { get; init; }

    /// <summary>Rules that do not apply to the dataset, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> DoNotApply { get; init; } = new Dictionary<string, string>();

    /// <summary>How its records fare: received, accepted, rejected, queried.</summary>
    public required (int Received, int Accepted, int Rejected, int Queried) Counts { get; init; }

    /// <summary>The records.</summary>
    public required IReadOnlyList<SampleRecord> Records { get; init; }

    /// <summary>Every sample.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        OpenCasesSample.Sample, StatutoryVisitsSample.Sample, StrategyMeetingsSample.Sample, WorkforcePostsSample.Sample,
        HealthAssessmentsSample.Sample, PoliceNotificationsSample.Sample, SchoolAttendanceSample.Sample,
    ];

    /// <summary>The sample as an array of JSON objects.</summary>
    public string Json => JsonSerializer.Serialize(Records.Select(Ordered), Indented) + "\n";

    /// <summary>The sample as a JSON object a line.</summary>
    public string Ndjson => string.Concat(Records.Select(record => JsonSerializer.Serialize(Ordered(record), OneLine) + "\n"));

    /// <summary>The sample as comma-separated values.</summary>
    public string Csv => string.Concat(Records.Select(record => string.Join(',', Columns.Select(column => Quoted(record.Cell(column))))).Prepend(string.Join(',', Columns)).Select(line => line + "\n"));

    // The dataset's fields in their order, then what the dataset does not have.
    private List<string> Columns
    {
        get
        {
            var known = DatasetCatalogue.Find(Dataset)!.FieldList.Select(known => known.Name).ToList();
            return [.. known, .. Records.SelectMany(record => record.Values.Keys).Except(known)];
        }
    }

    private Dictionary<string, object> Ordered(SampleRecord record) =>
        Columns.Where(record.Values.ContainsKey).ToDictionary(field => field, field => record.Values[field]);

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
