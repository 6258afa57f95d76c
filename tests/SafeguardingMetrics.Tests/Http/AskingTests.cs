using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>A question that cannot be answered is refused, and says what is wrong with it and what was most likely meant.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class AskingTests
{
    [TestCase("2025-3", "\"2025-3\" is not a period. ", "Did you mean 2025-03?")]
    [TestCase("2024-25", "\"2024-25\" is not a period. ", "A year is an interval: 2024-04-01/2025-03-31.")]
    [TestCase("03%2F2025", "\"03/2025\" is not a period. ", "Did you mean 2025-03?")]
    [TestCase("2025-02-30", "\"2025-02-30\" is not a period. ", "February 2025 has 28 days.")]
    [TestCase("2025-03-31/2025-03-01", "\"2025-03-31/2025-03-01\" is not a period. ", "The earlier day comes first: 2025-03.")]
    [TestCase("9434765919", "What was sent as the period is not a period. ", "2026-11-01/2026-11-22).")]
    [TestCase("", "The parameter period is missing. ", "2026-11-01/2026-11-22).")]
    public async Task A_period_that_cannot_be_used_is_repeated_with_the_forms_and_the_one_meant(string period, string begin, string end)
    {
        await using var service = new TestService();
        foreach (var address in new[] { "/v1/returns/statutory-visits", "/v1/returns/statutory-visits/check" })
        {
            var answer = await Post(service, $"{address}?period={period}");
            RefusalTests.Refused(answer, 400, "invalid-period");
            var detail = (string)answer.Json["detail"]!;
            Assert.That(detail, Does.StartWith(begin).And.EndWith(end).Or.StartWith(begin).And.Contain(end));
            Assert.That(detail, Does.Contain("a day (2026-11-22), a month (2026-11), or an interval"));
        }
    }

    [TestCase("2025-3", "open-cases is a snapshot: its period is the one day that it describes.")]
    [TestCase("04/03/2025", "Did you mean 2025-03-04?")]
    public async Task The_period_of_a_snapshot_is_one_day(string period, string end)
    {
        await using var service = new TestService();
        var answer = await Post(service, $"/v1/returns/open-cases?period={period}");
        RefusalTests.Refused(answer, 400, "invalid-period");
        Assert.That((string)answer.Json["detail"]!, Does.EndWith(end));
    }

    [TestCase("/v1/indicator-values?codes=visits-on-time,visits-on-tme", 404, "\"visits-on-tme\". Did you mean \"visits-on-time\"?")]
    [TestCase("/v1/indicator-values?codes=visits-on-tme,absence-rat", 404, "\"absence-rat\". Did you mean \"absence-rate\"?")]
    [TestCase("/v1/indicators/visit-latenes", 404, "\"visit-latenes\". Did you mean \"visit-lateness\"?")]
    [TestCase("/v1/indicators/visits_on_time/chart", 404, "\"visits_on_time\". Did you mean \"visits-on-time\"?")]
    [TestCase("/v1/indicators/9434765919", 404, "No indicator has this code.")]
    [TestCase("/v1/targets?indicator=visits-on-tim", 400, "and \"visits-on-tim\" is none. Did you mean \"visits-on-time\"?")]
    [TestCase("/v1/datasets/statutory-visit", 404, "\"statutory-visit\". Did you mean \"statutory-visits\"?")]
    [TestCase("/v1/returns?dataset=open-case", 400, "and \"open-case\" is none. Did you mean \"open-cases\"?")]
    [TestCase("/v1/returns?agency=EXA-CSX", 400, "and \"EXA-CSX\" is none. Did you mean \"EXA-CSC\"?")]
    [TestCase("/v1/return-schedule?agency=EXA-PAL", 400, "and \"EXA-PAL\" is none. Did you mean \"EXA-POL\"?")]
    [TestCase("/v1/return-schedule/overdue?dataset=open-cases&agency=exa-csc", 400, "Did you mean \"EXA-CSC\"?")]
    [TestCase("/v1/indicator-values?agency=EXA-CSD", 400, "and \"EXA-CSD\" is none. Did you mean \"EXA-CSC\"?")]
    [TestCase("/v1/indicator-values?by=localities", 400, "and \"localities\" is none. Did you mean \"locality\"?")]
    [TestCase("/v1/indicators/visits-on-time/values?by=risk-grade", 400, "and \"risk-grade\" is none.")]
    [TestCase("/v1/indicator-values?interval=monthly", 400, "and \"monthly\" is none. Did you mean \"month\"?")]
    [TestCase("/v1/indicator-values?from=2025-3-1", 400, "and \"2025-3-1\" is none. Did you mean 2025-03-01?")]
    [TestCase("/v1/indicator-values?to=03/2025", 400, "and \"03/2025\" is none. Did you mean 2025-03-31?")]
    public async Task A_name_that_is_none_is_repeated_with_the_nearest(string address, int status, string detail)
    {
        await using var service = new TestService();
        var answer = await service.Get(address, address.Contains("indicator", StringComparison.Ordinal) ? "demo-board" : "demo-admin");
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain(detail).And.Not.Contain("9434765919"));
    }

    [TestCase("cases?by=locality&member=Est", "member is a member of locality", "\"Est\" is none. Did you mean \"East\"?")]
    [TestCase("lineage?by=locality&member=east", "member is a member of locality", "Did you mean \"East\"?")]
    [TestCase("chart?by=locality&member=Eastt", "member is a member of locality", "Did you mean \"East\"?")]
    [TestCase("cases?by=agency,locality&member=EXA-CSC&member2=Esat", "member2 is a member of locality", "Did you mean \"East\"?")]
    [TestCase("cases?by=agency&member=EXA-CSK", "member is a member of agency", "Did you mean \"EXA-CSC\"?")]
    public async Task A_member_that_never_was_is_repeated_with_the_nearest(string question, string begin, string end)
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-10", new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-05")));
        var answer = await service.Get($"/v1/indicators/visits-on-time/{question}", "demo-analyst");
        RefusalTests.Refused(answer, 400, "invalid-parameter");
        Assert.That((string)answer.Json["detail"]!, Does.StartWith(begin).And.EndWith(end));

        var known = await service.Get(
            "/v1/indicators/visits-on-time/cases?by=locality&member=East&from=2026-09-01&to=2026-09-30", "demo-analyst");
        Assert.That((int)known.Status, Is.EqualTo(200), "a member without a case in these days is answered");
        Assert.That(known.Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task An_instant_without_a_zone_is_a_time_of_the_clock_in_England()
    {
        await using var service = new TestService();
        service.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 1, 0, 0, 0, TimeSpan.Zero));
        const string Figures = "/v1/indicators/visits-on-time/values?from=2027-06-01&to=2027-06-30";
        await service.Post("statutory-visits", "2027-06", new JsonArray(VisitRecords.CreateMade("V-1", "2027-06-05")));
        service.Clock.SetUtcNow(new DateTimeOffset(2027, 7, 2, 0, 0, 0, TimeSpan.Zero));
        async Task<decimal?> Denominator(string knownAt) =>
            (decimal?)(await service.Get($"{Figures}&knownAt={knownAt}", "demo-analyst")).Json[0]!["denominator"];

        // Received at 01:00 in England.
        Assert.That(await Denominator("2027-07-01T00:30:00"), Is.Null);
        Assert.That(await Denominator("2027-07-01T01:30:00"), Is.EqualTo(1));
        Assert.That(await Denominator("2027-07-01T00:30:00Z"), Is.EqualTo(1));
        Assert.That(await Denominator("2027-06-30"), Is.Null);
        Assert.That(await Denominator("2027-07-01"), Is.EqualTo(1));
    }

    [TestCase("knownAt=2026-03-29T01:30:00", "the clocks in England go forward")]
    [TestCase("updatedSince=2026-03-29T01:00", "the clocks in England go forward")]
    [TestCase("knownAt=2026-11-23", "knownAt lies in the future.")]
    [TestCase("knownAt=2026-11-22T18:00:00Z", "knownAt lies in the future.")]
    [TestCase("knownAt=2099-01-01T00:00:00", "knownAt lies in the future.")]
    [TestCase("updatedSince=2026-11-23", "updatedSince lies in the future.")]
    [TestCase("knownAt=01/07/2026", "and \"01/07/2026\" is none.")]
    public async Task An_instant_that_cannot_be_is_refused(string query, string detail)
    {
        await using var service = new TestService();
        var answer = await service.Get($"/v1/indicator-values?{query}", "demo-board");
        RefusalTests.Refused(answer, 400, "invalid-parameter");
        Assert.That((string)answer.Json["detail"]!, Does.Contain(detail));
    }

    [TestCase("/v1/targets")]
    [TestCase("/v1/benchmarks")]
    [TestCase("/v1/populations")]
    [TestCase("/v1/data-quality")]
    [TestCase("/v1/return-schedule")]
    [TestCase("/v1/return-schedule/overdue")]
    public async Task The_future_is_refused_at_every_address_and_today_is_not(string address)
    {
        await using var service = new TestService();
        var today = DateOnly.FromDateTime(service.Clock.GetUtcNow().UtcDateTime);
        RefusalTests.Refused(await service.Get($"{address}?knownAt={today.AddDays(1):yyyy-MM-dd}"), 400, "invalid-parameter");
        Assert.That((int)(await service.Get($"{address}?knownAt={today:yyyy-MM-dd}")).Status, Is.EqualTo(200));
    }

    private static async Task<ApiResponse> Post(TestService service, string address)
    {
        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent("[]", System.Text.Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, body);
        return await ApiResponse.Create(response);
    }
}
