using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Indicators;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Releases;

/// <summary>No number that a protected key gets follows from children's records, but as it was released.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ProtectedNumberTests
{
    private const string Board = "demo-board";

    // Numbers of agencies, returns, periods and days, and what the partnership or others published.
    private static readonly HashSet<string> Staying =
    [
        "agenciesExpected", "agenciesReported", "periodsDue", "periodsCovered", "returns", "returnsRejected", "returnsHeld",
        "returnsConfirmed", "hoursLate", "daysLate", "dueDays", "target", "tolerance", "coverage", "number", "roundedTo", "people", "rank",
        "closeness", "neighbours", "neighboursWithValue", "localAuthorities", "baseline", "pointsUsed", "rulePoints",
    ];

    // What a release shows, and what is made of it.
    private static readonly HashSet<string> Released =
    [
        "numerator", "numeratorAtLeast", "numeratorAtMost", "denominator", "denominatorAtLeast", "denominatorAtMost", "value",
        "valueAtLeast", "valueAtMost", "p90", "lower", "upper", "disproportionality", "mean", "movingRange",
    ];

    private static readonly string[] Addresses =
    [
        "/v1/indicator-values?from=2026-08-01&to=2026-12-31", "/v1/indicator-values?from=2026-08-01&by=locality",
        "/v1/indicator-values?from=2026-08-01&by=agency", "/v1/indicator-values?from=2026-08-01&interval=quarter&by=team",
        "/v1/indicator-values?from=2025-08-01&interval=financial-year", "/v1/indicator-values?from=2026-08-01&interval=to-date",
        "/v1/indicator-values?from=2026-08-01&interval=rolling-12-months&agency=EXA-CSC",
        "/v1/indicators/unallocated-cases/values?from=2026-07-01&interval=quarter&by=sex",
        "/v1/indicators/visits-on-time/chart?from=2026-08-01",
        "/v1/indicators/unallocated-cases/chart?from=2026-08-01&by=locality&member=East",
        "/v1/indicators/visits-on-time/comparison", "/v1/data-quality", "/v1/data-quality?by=dataset", "/v1/data-quality?by=month",
        "/v1/data-quality/scores", "/v1/data-quality/scores?by=dataset", "/v1/data-quality/held", "/v1/return-schedule",
        "/v1/return-schedule/overdue", "/v1/releases", "/v1/targets", "/v1/benchmarks", "/v1/populations",
    ];

    [Test]
    public async Task Every_number_is_one_that_stays_or_was_released()
    {
        await using var service = await Filled();
        var seen = new HashSet<string>();
        foreach (var address in Addresses)
        {
            var answer = await service.Get(address, Board);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), address);
            foreach (var (row, name) in ListNumbers(answer.Json))
            {
                // The numbers of records of posts are not about children.
                if (row["member"]?.ToString() == "workforce-posts" && address.Contains("data-quality", StringComparison.Ordinal)) continue;
                Assert.That(Staying.Contains(name) || Released.Contains(name), Is.True, $"{address}: {name}");
                seen.Add(name);
                if (name is "numeratorAtLeast" or "denominatorAtLeast")
                    Assert.That((decimal)row[name]! % 1, Is.Zero, $"{address}: {name}");
            }
        }

        Assert.That(
            seen,
            Is.SupersetOf(new[] { "numerator", "denominatorAtMost", "value", "valueAtLeast", "returns", "coverage", "movingRange" }),
            "the walk sees numbers");
    }

    [TestCase("/v1/data-quality?by=rule")]
    [TestCase("/v1/data-quality/scores?by=field")]
    [TestCase("/v1/indicators/visits-on-time/cases")]
    [TestCase("/v1/indicators/visits-on-time/lineage")]
    [TestCase("/v1/returns")]
    [TestCase("/v1/audit")]
    public async Task What_is_of_records_is_refused(string address)
    {
        await using var service = await Filled();
        Assert.That((await service.Get(address, Board)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await service.Get(address)).Status, Is.EqualTo(HttpStatusCode.OK), "there is something to refuse");
    }

    [Test]
    public async Task A_single_record_more_changes_no_byte_of_what_a_protected_key_reads()
    {
        await using var service = await Filled();
        var addresses = Addresses.Where(address => !address.Contains("data-quality/scores", StringComparison.Ordinal)).ToList();
        var before = await Read(service, addresses);
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        var more = await service.Post("statutory-visits", "2026-10", CreateVisits(1));
        Assert.That(more.Status, Is.EqualTo(HttpStatusCode.Created), more.Text);

        var after = await Read(service, addresses);
        for (var i = 0; i < addresses.Count; i++) Assert.That(after[i].Text, Is.EqualTo(before[i].Text), addresses[i]);
        Assert.That(
            Tags(after), Is.EqualTo(Tags(before)).And.Not.Empty, "tags of figures");

        static IEnumerable<string> Tags(IEnumerable<ApiResponse> answers) =>
            answers.Where((_, i) => Addresses[i].Contains("indicator", StringComparison.Ordinal)).Select(answer => answer.Headers["ETag"]);
    }

    private static async Task<IReadOnlyList<ApiResponse>> Read(TestService service, IEnumerable<string> addresses)
    {
        var answers = new List<ApiResponse>();
        foreach (var address in addresses) answers.Add(await service.Get(address, Board));
        return answers;
    }

    // Cases of which some break rules that mirror indicators, visits that are late, and posts.
    private static async Task<TestService> Filled()
    {
        var service = new TestService();
        await service.Put(
            "/v1/return-schedule/statutory-visits/EXA-CSC",
            """{ "validFrom": "2026-09-01", "frequency": "month", "dueDays": 3, "dueTime": "09:00" }""");
        foreach (var month in new[] { "2026-08-31", "2026-09-30", "2026-10-31" })
            await Sent(service, "open-cases", month, CaseRecords.Return(
                CaseRecords.Create("A", 3, 120, plan: "child-protection"), CaseRecords.Create("B", 7, 60, "West", "looked-after", "M")));
        await Sent(service, "statutory-visits", "2026-09", VisitRecords.CreateMany("2026-09-05", 31, 9));
        await Sent(service, "statutory-visits", "2026-10", CreateVisits(0));
        await Sent(service, "workforce-posts", "2026-10-31", PostRecords.CreateMany(8, 2));
        await service.MakeReleases("2026-12-20");
        return service;
    }

    private static JsonArray CreateVisits(int more) => VisitRecords.CreateMany("2026-10-05", 33, 12 + more);

    private static async Task Sent(TestService service, string dataset, string period, JsonNode records)
    {
        var answer = await service.Post(dataset, period, records, isConfirmed: true);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
    }

    private static IEnumerable<(JsonObject Row, string Name)> ListNumbers(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(ListNumbers),
        JsonObject row => row.SelectMany(member => member.Value is JsonValue value
            ? value.GetValueKind() == JsonValueKind.Number ? [(row, member.Key)] : []
            : ListNumbers(member.Value)),
        _ => [],
    };
}
