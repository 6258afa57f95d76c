using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Values;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class FigureTests
{
    [Test]
    public async Task A_snapshot_takes_each_agency_s_last_day_in_the_interval()
    {
        await using var service = new TestService();
        await Sent(service, "2026-09-30", "demo-social-care", PostRecords.CreateMany(9, 1));
        await Sent(service, "2026-10-05", "demo-social-care", PostRecords.CreateMany(5, 5));
        await Sent(service, "2026-10-20", "demo-health", PostRecords.CreateMany(3, 1));
        await Sent(service, "2026-10-12", "demo-health", PostRecords.CreateMany(0, 4));
        await Sent(service, "2026-11-02", "demo-social-care", PostRecords.CreateMany(6, 2));

        Assert.That(await Rows(service, "vacancy-rate", "from=2026-09-01&to=2026-11-22"), Is.EqualTo(new[]
        {
            "2026-09  1/10 10.0 - of 2 reported 1", "2026-10  6/14 42.9 - of 2 reported 2", "2026-11  2/8 25.0 - of 2 reported 1",
        }));
        Assert.That(await Rows(service, "vacancy-rate", "from=2026-10-05&to=2026-10-18&interval=week"), Is.EqualTo(new[]
        {
            "2026-W41  5/10 50.0 - of 2 reported 1", "2026-W42  4/4 100.0 - of 2 reported 1",
        }));
        Assert.That(await Rows(service, "vacancy-rate", "from=2026-11-01&to=2026-11-03&interval=day"), Is.EqualTo(new[]
        {
            "2026-11-01  / - x of 2 reported 0", "2026-11-02  2/8 25.0 - of 2 reported 1", "2026-11-03  / - x of 2 reported 0",
        }));
        Assert.That(await Rows(service, "vacancy-rate", "from=2026-07-01&to=2026-12-31&interval=quarter"), Is.EqualTo(new[]
        {
            "2026-Q3  1/10 10.0 - of 2 reported 1", "2026-Q4  3/12 25.0 - of 2 reported 2",
        }));
        Assert.That(await Rows(service, "vacancy-rate", "from=2026-01-01&to=2026-12-31&interval=year&by=agency"), Is.EqualTo(new[]
        {
            "2026 EXA-CSC 2/8 25.0 - of 1 reported 1", "2026 EXA-ICB 1/4 25.0 - of 1 reported 1",
        }));
    }

    [Test]
    public async Task Full_time_equivalents_add_up_exactly()
    {
        await using var service = new TestService();
        await Sent(service, "2026-11-20", "demo-social-care", [
            PostRecords.Create("P-1", "filled", fte: 0.1m),
            PostRecords.Create("P-2", "filled", fte: 0.2m),
            PostRecords.Create("P-3", "agency-cover", fte: 0.57m),
            PostRecords.Create("P-4", "vacant", fte: 0.01m),
        ]);

        Assert.That(
            await Rows(service, "vacancy-rate", "from=2026-11-01&to=2026-11-30"),
            Is.EqualTo(new[] { "2026-11  0.58/0.88 65.9 - of 1 reported 1" }));
        Assert.That(
            await Rows(service, "agency-rate", "from=2026-11-01&to=2026-11-30"),
            Is.EqualTo(new[] { "2026-11  0.57/0.87 65.5 - of 1 reported 1" }));
    }

    [Test]
    public async Task Figures_are_by_agency_and_by_sector_and_of_one_agency()
    {
        await using var service = new TestService();
        await Sent(service, "2026-11-02", "demo-social-care", PostRecords.CreateMany(1, 1));
        await Sent(service, "2026-11-03", "demo-health", PostRecords.CreateMany(3, 1));
        await Sent(service, "2026-11-04", "demo-school", PostRecords.CreateMany(4, 0));
        const string November = "from=2026-11-01&to=2026-11-30";

        Assert.That(await Rows(service, "vacancy-rate", November), Is.EqualTo(new[] { "2026-11  2/10 20.0 - of 3 reported 3" }));
        Assert.That(await Rows(service, "vacancy-rate", November + "&by=agency"), Is.EqualTo(new[]
        {
            "2026-11 EXA-CSC 1/2 50.0 - of 1 reported 1",
            "2026-11 EXA-ICB 1/4 25.0 - of 1 reported 1",
            "2026-11 EXA-SCH-01 0/4 0.0 - of 1 reported 1",
        }));
        Assert.That(await Rows(service, "vacancy-rate", November + "&by=sector"), Is.EqualTo(new[]
        {
            "2026-11 health 1/4 25.0 - of 1 reported 1",
            "2026-11 school 0/4 0.0 - of 1 reported 1",
            "2026-11 social-care 1/2 50.0 - of 1 reported 1",
        }));
        Assert.That(
            await Rows(service, "vacancy-rate", November + "&agency=EXA-ICB"),
            Is.EqualTo(new[] { "2026-11  1/4 25.0 - of 1 reported 1" }));
        Assert.That(
            await Rows(service, "vacancy-rate", November + "&agency=EXA-ICB&by=agency"),
            Is.EqualTo(new[] { "2026-11 EXA-ICB 1/4 25.0 - of 1 reported 1" }));
        Assert.That(
            await Rows(service, "vacancy-rate", November + "&agency=EXA-POL"),
            Is.EqualTo(new[] { "2026-11  / - x of 0 reported 0" }));
    }

    [Test]
    public async Task A_sector_s_agencies_are_expected_and_the_rejected_records_of_those_that_reported_are_told()
    {
        await using var service = new TestService();
        JsonObject Pupil(
            string id,
            int possible,
            int attended) => new()
            {
                ["pupilId"] = id,
                ["locality"] = "East",
                ["socialWorkerStatus"] = "child-in-need",
                ["sessionsPossible"] = possible,
                ["sessionsAttended"] = attended,
            };
        await Sent(
            service,
            "2026-11-02/2026-11-06",
            "demo-school",
            [Pupil("P-1", 10, 9), Pupil("P-2", 10, 11), Pupil("P-3", 12, 0)],
            "school-attendance");
        await Sent(service, "2026-11-09/2026-11-13", "demo-school", [Pupil("P-1", 10, 10)], "school-attendance");

        var month = (await service.Values("absence-rate", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That(Text(month), Is.EqualTo("2026-11  1/20 5.0 - of 8 reported 1"));
        Assert.That((int)month["recordsRejected"]!, Is.EqualTo(2));
        var week = (await service.Values("absence-rate", "from=2026-11-09&to=2026-11-15&interval=week&by=team"))[0]!;
        Assert.That(Text(week), Is.EqualTo("2026-W46 EXA-SCH-01 0/10 0.0 - of 8 reported 1"));
        Assert.That((int)week["recordsRejected"]!, Is.Zero);
    }

    [Test]
    public async Task Nothing_reported_is_x_and_nothing_to_count_is_z_and_either_has_no_number()
    {
        await using var service = new TestService();
        await Sent(service, "2026-10", "demo-social-care", [], "statutory-visits");
        await Sent(service, "2026-11", "demo-social-care", [VisitRecords.CreateMissed("V-1", "2026-11-30")], "statutory-visits");

        foreach (var code in new[] { "visits-on-time", "visit-lateness" })
        {
            var rows = await service.Values(code, "from=2026-09-01&to=2026-11-30");
            Assert.That(
                rows.Select(row => $"{row!["symbol"]} {row["value"]} {row["p90"]} {row["numerator"]}"),
                Is.EqualTo(new[] { "x   ", "z   0", "z   0" }),
                code);
        }

        Assert.That(await service.Values("visits-on-time", "from=2026-09-01&to=2026-11-30&by=locality"), Is.Empty);
    }

    [Test]
    public async Task Weeks_are_numbered_as_ISO_8601_does_over_the_ends_of_years()
    {
        await using var service = new TestService();
        await Sent(service, "2024-12-30/2025-01-05", "demo-social-care", VisitRecords.CreateMany("2024-12-31", 1, 0), "statutory-visits");
        await Sent(
            service,
            "2025-12-29/2026-01-04",
            "demo-social-care",
            [.. Clones(VisitRecords.CreateMany("2025-12-29", 1, 1)), .. Clones(VisitRecords.CreateMany("2026-01-01", 1, 0))],
            "statutory-visits");

        Assert.That(
            await Rows(service, "visits-on-time", "from=2024-12-31&to=2024-12-31&interval=week"),
            Is.EqualTo(new[] { "2025-W01  1/1 100.0 - of 1 reported 1" }));
        Assert.That(await Rows(service, "visits-on-time", "from=2025-12-25&to=2026-01-10&interval=week"), Is.EqualTo(new[]
        {
            "2025-W52  / - x of 1 reported 0", "2026-W01  2/3 66.7 - of 1 reported 1", "2026-W02  / - x of 1 reported 0",
        }));
        Assert.That(
            await Rows(service, "visits-on-time", "from=2025-12-29&to=2025-12-29&interval=week&by=team"),
            Is.EqualTo(new[] { "2026-W01 East 1 2/3 66.7 - of 1 reported 1" }));
        Assert.That(
            (await service.Values("visits-on-time", "from=2021-01-01&to=2021-01-01&interval=week"))[0]!["period"]!.ToString(),
            Is.EqualTo("2020-W53"));
        Assert.That(
            (await service.Values("visits-on-time", "from=2021-01-01&to=2021-01-01&interval=week"))[0]!["from"]!.ToString(),
            Is.EqualTo("2020-12-28"));
    }

    [Test]
    public async Task A_median_and_a_90th_centile_are_ranks_of_the_sorted_amounts()
    {
        await using var service = new TestService();
        // Monday 2 November is due; made 0 to 9 working days later.
        await Sent(
            service,
            "2026-11-02",
            "demo-social-care",
            [
                .. new[]
                {
                    "02", "03", "04", "05", "06", "09", "10", "11", "12", "13",
                }.Select((day, i) => VisitRecords.CreateMade($"V-{i}", "2026-11-02", $"2026-11-{day}")),
            ],
            "statutory-visits");

        var row = (await service.Values("visit-lateness", "from=2026-11-02&to=2026-11-02&interval=day"))[0]!;

        Assert.That(
            ((decimal)row["value"]!, (decimal)row["p90"]!, (decimal)row["numerator"]!, (decimal)row["denominator"]!),
            Is.EqualTo((4m, 8m, 9m, 10m)));
    }

    [Test]
    public async Task An_activity_is_summed_over_years_that_begin_in_April_or_September_and_over_months_that_overlap()
    {
        await using var service = new TestService();
        // Each month has one visit on time, and as many that were missed as its number.
        for (var month = new DateOnly(2025, 8, 1); month <= new DateOnly(2026, 10, 1); month = month.AddMonths(1))
            await Sent(
                service,
                $"{month:yyyy-MM}",
                "demo-social-care",
                VisitRecords.CreateMany($"{month:yyyy-MM}-03", 1, month.Month),
                "statutory-visits");

        Assert.That(await Rows(service, "visits-on-time", "from=2026-03-31&to=2026-04-01&interval=financial-year"), Is.EqualTo(new[]
        {
            "2025/26  8/64 12.5 - of 1 reported 1", "2026/27  7/56 12.5 - of 1 reported 1",
        }));
        Assert.That(
            await Rows(service, "visits-on-time", "from=2026-08-31&to=2026-08-31&interval=academic-year"),
            Is.EqualTo(new[] { "2025/26  12/90 13.3 - of 1 reported 1" }));
        Assert.That(await Rows(service, "visits-on-time", "from=2026-03-15&to=2026-05-15&interval=to-date"), Is.EqualTo(new[]
        {
            "2025-04/2026-03  8/64 12.5 - of 1 reported 1",
            "2026-04/2026-04  1/5 20.0 - of 1 reported 1",
            "2026-04/2026-05  2/11 18.2 - of 1 reported 1",
        }));
        Assert.That(
            await Rows(service, "visits-on-time", "from=2025-09-01&to=2025-09-30&interval=rolling-12-months&by=locality"),
            Is.EqualTo(new[] { "2024-10/2025-09 East 2/19 10.5 - of 1 reported 1" }));
        Assert.That(await Rows(service, "visits-on-time", "from=2026-09-01&to=2026-10-31&interval=rolling-12-months"), Is.EqualTo(new[]
        {
            "2025-10/2026-09  12/90 13.3 - of 1 reported 1", "2025-11/2026-10  12/90 13.3 - of 1 reported 1",
        }));
    }

    [Test]
    public async Task A_snapshot_takes_the_last_day_of_a_year_however_years_are_cut()
    {
        await using var service = new TestService();
        await Sent(service, "2026-03-31", "demo-social-care", PostRecords.CreateMany(8, 2));
        await Sent(service, "2026-08-31", "demo-social-care", PostRecords.CreateMany(9, 1));
        await Sent(service, "2026-10-31", "demo-social-care", PostRecords.CreateMany(7, 3));

        Assert.That(
            await Rows(service, "vacancy-rate", "from=2026-03-01&to=2026-10-31&interval=financial-year"),
            Is.EqualTo(new[] { "2025/26  2/10 20.0 - of 1 reported 1", "2026/27  3/10 30.0 - of 1 reported 1" }));
        Assert.That(
            await Rows(service, "vacancy-rate", "from=2026-08-01&to=2026-09-30&interval=academic-year"),
            Is.EqualTo(new[] { "2025/26  1/10 10.0 - of 1 reported 1", "2026/27  3/10 30.0 - of 1 reported 1" }));
        Assert.That(await Rows(service, "vacancy-rate", "from=2026-08-01&to=2026-10-31&interval=to-date"), Is.EqualTo(new[]
        {
            "2026-04/2026-08  1/10 10.0 - of 1 reported 1",
            "2026-04/2026-09  1/10 10.0 - of 1 reported 1",
            "2026-04/2026-10  3/10 30.0 - of 1 reported 1",
        }));
        Assert.That(
            await Rows(service, "vacancy-rate", "from=2026-07-31&to=2026-07-31&interval=rolling-12-months&by=team"),
            Is.EqualTo(new[] { "2025-08/2026-07 East 1 2/10 20.0 - of 1 reported 1" }));
    }

    [Test]
    public async Task A_percentage_has_its_interval_and_one_of_few_is_marked_as_unreliable()
    {
        await using var service = new TestService();
        await Sent(service, "2026-09", "demo-social-care", VisitRecords.CreateMany("2026-09-03", 5, 4), "statutory-visits");
        await Sent(service, "2026-10", "demo-social-care", VisitRecords.CreateMany("2026-10-05", 0, 20), "statutory-visits");

        var rows = await service.Values("visits-on-time", "from=2026-09-01&to=2026-10-31");
        var lateness = await service.Values("visit-lateness", "from=2026-09-01&to=2026-09-30");

        Assert.That(
            rows.Select(row => $"{row!["value"]} {row["lower"]} {row["upper"]} {row["symbol"]}"),
            Is.EqualTo(new[] { "55.6 26.7 81.1 u", "0.0 0.0 16.1 " }));
        Assert.That(lateness.Select(row => $"{row!["lower"]}{row["upper"]}{row["symbol"]}"), Is.EqualTo(new[] { "" }));
    }

    [Test]
    public async Task Those_still_waiting_are_counted_beside_the_lengths_of_those_that_ended()
    {
        await using var service = new TestService();
        await Sent(service, "2026-11", "demo-social-care",
        [
            VisitRecords.CreateMade("V-1", "2026-11-02", "2026-11-04"),
            VisitRecords.CreateMissed("V-2", "2026-11-03"),
            VisitRecords.CreateMissed("V-3", "2026-11-20", locality: "West"),
            // Due after receipt: nobody waits for it yet.
            VisitRecords.CreateMissed("V-4", "2026-11-25"),
        ], "statutory-visits");
        const string November = "from=2026-11-01&to=2026-11-30";
        static IEnumerable<string> Told(JsonArray rows) =>
            rows
                .Select(row =>
                    $"{row!["member"]} {row["numerator"]}/{row["denominator"]} {row["value"]} waiting {row["waiting"]} {row["symbol"]}");

        Assert.That(Told(await service.Values("visit-lateness", November)), Is.EqualTo(new[] { " 1/1 2.0 waiting 2 " }));
        Assert.That(
            Told(await service.Values("visit-lateness", November + "&by=locality")),
            Is.EqualTo(new[] { "East 1/1 2.0 waiting 1 ", "West 0/0  waiting 1 z" }));
        Assert.That(
            Told(await service.Values("visit-lateness", "from=2026-11-20&to=2026-11-20&interval=day&by=locality")),
            Is.EqualTo(new[] { "West 0/0  waiting 1 z" }));
        Assert.That(Told(await service.Values("visits-on-time", November)), Is.EqualTo(new[] { " 0/3 0.0 waiting  u" }));
        Assert.That((await service.Get($"/v1/indicators/visit-lateness/values?{November}", "demo-board")).Json[0]!["waiting"], Is.Null);
        Assert.That((await service.Get("/v1/indicators")).Text, Does.Not.Contain("/waiting"));
    }

    [Test]
    public async Task Many_indicators_come_as_one_flat_list_in_the_order_that_was_asked_for()
    {
        await using var service = new TestService();
        await Sent(service, "2026-11", "demo-social-care", VisitRecords.CreateMany("2026-11-03", 1, 1), "statutory-visits");
        const string November = "from=2026-11-01&to=2026-11-30";

        var all = await Many(service, November);
        var some = await Many(service, $"codes=vacancy-rate,visits-on-time,,%20vacancy-rate&{November}");
        var byLocality = await Many(service, $"codes=average-caseload,visits-on-time&by=locality&{November}");

        var codes = (await service.Get("/v1/indicators")).Json.AsArray().Select(indicator => (string)indicator!["code"]!).ToList();
        Assert.That(codes, Has.Count.EqualTo(IndicatorCatalogue.All.Count));
        Assert.That(all.Select(row => (string)row!["indicator"]!), Is.EqualTo(codes));
        Assert.That(some.Select(row => (string)row!["indicator"]!), Is.EqualTo(new[] { "vacancy-rate", "visits-on-time" }));
        Assert.That(byLocality.Select(row => (string)row!["indicator"]!), Is.EqualTo(new[] { "visits-on-time" }));
        Assert.That(some[1]!.ToJsonString(), Is.EqualTo((await service.Values("visits-on-time", November))[0]!.ToJsonString()));
        RefusalTests.Refused(await service.Get($"/v1/indicator-values?codes=visits-on-time,zebedee&{November}"), 404, "unknown-indicator");
    }

    [Test]
    public async Task Without_from_and_to_the_twelve_months_to_today_are_given()
    {
        await using var service = new TestService();

        var rows = await service.Values("visits-on-time", "");

        Assert.That(
            rows.Select(row => (string)row!["period"]!),
            Is.EqualTo(Enumerable.Range(0, 12).Select(i => $"{new DateOnly(2025, 12, 1).AddMonths(i):yyyy-MM}")));
    }

    private static IEnumerable<JsonNode?> Clones(JsonArray records) => records.Select(record => record!.DeepClone());

    private static async Task<JsonArray> Many(TestService service, string query)
    {
        var answer = await service.Get($"/v1/indicator-values?{query}", "demo-analyst");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json.AsArray();
    }

    private static async Task Sent(TestService service, string period, string key, JsonArray records, string dataset = "workforce-posts")
    {
        var answer = await service.Post(dataset, period, records, key);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }

    private static async Task<IEnumerable<string>> Rows(TestService service, string code, string query) =>
        (await service.Values(code, query)).Select(Text);

    private static string Text(JsonNode? row) =>
        $"{row!["period"]} {row["member"]} {row["numerator"]}/{row["denominator"]} {row["value"]?.ToString() ?? "-"} "
        + $"{(row["symbol"]?.ToString() is { } symbol and not "u" ? symbol : "-")} of {row["agenciesExpected"]} reported "
        + $"{row["agenciesReported"]}";
}
