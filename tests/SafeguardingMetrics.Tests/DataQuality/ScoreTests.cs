using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.DataQuality;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ScoreTests
{
    [Test]
    public async Task A_value_counts_where_it_is_to_be_expected_and_is_good_where_it_is_there_without_a_finding()
    {
        await using var service = new TestService();
        await Agree(service);
        // Sex is to be expected of all three, and unknown of one; the first has no ethnicity; the third's date of birth
        // is an error; its worker is missed by OC05.
        await Sent(
            service,
            "2026-11-20",
            Case("C-1", "F", null),
            Case("C-2", "U", "AIND"),
            Case("C-3", "M", "AIND", "2016-02-30", plan: "child-protection"));

        var fields = (await Scores(service, "by=field")).ToDictionary(row => row.Split(' ')[0]);
        Assert.That(
            fields["open-cases.sex"],
            Is.EqualTo("open-cases.sex items 1 records 3 valid 3 defaults 1, 1 of 2: 68.7 x 50.0 = 34.3"));
        Assert.That(
            fields["open-cases.ethnicity"],
            Is.EqualTo("open-cases.ethnicity items 1 records 3 valid 2 defaults 0, 1 of 2: 66.7 x 50.0 = 33.3"));
        Assert.That(
            fields["open-cases.dateOfBirth"],
            Is.EqualTo("open-cases.dateOfBirth items 1 records 3 valid 2 defaults 0, 1 of 2: 66.7 x 50.0 = 33.3"));
        Assert.That(
            fields["open-cases.allocatedWorkerId"],
            Is.EqualTo("open-cases.allocatedWorkerId items 1 records 1 valid 0 defaults 0, 1 of 2: 0.0 x 50.0 = 0.0"));
        Assert.That(fields["open-cases.disabilities"], Does.StartWith("open-cases.disabilities items 1 records 3 valid 0 "));
        Assert.That(
            fields.Keys,
            Does.Not.Contain("open-cases.riskReviewedOn").And.Not.Contain("open-cases.nhsNumber"),
            "nowhere to be expected");
    }

    [Test]
    public async Task What_is_owed_and_never_comes_is_worth_nothing_and_what_is_not_owed_has_no_score()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11-20", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-20")));
        Assert.That(
            await Scores(service, "by=dataset"),
            Is.EqualTo(new[] { "statutory-visits items 0 records 9 valid 9 defaults 0, 0 of 0:  x  = " }));

        await Agree(service);
        service.Clock.Advance(TimeSpan.FromHours(1));
        // Of open cases' nine fields that every record should have each is worth nothing: five that are required, and
        // four beside.
        Assert.That(await Scores(service, "by=dataset"), Is.EqualTo(new[]
        {
            "open-cases items 9 records 0 valid 0 defaults 0, 0 of 2: 0.0 x 0.0 = 0.0",
            "statutory-visits items 0 records 9 valid 9 defaults 0, 0 of 0:  x  = ",
        }));
    }

    [Test]
    public async Task A_score_is_as_it_was_known_and_an_agency_sees_its_own()
    {
        await using var service = new TestService();
        await Agree(service);
        await service.Put(
            "/v1/return-schedule/police-notifications/EXA-POL",
            """{ "validFrom": "2026-11-20", "frequency": "day", "dueDays": 0, "dueTime": "23:59" }""");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Sent(service, "2026-11-20", Case("C-1", "F", "AIND"));

        Assert.That(await Scores(service, "by=agency&to=2026-11-21&knownAt=2026-11-21"), Is.Empty);
        Assert.That(await Scores(service, "by=agency&to=2026-11-21&knownAt=2026-11-22"), Is.EqualTo(new[]
        {
            "EXA-CSC items 9 records 0 valid 0 defaults 0, 0 of 2: 0.0 x 0.0 = 0.0",
            "EXA-POL items 5 records 0 valid 0 defaults 0, 0 of 2: 0.0 x 0.0 = 0.0",
        }));
        var own = await Scores(service, "by=agency&to=2026-11-21", "demo-social-care");
        Assert.That(own, Is.EqualTo(new[] { "EXA-CSC items 9 records 9 valid 8 defaults 0, 1 of 2: 88.9 x 50.0 = 44.4" }));
        Assert.That((await Scores(service, "by=agency&to=2026-11-21"))[0], Is.EqualTo(own[0]));
        Assert.That(await Scores(service, "by=dataset&to=2026-11-21", "demo-police"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused()
    {
        await using var service = new TestService();
        foreach (var query in new[]
        {
            "by=rule",
            "from=2026-13-01",
            "to=yesterday",
            "from=2026-11-02&to=2026-11-01",
            "knownAt=then",
            "format=xml",
            "from=1900-01-01",
            "to=2101-01-01",
        })
            RefusalTests.Refused(await service.Get($"/v1/data-quality/scores?{query}"), 400, "invalid-parameter", query);
        RefusalTests.Refused(await service.Get("/v1/data-quality/scores", null), 401, "unauthenticated");
    }

    // Two days' cases are owed by now, each by the end of its day.
    private static Task<ApiResponse> Agree(TestService service) =>
        service.Put(
            "/v1/return-schedule/open-cases/EXA-CSC",
            """{ "validFrom": "2026-11-20", "frequency": "day", "dueDays": 0, "dueTime": "23:59" }""");

    private static async Task Sent(TestService service, string period, params JsonObject[] cases)
    {
        var answer = await service.Post("open-cases", period, new JsonArray(cases));
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }

    private static JsonObject Case(
        string id, string sex, string? ethnicity, string bornOn = "2016-02-20", string plan = "assessment") => new()
        {
            ["childId"] = id,
            ["locality"] = "East",
            ["team"] = "East 1",
            ["planType"] = plan,
            ["openedOn"] = "2026-10-01",
            ["dateOfBirth"] = bornOn,
            ["sex"] = sex,
            ["ethnicity"] = ethnicity,
        };

    private static async Task<List<string>> Scores(TestService service, string query, string key = "demo-analyst")
    {
        var answer = await service.Get($"/v1/data-quality/scores?{query}", key);
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return [.. answer.Json.AsArray().Select(row =>
            $"{row!["member"]} items {row["items"]} records {row["records"]} valid {row["valid"]} defaults {row["defaults"]}, "
            + $"{row["periodsCovered"]} of {row["periodsDue"]}: {row["itemScore"]} x {row["coverage"]} = {row["score"]}")];
    }
}
