using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Datasets.Examples;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Explanations;

/// <summary>Each query that a record of a dataset's examples has can be explained, whichever rule it is of.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EveryQueryTests
{
    private static IEnumerable<string> Names => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Names))]
    public async Task A_query_of_the_sample_is_explained_in_the_next_return(string name)
    {
        await using var service = new TestService();
        var file = ExampleFile.Read(DatasetFiles.Find(name));
        var sender = TestService.GetDemonstrationKey(name);
        var first = await service.Post(name, file.Period, file.Csv, "text/csv", isConfirmed: true);
        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.Created), first.Text);
        var rejected = Findings(first).Where(finding => (string)finding["severity"]! == "error").Select(finding => (int?)finding["record"]);
        var queries = Findings(first).Where(finding => (string)finding["severity"]! == "query" && finding["record"] is not null
            && !rejected.Contains((int?)finding["record"])).ToList();
        foreach (var query in queries)
        {
            var said = new JsonObject
            {
                ["dataset"] = name,
                ["rule"] = (string)query["rule"]!,
                ["key"] = (string)query["key"]!,
                ["field"] = (string)query["field"]!,
                ["reason"] = "awaiting-information",
                ["until"] = "2026-12-31",
            };
            await service.ExplainedId(said, sender);
        }

        var second = await service.Post(name, file.Period, file.Csv, "text/csv", isConfirmed: true);

        Assert.That(second.Json["records"]!.ToJsonString(), Does.Contain("\"queried\":0"), second.Text);
        Assert.That(
            Findings(second).Where(finding => (string?)finding["explained"] is not null)
                .Select(finding => $"{finding["record"]} {finding["rule"]}"),
            Is.EqualTo(queries.Select(finding => $"{finding["record"]} {finding["rule"]}")));
    }

    private static List<JsonNode> Findings(ApiResponse receipt) => [.. receipt.Json["findings"]!.AsArray().Select(finding => finding!)];
}
