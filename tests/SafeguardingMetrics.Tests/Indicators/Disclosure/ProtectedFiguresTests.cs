using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

[OnEachEngine]
public sealed class ProtectedFiguresTests
{
    private const string Year = "from=2025-04-01&to=2026-03-31";

    [Test]
    public async Task A_small_count_is_hidden_from_the_board_with_all_that_gives_it_and_the_analyst_sees_it()
    {
        await using var service = new TestService();
        await Sent(service, "2026-10", VisitRecords.CreateMany("2026-10-05", 37, 3));

        Assert.That(await Board(service, "visits-on-time", "from=2026-10-01&to=2026-10-31"), Is.EqualTo(new[] { " c/40 - c" }));
        Assert.That(
            await Rows(service, "demo-analyst", "visits-on-time", "from=2026-10-01&to=2026-10-31"),
            Is.EqualTo(new[] { " 37/40 92.5 " }));
    }

    [Test]
    public async Task Nothing_is_shown_as_nothing_and_a_denominator_of_few_is_hidden()
    {
        await using var service = new TestService();
        await Sent(service, "2026-09", VisitRecords.CreateMany("2026-09-07", 0, 20));
        await Sent(service, "2026-10", VisitRecords.CreateMany("2026-10-05", 0, 4));

        Assert.That(
            await Board(service, "visits-on-time", "from=2026-09-01&to=2026-10-31"),
            Is.EqualTo(new[] { " 0/20 0.0 ", " 0/c - c" }));
    }

    [Test]
    public async Task A_year_that_would_give_its_one_small_month_is_hidden_and_its_other_months_stay()
    {
        await using var service = new TestService();
        for (var month = new DateOnly(2025, 4, 1); month < new DateOnly(2026, 4, 1); month = month.AddMonths(1))
            await Sent(service, $"{month:yyyy-MM}", VisitRecords.CreateMany($"{month:yyyy-MM}-03", month.Month == 5 ? 3 : 10, 10));

        Assert.That(
            await Board(service, "visits-on-time", Year),
            Has.Exactly(11).EqualTo(" 10/20 50.0 ").And.Exactly(1).EqualTo(" c/13 - c"));
        Assert.That(
            await Board(service, "visits-on-time", $"{Year}&interval=quarter"),
            Is.EqualTo(new[] { " c/53 - c", " 30/60 50.0 ", " 30/60 50.0 ", " 30/60 50.0 " }));
        foreach (var interval in new[] { "financial-year", "rolling-12-months", "to-date" })
            Assert.That(
                await Board(service, "visits-on-time", $"from=2026-03-01&to=2026-03-31&interval={interval}"),
                Is.EqualTo(new[] { " c/233 - c" }),
                interval);
    }

    [Test]
    public async Task A_quarter_that_two_small_months_are_in_is_shown_when_it_has_ended_and_not_before()
    {
        await using var service = new TestService();
        await Sent(service, "2026-07", VisitRecords.CreateMany("2026-07-03", 4, 10));
        await Sent(service, "2026-08", VisitRecords.CreateMany("2026-08-03", 5, 10));
        await Sent(service, "2026-10", VisitRecords.CreateMany("2026-10-05", 4, 10));
        await Sent(service, "2026-11", VisitRecords.CreateMany("2026-11-03", 5, 10));

        Assert.That(
            await Board(service, "visits-on-time", "from=2026-07-01&to=2026-11-30&interval=quarter"),
            Is.EqualTo(new[] { " 9/29 31.0 ", " c/29 - c" }));
    }

    [Test]
    public async Task Sessions_are_hidden_where_few_pupils_are_behind_them()
    {
        await using var service = new TestService();
        var pupils = new JsonArray([.. Enumerable.Range(1, 4).Select(i => Pupil(i, 40, 30))]);
        Assert.That((await service.Post("school-attendance", "2026-10", pupils)).Status, Is.EqualTo(HttpStatusCode.Created));

        Assert.That(await Board(service, "absence-rate", "from=2026-10-01&to=2026-10-31"), Is.EqualTo(new[] { " c/c - c" }));
    }

    [TestCase("interval=day")]
    [TestCase("interval=week")]
    public async Task Days_and_weeks_are_for_those_who_may_see_figures_as_they_are(string query)
    {
        await using var service = new TestService();

        RefusalTests.Refused(await service.Get($"/v1/indicators/visits-on-time/values?{query}", "demo-board"), 403, "full-figures-only");
        RefusalTests.Refused(await service.Get($"/v1/indicator-values?{query}", "demo-board"), 403, "full-figures-only");
        RefusalTests.Refused(await service.Get($"/v1/indicators/visits-on-time/chart?{query}", "demo-board"), 403, "full-figures-only");
        Assert.That(
            (await service.Get($"/v1/indicators/visits-on-time/values?{query}", "demo-analyst")).Status,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await service.Get($"/v1/indicators/vacancy-rate/values?{query}", "demo-board")).Status,
            Is.EqualTo(HttpStatusCode.OK),
            "posts are not children");
    }

    [Test]
    public async Task What_is_hidden_in_figures_is_hidden_in_charts_and_comparisons_and_not_told_by_the_numbers_of_records()
    {
        await using var service = new TestService();
        await Sent(service, "2026-09", VisitRecords.CreateMany("2026-09-03", 20, 10));
        await Sent(service, "2026-10", VisitRecords.CreateMany("2026-10-05", 2, 20));

        var chart = (await service.Get(
            "/v1/indicators/visits-on-time/chart?from=2026-09-01&to=2026-10-31", "demo-board")).Json["points"]!.AsArray();
        var comparison = (await service.Get("/v1/indicators/visits-on-time/comparison?from=2026-10-01&to=2026-10-31", "demo-board")).Text;
        var values = (await service.Get("/v1/indicators/visits-on-time/values?from=2026-09-01&to=2026-10-31", "demo-board")).Json.AsArray();
        var quality = (await service.Get("/v1/data-quality", "demo-board")).Json[0]!;
        var score = (await service.Get("/v1/data-quality/scores", "demo-board")).Json[0]!;

        Assert.That(chart.Select(point => $"{point!["value"]}{point["symbol"]}"), Is.EqualTo(new[] { "66.7", "c" }));
        Assert.That(values.Select(row => $"{row!["value"]}{row["symbol"]}{row["recordsReceived"]}"), Is.EqualTo(new[] { "66.7", "c" }));
        Assert.That(comparison, Does.Not.Contain("9.1"));
        Assert.That(
            (quality["recordsReceived"], quality["recordsAccepted"], (int)quality["recordsRejected"]!),
            Is.EqualTo(((object?)null, (object?)null, 0)));
        Assert.That((score["records"], score["valid"], score["defaults"]), Is.EqualTo(((object?)null, (object?)null, (object?)null)));
        Assert.That(
            (int)(await service.Get("/v1/data-quality", "demo-social-care")).Json[0]!["recordsReceived"]!,
            Is.EqualTo(52),
            "its own");
    }

    [Test]
    public async Task Posts_are_not_children_and_are_shown()
    {
        await using var service = new TestService();
        Assert.That(
            (await service.Post("workforce-posts", "2026-10-31", PostRecords.CreateMany(3, 1))).Status,
            Is.EqualTo(HttpStatusCode.Created));

        Assert.That(await Board(service, "vacancy-rate", "from=2026-10-01&to=2026-10-31"), Is.EqualTo(new[] { " 1/4 25.0 u" }));
    }

    private static JsonObject Pupil(int number, int possible, int attended) => new()
    {
        ["pupilId"] = $"P{number}", ["locality"] = "East", ["socialWorkerStatus"] = "child-in-need", ["sessionsPossible"] = possible,
        ["sessionsAttended"] = attended,
    };

    private static async Task Sent(TestService service, string period, JsonNode visits)
    {
        var answer = await service.Post("statutory-visits", period, visits);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
    }

    private static Task<List<string>> Board(TestService service, string code, string query) => Rows(service, "demo-board", code, query);

    private static async Task<List<string>> Rows(TestService service, string key, string code, string query)
    {
        var answer = await service.Get($"/v1/indicators/{code}/values?{query}", key);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        static string Plain(JsonNode? number, string otherwise) =>
            number is null ? otherwise : ((decimal)number).ToString(CultureInfo.InvariantCulture);
        return [
            .. answer.Json
                .AsArray()
                .Select(row =>
                    $"{row!["member"]} {Plain(row["numerator"], "c")}/{Plain(row["denominator"], "c")} {Plain(row["value"], "-")} "
                    + $"{row["symbol"]}"),
        ];
    }
}
