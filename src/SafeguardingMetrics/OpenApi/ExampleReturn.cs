using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.OpenApi;

/// <summary>A return to try, made of the examples that its dataset's fields declare.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Name">Its name among the dataset's examples.</param>
/// <param name="Summary">What it shows.</param>
/// <param name="Status">What submitting it answers.</param>
/// <param name="Records">Its records: for each field that has a value, the value as CSV writes it.</param>
internal sealed record ExampleReturn(
    Dataset Dataset,
    string Name,
    string Summary,
    int Status,
    IReadOnlyList<IReadOnlyDictionary<Field, string>> Records)
{
    // What is read by people, on a page and in a shell, has no need of < for <.
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>All of a dataset's.</summary>
    public static IReadOnlyList<ExampleReturn> CreateAll(Dataset dataset) => [Accepted(dataset), WithFindings(dataset), Rejected(dataset)];

    /// <summary>Records that keep every rule.</summary>
    public static ExampleReturn Accepted(Dataset dataset) =>
        new(dataset, "accepted", "Two records that keep every rule", 201, [CreateValidRecord(dataset, 0), CreateValidRecord(dataset, 1)]);

    /// <summary>One record that keeps every rule.</summary>
    public static ExampleReturn OneRecord(Dataset dataset) =>
        new(dataset, dataset.Name, "One record that keeps every rule", 201, [CreateValidRecord(dataset, 0)]);

    /// <summary>A good record and two that are left out.</summary>
    public static ExampleReturn WithFindings(Dataset dataset) => new(
        dataset,
        "withFindings",
        "A good record, and two that are left out because of an error",
        201,
        [CreateValidRecord(dataset, 0), WithoutRequired(dataset, 1), WithUnknownCode(dataset, 2)]);

    /// <summary>Nothing that could be stored.</summary>
    public static ExampleReturn Rejected(Dataset dataset) =>
        new(dataset, "rejected", "Nothing in it is acceptable", 422, [WithoutRequired(dataset, 0), WithUnknownCode(dataset, 1)]);

    /// <summary>The return as JSON.</summary>
    public JsonArray Json =>
    [
        .. Records.Select(record => new JsonObject(
            record.Select(pair => KeyValuePair.Create<string, JsonNode?>(pair.Key.Name, pair.Key.ToJson(pair.Value))))),
    ];

    /// <summary>The return as a body of a media type.</summary>
    public string Serialize(string mediaType) => mediaType switch
    {
        MediaTypes.Csv => Csv(),
        MediaTypes.Ndjson => string.Concat(Json.Select(record => record!.ToJsonString(Plain) + "\n")),
        _ => Json.ToJsonString(Plain),
    };

    private string Csv()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        SafeguardingMetrics.Http.Answers.Csv
            .WriteTo(
                text,
                Dataset.FieldList.Select(field => field.Name),
                Records.Select(record => Dataset.FieldList.Select(field => (object?)record.GetValueOrDefault(field))))
            .GetAwaiter()
            .GetResult();
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    private static Dictionary<Field, string> WithoutRequired(Dataset dataset, int number)
    {
        var record = CreateValidRecord(dataset, number);
        record.Remove(dataset.FieldList.First(field => field.IsRequired && field != dataset.KeyField));
        return record;
    }

    private static Dictionary<Field, string> WithUnknownCode(Dataset dataset, int number)
    {
        var record = CreateValidRecord(dataset, number);
        record[dataset.FieldList.First(field => field.Type == FieldType.Code)] = "unheard-of";
        return record;
    }

    // The first record has all fields whose examples fit together; those after it are other cases, and of other
    // children.
    private static Dictionary<Field, string> CreateValidRecord(Dataset dataset, int number)
    {
        var record = dataset.FieldList
            .Where(field => field.IsInExample && (number == 0 || !field.IsHashed))
            .ToDictionary(field => field, field => field.Example);
        record[dataset.KeyField] = Later(dataset.KeyField.Example, number);
        return record;
    }

    // V-2231 and 1 is V-2232.
    private static string Later(string key, int number)
    {
        var digits = key.Length - key.AsSpan().LastIndexOfAnyExceptInRange('0', '9') - 1;
        return digits == 0
            ? $"{key}{number}"
            : key[..^digits]
                + (int.Parse(key.AsSpan(key.Length - digits), CultureInfo.InvariantCulture) + number).ToString(
                    $"D{digits}", CultureInfo.InvariantCulture);
    }
}
