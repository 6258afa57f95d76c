using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ChartTests
{
    private const string Whole = "from=2025-01-01&to=2026-07-31";

    // On time, of ten visits a month: 50 and 60 per cent in turn for a year, then 50.
    private static readonly int[] OnTime = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 5, 5, 5, 5, 5, 5];

    [Test]
    public async Task A_chart_has_the_figures_of_values_with_limits_rules_and_sentences()
    {
        await using var service = new TestService();
        await Sent(service, OnTime);

        var chart = await Chart(service, "visits-on-time", Whole + "&baseline=12");

        var values = await service.Values("visits-on-time", Whole);
        Assert.That(
            Points(chart, "period", "from", "to", "value", "symbol"),
            Is.EqualTo(values.Select(row => Told(row!, "period", "from", "to", "value", "symbol"))));
        Assert.That(
            Told(chart, "indicator", "unit", "polarity", "interval", "by", "member", "agency", "target", "baseline", "screen"),
            Is.EqualTo("visits-on-time percent high month - - - - 12 false"));
        // Mean 55, every range 10: 55 -+ 26.6.
        Assert.That(
            chart["stretches"]!
                .AsArray()
                .Select(stretch => Told(stretch!, "from", "to", "mean", "lower", "upper", "pointsUsed", "isTrial")),
            Is.EqualTo(new[] { "2025-01-01 2026-07-31 55.00 28.40 81.60 12 false" }));
        Assert.That(
            Points(chart, "movingRange", "mean", "lower", "upper", "isComplete").Skip(1).Take(2),
            Has.All.EqualTo("10.0 55.00 28.40 81.60 true"));
        Assert.That(Points(chart, "rule", "ruleFrom", "ruleTo", "rulePoints", "variation", "sentence"), Is.EqualTo(
            Enumerable.Repeat("- - - - common-cause -", 12).Concat(
                Enumerable.Repeat("shift 2026-01 2026-07 7 concern Seven points in a row below the mean since January 2026", 7))));
        Assert.That(
            Told(chart["latest"]!, "period", "variation", "variationSentence", "assurance", "assuranceSentence"),
            Is.EqualTo("2026-07 concern Concern: Seven points in a row below the mean since January 2026 - -"));
    }

    [Test]
    public async Task A_month_that_is_not_over_or_that_the_returns_do_not_reach_is_shown_and_not_judged()
    {
        await using var service = new TestService();
        await Sent(service, [.. OnTime, 5, 5, 5]);
        await service.Post("statutory-visits", "2026-11-01/2026-11-22", VisitRecords.CreateMany("2026-11-03", 0, 10));
        const string Two = "from=2025-01-01&to=2026-11-30";

        async Task<string> November()
        {
            var chart = await Chart(service, "visits-on-time", Two);
            return Told(chart["points"]!.AsArray()[^1]!, "period", "value", "isComplete", "rule", "variation")
                + " of "
                + chart["stretches"]![0]!["pointsUsed"];
        }

        Assert.That(await November(), Is.EqualTo("2026-11 0.0 false - - of 12"));
        service.Clock.Advance(TimeSpan.FromDays(20));
        Assert.That(await November(), Is.EqualTo("2026-11 0.0 false - - of 12"), "the month is over, but nothing came of its last days");
        await service.Post("statutory-visits", "2026-11-23/2026-11-30", new JsonArray());
        Assert.That(await November(), Is.EqualTo("2026-11 0.0 true beyond-limit concern of 12"));
        Assert.That(
            Told((await Chart(service, "visits-on-time", "from=2026-09-01&to=2026-11-15"))["points"]![2]!, "period", "isComplete"),
            Is.EqualTo("2026-11 true"),
            "however it is asked for");
        Assert.That(
            Told(
                (await Chart(service, "visits-on-time", "from=2026-09-01&to=2026-11-15&knownAt=2026-11-29"))["points"]![2]!,
                "period",
                "isComplete"),
            Is.EqualTo("2026-11 false"));
    }

    [Test]
    public async Task An_agency_s_chart_is_complete_as_far_as_that_agency_s_returns_reach()
    {
        await using var service = new TestService();
        JsonArray Pupils() =>
        [
            new JsonObject
            {
                ["pupilId"] = "P-1",
                ["locality"] = "East",
                ["socialWorkerStatus"] = "child-in-need",
                ["sessionsPossible"] = 20,
                ["sessionsAttended"] = 19,
            },
        ];
        Assert.That((int)(await service.Post("school-attendance", "2026-10-01/2026-10-23", Pupils())).Status, Is.EqualTo(201));
        var complete = async (string cut) => Told(
            (await Chart(service, "absence-rate", "from=2026-10-01&to=2026-10-31" + cut))["points"]![0]!,
            "value",
            "isComplete");

        Assert.That((await complete(""), await complete("&by=agency&member=EXA-SCH-01")), Is.EqualTo(("5.0 false", "5.0 false")));
        Assert.That(await complete("&by=agency&member=EXA-SCH-02"), Is.EqualTo("- false"));
        Assert.That((int)(await service.Post("school-attendance", "2026-10-24/2026-10-31", new JsonArray())).Status, Is.EqualTo(201));
        Assert.That((await complete(""), await complete("&by=agency&member=EXA-SCH-01")), Is.EqualTo(("5.0 true", "5.0 true")));
    }

    [Test]
    public async Task A_snapshot_s_interval_is_complete_when_it_is_over()
    {
        await using var service = new TestService();
        await service.Post("workforce-posts", "2026-10-20", PostRecords.CreateMany(9, 1));
        await service.Post("workforce-posts", "2026-11-20", PostRecords.CreateMany(5, 5));

        var chart = await Chart(service, "vacancy-rate", "from=2026-10-01&to=2026-11-30");

        Assert.That(
            Points(chart, "period", "value", "isComplete", "variation"),
            Is.EqualTo(new[] { "2026-10 10.0 true -", "2026-11 50.0 false -" }));
        Assert.That(Told(chart, "polarity", "unit"), Is.EqualTo("low percent"));
    }

    [Test]
    public async Task Rebasing_gives_each_stretch_its_own_limits_and_screening_narrows_them()
    {
        await using var service = new TestService();
        await Sent(service, [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 9, 9, 9, 9, 9, 9, 9]);

        var whole = await Chart(service, "visits-on-time", Whole + "&baseline=19");
        var rebased = await Chart(service, "visits-on-time", Whole + "&rebase=2026-01-01");
        var screened = await Chart(service, "visits-on-time", Whole + "&screen=true&baseline=19");

        Assert.That(whole["points"]!.AsArray().Count(point => point!["rule"] is not null), Is.GreaterThanOrEqualTo(7));
        Assert.That(
            rebased["stretches"]!
                .AsArray()
                .Select(stretch => Told(stretch!, "from", "to", "mean", "lower", "upper", "pointsUsed", "isTrial")),
            Is.EqualTo(new[]
            {
                "2025-01-01 2025-12-31 55.00 28.40 81.60 12 true", "2026-01-01 2026-07-31 - - - 0 true",
            }));
        Assert.That(rebased["points"]!.AsArray().Select(point => point!["rule"]), Has.All.Null);
        Assert.That(rebased["points"]![12]!["movingRange"], Is.Null);
        // Ranges: eleven of 10, one of 30, six of 0: average 140/18; screened, without the 30, 110/17.
        Assert.That(
            (Told(whole["stretches"]![0]!, "lower", "upper"), Told(screened["stretches"]![0]!, "lower", "upper")),
            Is.EqualTo(("47.21 88.58", "50.68 85.11")));
        Assert.That((bool)screened["screen"]!, Is.True);
    }

    [Test]
    public async Task One_member_s_chart_is_of_that_member_only()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09-01/2026-10-31", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-09-03", locality: "East"),
            VisitRecords.CreateMissed("V-2", "2026-09-03", locality: "West"),
            VisitRecords.CreateMissed("V-3", "2026-10-05", locality: "West"),
            VisitRecords.CreateMade("V-4", "2026-10-06", locality: "West")));
        const string Months = "from=2026-08-01&to=2026-10-31";

        var west = await Chart(service, "visits-on-time", Months + "&by=locality&member=West");
        Assert.That(Told(west, "by", "member"), Is.EqualTo("locality West"));
        Assert.That(Points(west, "period", "value"), Is.EqualTo(new[] { "2026-08 -", "2026-09 0.0", "2026-10 50.0" }));
        Assert.That(
            Points(await Chart(service, "visits-on-time", Months + "&by=locality&member=East"), "period", "value"),
            Is.EqualTo(new[] { "2026-08 -", "2026-09 100.0", "2026-10 -" }));
        RefusalTests.Refused(
            await service.Get($"/v1/indicators/visits-on-time/chart?{Months}&by=locality&member=Nowhere", "demo-analyst"),
            400,
            "invalid-parameter");
        Assert.That(
            Points(await Chart(service, "visits-on-time", Months), "period", "value", "symbol"),
            Is.EqualTo(new[] { "2026-08 - x", "2026-09 50.0 u", "2026-10 50.0 u" }));
        var none = await Chart(service, "visits-on-time", Months + "&agency=EXA-ICB");
        Assert.That(
            (Told(none, "agency"), Told(none["latest"]!, "period", "variation", "variationSentence")),
            Is.EqualTo(("EXA-ICB", "- - No complete interval has a figure to judge")));
    }

    [Test]
    public async Task A_chart_is_of_what_was_known_at_an_instant()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 5, 5));
        service.Clock.Advance(TimeSpan.FromDays(2));
        await service.Post("statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 9, 1));
        const string October = "from=2026-10-01&to=2026-10-31";

        Assert.That(Points(await Chart(service, "visits-on-time", October), "value"), Is.EqualTo(new[] { "90.0" }));
        var earlier = await Chart(service, "visits-on-time", October + "&knownAt=2026-11-23");
        Assert.That(Points(earlier, "value", "isComplete"), Is.EqualTo(new[] { "50.0 true" }));
        Assert.That((string)earlier["knownAt"]!, Is.EqualTo("2026-11-23T23:59:59.999Z"));
    }

    [Test]
    public async Task As_CSV_the_points_come_with_what_is_the_same_for_all()
    {
        await using var service = new TestService();
        await Sent(service, OnTime);

        var csv = await service.Get(
            $"/v1/indicators/visits-on-time/chart?{Whole}&baseline=12&by=locality&member=East&format=csv",
            "demo-analyst");

        Assert.That(csv.MediaType, Is.EqualTo("text/csv"));
        var lines = csv.Text.TrimEnd().Split("\r\n");
        var json = await Chart(service, "visits-on-time", Whole + "&baseline=12&by=locality&member=East");
        Assert.That(
            lines[0],
            Is.EqualTo(
                "indicator,unit,polarity,interval,by,member,agency,knownAt,"
                    + string.Join(',', json["points"]![0]!.AsObject().Select(member => member.Key))));
        Assert.That(
            lines.Skip(1),
            Is.EqualTo(
                json["points"]!
                    .AsArray()
                    .Select(point => $"visits-on-time,percent,high,month,locality,East,,{json["knownAt"]},"
                        + string.Join(',', point!.AsObject().Select(member => member.Value?.ToString() ?? "")))));
        Assert.That(
            (await service.Get($"/v1/indicators/visits-on-time/chart?{Whole}", "demo-analyst", "text/csv")).MediaType,
            Is.EqualTo("text/csv"));
    }

    [Test]
    public async Task Every_interval_that_does_not_overlap_has_a_chart([Values("day", "week", "month", "quarter", "year")] string interval)
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09-01/2026-11-22", VisitRecords.CreateMany("2026-10-05", 1, 1));

        var chart = await Chart(service, "visits-on-time", $"from=2026-09-01&to=2026-11-22&interval={interval}");

        Assert.That(Points(chart, "value").Count(value => value == "50.0"), Is.EqualTo(1));
        Assert.That((string)chart["interval"]!, Is.EqualTo(interval));
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused()
    {
        await using var service = new TestService();
        foreach (var query in new[]
        {
            "by=locality", "member=East", "by=locality&member=", "by=colour&member=red", "interval=fortnight",
            "interval=rolling-12-months", "interval=to-date", "from=2026-11", "to=2026-02-30", "from=2026-11-02&to=2026-11-01",
            "agency=EXA-XXX", "knownAt=yesterday", "rebase=", "rebase=2026-04", "rebase=2026-04-01,", "rebase=2026-04-01;2026-05-01",
            "rebase=2026-02-30", "baseline=11", "baseline=", "baseline=-12", "baseline=12.0", "baseline=twelve",
            "baseline=99999999999", "screen=yes", "screen=", "screen=True", "format=xml", "format=",
            "from=1990-01-01&to=2100-12-31&interval=day",
        })
            foreach (var accept in new[] { "application/json", "text/csv" })
                RefusalTests.Refused(
                    await service.Get($"/v1/indicators/visits-on-time/chart?{query}", "demo-board", accept),
                    400,
                    "invalid-parameter",
                    query);

        RefusalTests.Refused(await service.Get("/v1/indicators/average-caseload/chart?by=locality&member=East"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee/chart"), 404, "unknown-indicator");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/chart", "demo-social-care"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/chart", null), 401, "unauthenticated");
    }

    // Ten visits in each month from January 2025 on, so many of them on time.
    private static async Task Sent(TestService service, int[] onTime)
    {
        var first = new DateOnly(2025, 1, 1);
        var visits = onTime.SelectMany((made, month) => VisitRecords.CreateMany(
            $"{first.AddMonths(month).AddDays(5):yyyy-MM-dd}", made, 10 - made).Select(visit => visit!.DeepClone()));
        var sent = await service.Post(
            "statutory-visits",
            $"2025-01-01/{first.AddMonths(onTime.Length).AddDays(-1):yyyy-MM-dd}",
            new JsonArray([.. visits]));
        Assert.That((int)sent.Status, Is.EqualTo(201), sent.Text);
    }

    private static async Task<JsonNode> Chart(TestService service, string code, string query)
    {
        var answer = await service.Get($"/v1/indicators/{code}/chart?{query}", "demo-analyst");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json;
    }

    private static IEnumerable<string> Points(JsonNode chart, params string[] members) =>
        chart["points"]!.AsArray().Select(point => Told(point!, members));

    private static string Told(JsonNode row, params string[] members) =>
        string.Join(' ', members.Select(member => row[member]?.ToString() ?? "-"));
}
