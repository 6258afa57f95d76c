using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;
using Agency = SafeguardingMetrics.Identity.Agency;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>
/// The same returns, posted at the same instants, give the same receipts and figures on both engines.
/// </summary>
[TestFixture]
public sealed class BothEnginesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Dictionary<string, Agency> Agencies = DemonstrationKeys.Agencies.ToDictionary(
        agency => agency.Code, StringComparer.Ordinal);
    private static readonly string[] Intervals = ["month", "week", "quarter"];
    private static readonly string[] Breakdowns = [.. DatasetCatalogue.Dimensions];

    [Test]
    public Task Two_months_of_Exampleshire_are_the_same_on_both_engines() =>
        AreSame(
            () => new Partnership { FaultRate = 0.02 }.Returns(
                Today.AddMonths(-2), Today.AddDays(-1), nightlySince: new DateOnly(2026, 11, 10)),
            Today.AddMonths(-3));

    [Test, Explicit("Takes minutes.")]
    public Task Fourteen_months_of_Exampleshire_are_the_same_on_both_engines() =>
        AreSame(() => ExampleshireHistory.Returns(Today), Today.AddMonths(-15));

    private static async Task AreSame(Func<IEnumerable<SimulatedReturn>> returns, DateOnly from)
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var (expected, figures) = await Play(returns(), from, "Sqlite");
        var (found, foundFigures) = await Play(returns(), from, "SqlServer");

        Assert.That(
            expected,
            Has.Count.GreaterThan(100).And.Some.Contains("\"supersedes\":[\"return ").And.Some.Contains("accepted-with-findings"));
        Assert.That(found, Is.EqualTo(expected), "receipts");
        Assert.That(figures.Values.Sum(text => text.Length), Is.GreaterThan(100_000));
        ServiceSnapshot.AreSame(foundFigures, figures);
        await TestContext.Out.WriteLineAsync(
            $"{expected.Count} returns, {figures.Count} answers with figures ({figures.Values.Sum(text => (long)text.Length):N0} "
            + $"characters)");
    }

    private static async Task<(List<string> Receipts, IReadOnlyDictionary<string, string> Figures)> Play(
        IEnumerable<SimulatedReturn> returns, DateOnly from, string engine)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var place = new TestDatabase(engine);
        await new Schema(place.Database, TimeProvider.System).Migrate(CancellationToken.None);
        await using var service = place.Service();
        var database = service.Services.GetRequiredService<Database>();
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var intake = new ReturnIntake(
            database,
            service.Services.GetRequiredService<IdentifierHasher>(),
            ReaderLimits.Default,
            service.Services.GetRequiredService<HoldingSettings>(),
            clock);

        var receipts = new List<string>();
        var ids = new Dictionary<string, string>();
        foreach (var posted in returns)
        {
            clock.SetUtcNow(posted.At);
            Assert.That(Period.TryParse(posted.Period, out var days), Is.True, posted.Period);
            using var body =
                await BufferedBody.Receive(new MemoryStream(posted.Body), "", ReturnLimits.MaxUncompressedBytes, CancellationToken.None);
            var outcome = await intake.Process(
                new IncomingReturn(Agencies[posted.Agency], DatasetCatalogue.Find(posted.Dataset)!, days, posted.ContentType, body),
                CancellationToken.None);
            receipts.Add(Comparable(outcome, ids));
        }

        await TestContext.Out.WriteLineAsync($"{engine}: {receipts.Count} returns in {watch.Elapsed.TotalSeconds:0} s");
        watch.Restart();
        var figures = new Dictionary<string, string>();
        foreach (var indicator in IndicatorCatalogue.All)
            foreach (var interval in Intervals)
                foreach (var by in Breakdowns.Where(indicator.Dimensions.Contains).Prepend(null))
                {
                    var address =
                        $"/v1/indicators/{indicator.Code}/values?from={from:yyyy-MM-dd}&to={Today:yyyy-MM-dd}&"
                        + $"interval={interval}{(by is null ? "" : $"&by={by}")}";
                    var answer = await service.Get(address);
                    Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
                    figures[address] = answer.Text;
                }

        await TestContext.Out.WriteLineAsync($"{engine}: {figures.Count} answers with figures in {watch.Elapsed.TotalSeconds:0} s");
        return (receipts, figures);
    }

    // An id is made by chance. What it stands for, the how-manieth return, is not.
    private static string Comparable(Outcome outcome, Dictionary<string, string> ids)
    {
        var id = outcome switch
        {
            Outcome.Stored taken => taken.Receipt.ReturnId,
            Outcome.Rejected rejected => rejected.Receipt.ReturnId,
            Outcome.PeriodInFuture ahead => ahead.ReturnId,
            Outcome.Unreadable unreadable => unreadable.ReturnId,
            _ => null,
        };
        if (id is not null) ids[id] = $"return {ids.Count + 1}";
        var text = $"{outcome.GetType().Name} {JsonSerializer.Serialize(outcome, outcome.GetType(), JsonSerializerOptions.Web)}";
        return System.Text.RegularExpressions.Regex.Replace(
            text,
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            match => ids.GetValueOrDefault(match.Value, match.Value));
    }
}
