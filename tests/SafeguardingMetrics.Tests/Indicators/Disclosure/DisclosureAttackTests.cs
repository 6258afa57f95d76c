using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Disclosure;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

/// <summary>
/// A year of Exampleshire: the board's key asks for everything it may ask for, and what it gets is subtracted and
/// solved.
/// </summary>
[TestFixture]
[Category("Slow")]
public sealed class DisclosureAttackTests
{
    private const int Agencies = 6;
    private const string Days = "from=2025-11-01&to=2026-11-30";
    private static readonly string[] Intervals =
    [
        "month", "quarter", "financial-year", "year", "academic-year", "rolling-12-months", "to-date",
    ];
    private static readonly string[] Breakdowns =
    [
        "",
        Dimension.Agency,
        Dimension.Sector,
        Dimension.Locality,
        Dimension.Team,
        Dimension.Category,
    ];
    private static readonly (string Whole, string Part)[] Nested =
    [
        ("visits-on-time", "visit-lateness"),
        ("visit-lateness", "children-seen-alone"),
        ("strategy-meetings-on-time", "strategy-meeting-delay"),
        ("notifications-shared-on-time", "notification-delay"),
    ];

    private readonly List<JsonNode> truth = [];
    private TestService service = null!;

    private static IReadOnlyList<Agency> Senders { get; } = [.. DemonstrationKeys.Agencies.Take(Agencies)];

    [OneTimeSetUp]
    public async Task Post()
    {
        service = new TestService();
        await service.Services
            .GetRequiredService<AgencyStore>()
            .Add(
                [],
                Senders.Select(agency => (
                    $"key-{agency.Code}", agency.Code, (string?)agency.Code, (IReadOnlyList<string>)[Permission.Submit])),
                true,
                CancellationToken.None);
        foreach (var posted in new Partnership { Agencies = Agencies }.Returns(
            new DateOnly(2025, 11, 1),
            new DateOnly(2026, 11, 21),
            nightlySince: new DateOnly(2026, 12, 1)))
        {
            using var body = new ByteArrayContent(posted.Body);
            body.Headers.TryAddWithoutValidation("Content-Type", posted.ContentType);
            var answer = await service.Post(posted.Dataset, posted.Period, body, $"key-{posted.Agency}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        }

        foreach (var agency in Senders)
            foreach (var by in new[] { "", Dimension.Locality, Dimension.Team, Dimension.Category })
                truth.AddRange((await Rows(service, "demo-analyst", "month", by, agency.Code))!);
    }

    [OneTimeTearDown]
    public async Task End() => await service.DisposeAsync();

    [Test]
    public async Task Nothing_hidden_can_be_worked_out_from_all_that_a_board_can_ask_for()
    {
        var (attacks, found) = await Attack(service, Intervals);

        foreach (var (dataset, attack) in attacks)
            await TestContext.Out.WriteLineAsync($"{dataset}: {attack.Shown} counts shown, {attack.Targets} to be kept");
        Assert.That(found, Is.Empty);
        Assert.That(attacks.Values.Sum(attack => attack.Targets), Is.GreaterThan(1000));
        Assert.That(attacks.Values.Sum(attack => attack.Shown), Is.GreaterThan(1000));
    }

    [Test]
    public async Task With_secondary_suppression_off_hidden_counts_are_found()
    {
        await using var weakened = new TestService
        {
            Sharing = service.ConnectionString,
            Replace = services => services.AddSingleton(new DisclosureRules { Secondary = false, Audit = false }),
        };

        Assert.That((await Attack(weakened, ["month"])).Found, Is.Not.Empty);
    }

    [Test]
    public async Task With_indicators_taken_for_unrelated_hidden_counts_are_found()
    {
        await using var weakened = new TestService
        {
            Sharing = service.ConnectionString,
            Replace = services => services.AddSingleton(new DisclosureRules { Relations = false }),
        };

        Assert.That((await Attack(weakened, ["month"])).Found, Is.Not.Empty);
    }

    [Test]
    public void Counts_of_two_indicators_that_are_always_the_same_are_declared_as_one_count()
    {
        foreach (var (dataset, attack) in Attacks())
        {
            var declared = dataset.Relations
                .Where(relation => relation.IsSame)
                .Select(relation => Pair((relation.Whole, relation.WholeRole), (relation.Part, relation.PartRole)));
            Assert.That(
                attack.SameSeries().Select(same => Pair((same.One, same.Role), (same.Other, same.OtherRole))),
                Is.EquivalentTo(declared),
                dataset.Name);
        }
    }

    private static string Pair((string, CountRole) one, (string, CountRole) other) =>
        string.Join(" = ", new[] { $"{one}", $"{other}" }.Order(StringComparer.Ordinal));

    private Dictionary<Dataset, DisclosureAttack> Attacks()
    {
        var attacks = DatasetCatalogue.All
            .Where(dataset => dataset.IsAboutChildren)
            .ToDictionary(dataset => dataset, dataset => new DisclosureAttack(dataset));
        foreach (var row in truth.Where(row => row["numerator"] is not null))
            attacks.GetValueOrDefault(
                DatasetOf(row))?.AddTruth(
                    Day(row["from"]),
                    (string)row["asked"]!,
                    (string?)row["by"] ?? Dimension.All,
                    (string?)row["member"] ?? "",
                    (string)row["indicator"]!,
                    (decimal)row["numerator"]!,
                    (decimal)row["denominator"]!);
        return attacks;
    }

    private static Dataset DatasetOf(JsonNode row) => IndicatorCatalogue.Find((string)row["indicator"]!)!.Datasets[0];

    private async Task<(Dictionary<Dataset, DisclosureAttack> Attacks, List<string> Found)> Attack(TestService board, string[] intervals)
    {
        var sectorOf = Senders.ToDictionary(agency => agency.Code, agency => agency.Sector);
        var attacks = Attacks();
        foreach (var interval in intervals)
            foreach (var by in Breakdowns)
                foreach (var agency in Senders.Select(agency => (string?)agency.Code).Prepend(null))
                    foreach (var row in (await Rows(board, "demo-board", interval, by, agency))!)
                    {
                        if ((string?)row["symbol"] is "x" or "z") continue;
                        var member = (string?)row["member"];
                        var senders = sectorOf.Keys
                            .Where(code => agency is null || code == agency)
                            .Where(code => by switch
                            {
                                Dimension.Agency => code == member,
                                Dimension.Sector => sectorOf[code] == member,
                                _ => true,
                            });
                        var isOfRecords = by is not ("" or Dimension.Agency or Dimension.Sector);
                        attacks.GetValueOrDefault(
                            DatasetOf(row))?.AddPublished(
                                $"{row["period"]} {interval} {agency} {by} {member} {row["indicator"]}",
                                senders,
                                isOfRecords ? by : Dimension.All,
                                isOfRecords ? member! : "",
                                (string)row["indicator"]!,
                                new Period(Day(row["from"]), Day(row["to"])),
                                (decimal?)row["numerator"],
                                (decimal?)row["denominator"]);
                        if ((string?)row["symbol"] == "c")
                            Assert.That(
                                new[] { "value", "p90", "lower", "upper", "rag" }.Select(column => row[column]),
                                Is.All.Null,
                                row.ToJsonString());
                        else
                            Assert.That(row["numerator"] is not null && row["denominator"] is not null, row.ToJsonString());
                    }

        return (
            attacks,
            [
                .. attacks.Values.SelectMany(attack => attack
                    .Subtract()
                    .Concat(attack.Solve([.. Nested.Where(pair => attack.Has(pair.Whole))]))),
            ]);
    }

    private static async Task<IEnumerable<JsonNode>> Rows(TestService service, string key, string interval, string by, string? agency)
    {
        var answer = await service.Get(
            $"/v1/indicator-values?{Days}&interval={interval}{(by == "" ? "" : $"&by={by}")}{(agency is null ? "" : $"&agency={agency}")}",
            key);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Json.AsArray().Select(row =>
        {
            row!["asked"] = agency;
            return row;
        });
    }

    private static DateOnly Day(JsonNode? node) => DateOnly.ParseExact((string)node!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
