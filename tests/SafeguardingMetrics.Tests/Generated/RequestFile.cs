using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// The part of <c>02-submit-each-dataset.http</c> that submits a return of each dataset, in the media types by turns.
/// </summary>
internal static class RequestFile
{
    private const string Begin = "# Generated from the datasets.";
    private const string End = "### End of what is generated.";

    private static readonly (string MediaType, string Words)[] Formats =
        [(MediaTypes.Json, "As a JSON array"), (MediaTypes.Csv, "As CSV"), (MediaTypes.Ndjson, "As NDJSON: a record a line")];

    /// <summary>The file.</summary>
    public static GeneratedFile Create() => GeneratedFile.FromSection(
        "api-specs/requests/02-submit-each-dataset.http",
        Begin,
        End,
        DatasetCatalogue.All.SelectMany((dataset, i) => WriteRequest(dataset, i)).Append(""));

    private static IEnumerable<string> WriteRequest(Dataset dataset, int place)
    {
        var (mediaType, words) = Formats[place % Formats.Length];
        var example = ExampleReturn.Accepted(dataset);
        string[] body = mediaType == MediaTypes.Json
            ? ["[", string.Join(",\n", example.Json.Select(record => "  " + Space(record!.ToJsonString()))), "]"]
            : [example.Serialize(mediaType).TrimEnd('\n')];
        return
        [
            "",
            $"### Submit {dataset.Title.ToLowerInvariant()}",
            $"# {words}. 201: stored; the receipt says which records were accepted and which figures changed.",
            .. place == 0 ? ["# @name submit"] : Array.Empty<string>(),
            "# expect 201 accepted",
            $"POST {{{{host}}}}/v1/returns/{dataset.Name}?period={dataset.ExamplePeriod}",
            $"X-Api-Key: {TestService.GetDemonstrationKey(dataset.Name)}",
            $"Content-Type: {mediaType}",
            "",
            .. body,
        ];
    }

    // A space after each comma and colon that is not within a text, for people to read.
    private static string Space(string json)
    {
        var isText = false;
        return string.Concat(json.Select((c, i) =>
        {
            if (c == '"' && json[i - 1] != '\\') isText = !isText;
            return !isText && c is ',' or ':' ? $"{c} " : $"{c}";
        }));
    }
}
