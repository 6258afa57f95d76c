using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Indicators;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Releases;

[OnEachEngine]
public sealed class ReleasedFigureTests
{
    private const string October = "from=2026-10-01&to=2026-10-31";

    [Test]
    public async Task The_board_reads_groups_of_five_as_they_were_released_and_the_analyst_what_is_known_now()
    {
        await using var service = new TestService();
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 37, 6));
        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  -/- - x" }), "not yet released");

        await service.MakeReleases("2026-11-23");
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 38, 25));

        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  35-39/40-44 88.1 " }));
        Assert.That(
            (await service.Values("visits-on-time", October)).Select(row => $"{row!["numerator"]}/{row["denominator"]}"),
            Is.EqualTo(new[] { "38/63" }));
        var row = (await service.Get($"/v1/indicators/visits-on-time/values?{October}", "demo-board")).Json[0]!;
        Assert.That(
            (
                $"{row["releasedAt"]}", $"{row["knownAt"]}", $"{row["nextReleaseOn"]}", (int)row["roundedTo"]!, (bool)row["isComplete"]!,
                row["recordsRejected"]),
            Is.EqualTo(("2026-11-23T00:00:00.000Z", "2026-11-23T00:00:00.000Z", "2027-02-15", 5, true, (JsonNode?)null)));
    }

    [Test]
    public async Task Fewer_than_five_is_a_range_of_a_rate_and_none_is_told_only_of_the_whole()
    {
        await using var service = new TestService();
        var cases = CaseRecords.Return(
            CaseRecords.Create("A", 3, 120), CaseRecords.Create("B", 0, 60, "West"), CaseRecords.Create("C", 0, 12, "North"));
        await Sent(service, "open-cases", "2026-10-31", cases);
        await Sent(service, "open-cases", "2026-09-30", CaseRecords.Return(CaseRecords.Create("A", 0, 150)));
        await service.MakeReleases("2026-11-23");

        Assert.That(
            await Board(service, "unallocated-cases", "from=2026-09-01&to=2026-10-31"),
            Is.EqualTo(new[] { "2026-09  0/150-154 0.0 ", "2026-10  c/195-199 0.0-2.1 c" }));
        Assert.That(
            await Board(service, "unallocated-cases", $"{October}&by=locality"),
            Is.EqualTo(new[] { "2026-10 East c/120-124 0.0-3.3 c", "2026-10 North c/10-14 - c", "2026-10 West c/60-64 0.0-6.7 c" }));
        Assert.That(
            await Board(service, "unallocated-cases", $"{October}&by=plan-type"),
            Has.Exactly(1).EqualTo("2026-10 child-in-need c/195-199 0.0-2.1 c").And.Some.EqualTo("2026-10 looked-after c/c - c"),
            "a plan that no child has, and one that a few have, look alike");
        Assert.That(
            await Board(service, "average-caseload", October), Is.EqualTo(new[] { "2026-10  191-199/25-29 7 " }),
            "the rest of the open cases, in whole cases a worker");
    }

    [Test]
    public async Task Teams_and_what_a_child_is_are_told_by_quarter_and_only_of_many()
    {
        await using var service = new TestService();
        await Sent(service, "open-cases", "2026-09-30", CaseRecords.Return(CaseRecords.Create("A", 20, 130)));
        await service.MakeReleases("2026-11-23");

        Assert.That(
            await Board(service, "unallocated-cases", "from=2026-07-01&to=2026-09-30&interval=quarter&by=sex"),
            Is.EqualTo(new[] { "2026-Q3 F 20-24/150-154 14.5 ", "2026-Q3 M c/c - c", "2026-Q3 U c/c - c" }));
        foreach (var query in new[]
        {
            "by=team", "by=sex", "by=ethnic-group",
            "by=ethnicity&interval=quarter", "by=age&interval=rolling-12-months", "by=locality&agency=EXA-CSC",
            "interval=week", "interval=day", "by=locality,sex",
        })
            RefusalTests.Refused(
                await service.Get($"/v1/indicators/unallocated-cases/values?{query}", "demo-board"), 403, "full-figures-only", query);
    }

    [Test]
    public async Task A_small_partnership_reads_months_of_the_whole_only()
    {
        await using var service = new TestService();
        await Sent(service, "open-cases", "2026-09-30", CaseRecords.Return(CaseRecords.Create("A", 20, 60)));
        await service.MakeReleases("2026-11-23");

        const string September = "from=2026-09-01&to=2026-09-30";
        Assert.That(await Board(service, "unallocated-cases", September), Is.EqualTo(new[] { "2026-09  20-24/80-84 26.8 " }));
        Assert.That(await Board(service, "unallocated-cases", $"{September}&by=locality"), Is.Empty);
        Assert.That(
            await Board(service, "unallocated-cases", "from=2026-07-01&to=2026-09-30&interval=quarter&by=locality"),
            Is.EqualTo(new[] { "2026-Q3 East 20-24/80-84 26.8 " }));
        Assert.That(await Board(service, "unallocated-cases", "from=2026-07-01&to=2026-09-30&interval=quarter&by=sex"), Is.Empty);
    }

    [Test]
    public async Task Of_events_of_a_few_children_no_number_is_told()
    {
        await using var service = new TestService();
        var visits = VisitRecords.CreateMany("2026-10-05", 30, 10);
        foreach (var visit in visits) visit!["childId"] = $"C-{((string)visit["visitId"]!).Length % 2}";
        await Sent(service, "statutory-visits", "2026-10", visits);
        await service.MakeReleases("2026-11-23");

        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  -/- - c" }));
    }

    [Test]
    public async Task Posts_are_not_children_and_are_told_as_they_are()
    {
        await using var service = new TestService();
        await Sent(service, "workforce-posts", "2026-10-31", PostRecords.CreateMany(3, 1));
        await service.MakeReleases("2026-11-23");

        Assert.That(await Board(service, "vacancy-rate", October), Is.EqualTo(new[] { "2026-10  1/4 25.0 u" }));
        Assert.That(
            (await service.Get("/v1/indicators/vacancy-rate/values?interval=week", "demo-board")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_year_to_date_is_added_up_from_what_is_told_and_says_how_far_it_may_be_out()
    {
        await using var service = new TestService();
        foreach (var month in new[] { "2026-07", "2026-08", "2026-09", "2026-10" })
            await Sent(service, "statutory-visits", month, VisitRecords.CreateMany($"{month}-06", 31, 11));
        await service.MakeReleases("2026-11-23");

        Assert.That(
            await Board(service, "visits-on-time", $"{October}&interval=to-date"),
            Is.EqualTo(new[] { "2026-04/2026-10  120-128/165-173 73.4 " }),
            "a quarter of 93 of 126, and a month of 31 of 42");
    }

    [Test]
    public async Task A_correction_is_read_with_the_next_release_and_only_where_it_moves_five_or_more()
    {
        await using var service = new TestService();
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 39, 10));
        await service.MakeReleases("2026-11-23");
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 41, 17));
        await service.MakeReleases("2027-02-15");

        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  35-39/55-59 64.9 " }));
        Assert.That(
            await Board(service, "visits-on-time", $"{October}&knownAt=2026-12-01"), Is.EqualTo(new[] { "2026-10  35-39/45-49 78.7 " }));
        Assert.That(
            await Board(service, "visits-on-time", $"{October}&knownAt=2026-11-22"), Is.EqualTo(new[] { "2026-10  -/- - x" }));
    }

    [Test]
    public async Task A_release_waits_for_a_return_that_is_owed_and_then_says_that_it_is_missing()
    {
        await using var service = new TestService();
        Assert.That(
            (await service.Put(
                "/v1/return-schedule/statutory-visits/EXA-CSC",
                """{ "validFrom": "2026-10-01", "frequency": "month", "dueDays": 3, "dueTime": "09:00" }""")).Status,
            Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Created));
        await Sent(service, "statutory-visits", "2026-10-01/2026-10-20", VisitRecords.CreateMany("2026-10-05", 37, 6));
        await service.MakeReleases("2026-12-12");
        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  -/- - x" }), "it waits");

        await service.MakeReleases("2026-12-13");
        var row = (await service.Get($"/v1/indicators/visits-on-time/values?{October}", "demo-board")).Json[0]!;
        Assert.That(
            ((bool)row["isComplete"]!, (int)row["periodsDue"]!, (int)row["periodsCovered"]!, $"{row["quality"]}"),
            Is.EqualTo((false, 1, 0, "poor")));
    }

    [Test]
    public async Task A_release_is_brought_forward_by_an_administrator_and_listed()
    {
        await using var service = new TestService();
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 37, 6));
        const string Body = """{ "interval": "month", "day": "2026-10-09", "indicators": ["visits-on-time"] }""";
        var made = await service.PostJson("/v1/releases", Body, "demo-admin");
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.OK), made.Text);

        Assert.That(await Board(service, "visits-on-time", October), Is.EqualTo(new[] { "2026-10  35-39/40-44 88.1 " }));
        var listed = (await service.Get("/v1/releases", "demo-board")).Json.AsArray();
        Assert.That(
            listed.Select(row => $"{row!["indicator"]} {row["period"]} {row["number"]} {row["nextReleaseOn"]}"),
            Is.EqualTo(new[] { "visits-on-time 2026-10 1 2027-02-15" }));
        RefusalTests.Refused(await service.PostJson("/v1/releases", Body, "demo-board"), 403, "not-permitted");
        RefusalTests.Refused(
            await service.PostJson("/v1/releases", Body.Replace("10-09", "11-09", StringComparison.Ordinal), "demo-admin"),
            409, "nothing-to-release");
    }

    [Test]
    public async Task Charts_and_comparisons_follow_releases_and_take_fewer_than_five_as_two()
    {
        await using var service = new TestService();
        await Sent(service, "statutory-visits", "2026-09", VisitRecords.CreateMany("2026-09-03", 20, 10));
        await Sent(service, "statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 2, 20));
        await service.MakeReleases("2026-11-23");

        var chart = (await service.Get(
            "/v1/indicators/visits-on-time/chart?from=2026-09-01&to=2026-11-30", "demo-board")).Json["points"]!.AsArray();
        Assert.That(
            chart.Select(point => $"{Number(point!["value"])} {point["symbol"]} {point["isComplete"]}"),
            Is.EqualTo(new[] { "68.8  true", "9.1 c true", "- x false" }));
        var own = (await service.Get(
            "/v1/indicators/visits-on-time/comparison?from=2026-10-01&to=2026-10-31", "demo-board")).Json["own"]!;
        Assert.That($"{Number(own["value"])} {Number(own["valueAtMost"])}", Is.EqualTo("- 20.0"));
    }

    private static async Task Sent(TestService service, string dataset, string period, JsonNode records)
    {
        var answer = await service.Post(dataset, period, records, isConfirmed: true);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
    }

    private static async Task<List<string>> Board(TestService service, string code, string query)
    {
        var answer = await service.Get($"/v1/indicators/{code}/values?{query}", "demo-board");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return [
            .. answer.Json.AsArray().Select(row => string.Create(
                CultureInfo.InvariantCulture,
                $"{row!["period"]} {row["member"]} {Count(row, "numerator")}/{Count(row, "denominator")} {Rate(row)} {row["symbol"]}")),
        ];
    }

    private static string Count(JsonNode row, string name) =>
        row[$"{name}AtMost"] is null ? Number(row[name])
            : row[name] is null ? "c" : $"{Number(row[$"{name}AtLeast"])}-{Number(row[$"{name}AtMost"])}";

    private static string Rate(JsonNode row) =>
        row["value"] is null && row["valueAtMost"] is not null
            ? $"{Number(row["valueAtLeast"])}-{Number(row["valueAtMost"])}"
            : Number(row["value"]);

    private static string Number(JsonNode? number) => number is null ? "-" : ((decimal)number).ToString(CultureInfo.InvariantCulture);
}
