using System.Net.Http.Headers;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Tests.Indicators.Recomputed;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Simulator;

/// <summary>Returns whose records are drawn from the declarations of their datasets, of the winter of 2026 to 2027.</summary>
internal static class DrawnReturns
{
    private const int Agencies = 4;

    private static readonly Dictionary<string, string> Keys = new()
    {
        ["EXA-CSC"] = "demo-social-care",
        ["EXA-ICB"] = "demo-health",
        ["EXA-POL"] = "demo-police",
        ["EXA-SCH-01"] = "demo-school",
    };

    private static readonly Lazy<IReadOnlyList<SimulatedReturn>> Faultless = new(() => Draw(faultRate: 0));
    private static readonly Lazy<IReadOnlyList<SimulatedReturn>> Faulty = new(() => Draw(FaultRate));

    /// <summary>The share of records with an injected error in <see cref="ListWithErrors"/>.</summary>
    public const double FaultRate = 0.4;

    /// <summary>The returns of every dataset, in the order of posting.</summary>
    public static IReadOnlyList<SimulatedReturn> All => Faultless.Value;

    /// <summary>The returns of one dataset.</summary>
    public static IReadOnlyList<SimulatedReturn> List(string dataset) => [.. All.Where(drawn => drawn.Dataset == dataset)];

    /// <summary>The returns of one dataset, with injected errors.</summary>
    public static IReadOnlyList<SimulatedReturn> ListWithErrors(string dataset) =>
        [.. Faulty.Value.Where(drawn => drawn.Dataset == dataset)];

    /// <summary>
    /// The returns of the datasets for which the simulator has no writer of their own, as it posts them night by night.
    /// </summary>
    public static IEnumerable<SimulatedReturn> ListWithoutOwnWriter(DateOnly from, DateOnly to)
    {
        var partnership = new Partnership { Agencies = Agencies, FaultRate = 0 };
        return partnership.DrawnDatasets.Count == 0
            ? []
            : partnership.Returns(from, to).Where(drawn => partnership.DrawnDatasets.Contains(drawn.Dataset));
    }

    /// <summary>Posts a return with its agency's key.</summary>
    public static async Task<ApiResponse> Post(TestService service, SimulatedReturn drawn)
    {
        using var body = new ByteArrayContent(drawn.Body);
        body.Headers.ContentType = new MediaTypeHeaderValue(drawn.ContentType);
        return await service.Post(drawn.Dataset, drawn.Period, body, Keys[drawn.Agency]);
    }

    /// <summary>The records of a return: each value by its field, as text.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadRecords(SimulatedReturn drawn) =>
        [.. PostedBody.Read(drawn.Body, drawn.ContentType)];

    /// <summary>What the library finds in a return, as it would be received on the day it is posted.</summary>
    public static IReadOnlyList<Finding> Check(SimulatedReturn drawn)
    {
        Assert.That(Period.TryParse(drawn.Period, out var days), Is.True, drawn.Period);
        var findings = new List<Finding>();
        using var body = new MemoryStream(drawn.Body);
        ReturnCheck.Run(
            DatasetCatalogue.Find(drawn.Dataset)!,
            new ReturnContext(drawn.Agency, days.From, days.To, London.DayOf(drawn.At)),
            drawn.ContentType,
            body,
            findings.Add);
        return findings;
    }

    private static List<SimulatedReturn> Draw(double faultRate) =>
    [
        .. new Partnership { FromDeclarations = true, FaultRate = faultRate, Agencies = Agencies }.Returns(
            new DateOnly(2026, 12, 1), new DateOnly(2027, 3, 21), nightlySince: new DateOnly(2027, 2, 1)),
    ];
}
