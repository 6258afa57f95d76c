using System.Net;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>What a service answers about everything it holds: each address, and the text that came back.</summary>
internal static class ServiceSnapshot
{
    private static readonly string[] Intervals = ["day", "week", "month", "quarter", "year"];
    private static readonly string?[] Breakdowns = [null, .. DatasetCatalogue.Dimensions];

    /// <summary>
    /// Asks for returns with their receipts and findings, figures and cases as they are now and as they were known, and
    /// data quality.
    /// </summary>
    public static async Task<IReadOnlyDictionary<string, string>> Read(TestService service, params string[] knownAt)
    {
        var said = new Dictionary<string, string>();
        const string returns = "/v1/returns?limit=1000";
        await Ask(returns);
        foreach (var item in System.Text.Json.Nodes.JsonNode.Parse(said[returns])!["items"]!.AsArray())
        {
            await Ask($"/v1/returns/{item!["returnId"]}");
            await Ask($"/v1/returns/{item["returnId"]}/findings?format=csv");
        }

        foreach (var known in knownAt.Prepend(null))
        {
            var then = known is null ? "" : $"&knownAt={known}";
            foreach (var interval in Intervals)
                foreach (var by in Breakdowns)
                    await Ask(
                        $"/v1/indicator-values?from=2026-09-28&to=2026-11-22&interval={interval}{(by is null ? "" : $"&by={by}")}{then}");
            foreach (var indicator in IndicatorCatalogue.All)
                await Ask($"/v1/indicators/{indicator.Code}/cases?from=2026-10-01&to=2026-11-22&format=csv{then}");
        }

        foreach (var by in new[] { "agency", "dataset", "rule", "month" }) await Ask($"/v1/data-quality?from=2026-09-01&by={by}");
        return said;

        async Task Ask(string address)
        {
            var answer = await service.Get(address);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{address}: {answer.Text}");
            said[address] = answer.Text;
        }
    }

    /// <summary>Asserts that two services answer the same.</summary>
    public static void AreSame(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string> expected)
    {
        Assert.That(found.Keys, Is.EquivalentTo(expected.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (address, text) in expected) Assert.That(found[address], Is.EqualTo(text), address);
        });
    }
}
