using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.DataQuality;

/// <summary>
/// Four weeks of Exampleshire and a day, posted with plenty of faults, and what was posted kept beside it to be counted
/// again slowly.
/// </summary>
internal sealed partial class SimulatedMonth : IAsyncDisposable
{
    public static readonly DateOnly From = new(2026, 11, 23);
    public static readonly DateOnly To = new(2026, 12, 20);

    private SimulatedMonth(TestService service, List<Posted> returns)
    {
        Service = service;
        Returns = returns;
        foreach (var posted in returns)
            for (var day = posted.Days.From; day <= posted.Days.To; day = day.AddDays(1))
                Holder[(posted.Agency, posted.Dataset, day)] = posted;
    }

    /// <summary>The service.</summary>
    public TestService Service { get; }

    /// <summary>What was stored, in its order.</summary>
    public IReadOnlyList<Posted> Returns { get; }

    /// <summary>Which return holds a day: the newest that covers it.</summary>
    public Dictionary<(string Agency, string Dataset, DateOnly Day), Posted> Holder { get; } = [];

    /// <summary>Posts.</summary>
    public static async Task<SimulatedMonth> Post()
    {
        var service = new TestService();
        var intake = service.Services.GetRequiredService<ReturnIntake>();
        var agencies = DemonstrationKeys.Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var returns = new List<Posted>();
        foreach (var posted in new Partnership { FaultRate = 0.06, Scale = 0.3 }.Returns(From, To.AddDays(1)))
        {
            service.Clock.SetUtcNow(posted.At);
            Assert.That(Period.TryParse(posted.Period, out var days), Is.True);
            using var body =
                await BufferedBody.Receive(new MemoryStream(posted.Body), "", ReturnLimits.MaxUncompressedBytes, CancellationToken.None);
            if (await intake.Process(
                new IncomingReturn(agencies[posted.Agency], DatasetCatalogue.Find(posted.Dataset)!, days, posted.ContentType, body),
                CancellationToken.None) is Outcome.Stored { Receipt: var receipt })
                returns.Add(new Posted(receipt, posted.Agency, posted.Dataset, days, Records(posted)));
        }

        // The schools' last week was posted on Monday; that Monday's own returns are due a minute from now.
        service.Clock.SetUtcNow(new DateTimeOffset(2026, 12, 21, 23, 58, 0, TimeSpan.Zero));
        return new SimulatedMonth(service, returns);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    // Each record as its values by field, as text; what is missing is left out.
    private static List<Dictionary<string, string>> Records(SimulatedReturn posted)
    {
        var text = Encoding.UTF8.GetString(posted.Body);
        if (posted.ContentType == "text/csv")
        {
            var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            var header = lines[0].Split(',');
            return [.. lines
                .Skip(1)
                .Select(line => header
                    .Zip(Cell().Matches("," + line).Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value : cell.Groups[2].Value))
                    .Where(pair => pair.Second.Trim().Length > 0).ToDictionary(pair => pair.First, pair => pair.Second))];
        }

        var records = posted.ContentType == "application/json"
            ? JsonNode.Parse(text)!.AsArray().Select(record => record!)
            : text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
        return [.. records.Select(record => record
            .AsObject()
            .Select(member => (member.Key, Value: member.Value is JsonArray list ? string.Join(';', list) : member.Value?.ToString() ?? ""))
            .Where(member => member.Value.Trim().Length > 0).ToDictionary(member => member.Key, member => member.Value))];
    }

    [GeneratedRegex(",(?:\"((?:[^\"]|\"\")*)\"|([^,]*))", RegexOptions.None, "en-GB")]
    private static partial Regex Cell();

    /// <summary>A return that was stored, with its records as they were sent.</summary>
    public sealed record Posted(
        Receipt Receipt,
        string Agency,
        string Dataset,
        Period Days,
        IReadOnlyList<Dictionary<string, string>> Records);
}
