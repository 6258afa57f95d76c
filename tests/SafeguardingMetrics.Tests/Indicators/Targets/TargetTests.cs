using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Targets;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class TargetTests
{
    private const string November = "from=2026-11-01&to=2026-11-30";

    [Test]
    public async Task A_target_colours_figures_of_its_scope_from_its_day_on()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09", VisitRecords.CreateMany("2026-09-07", 9, 1));
        await service.Post("statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 9, 1));
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03"),
            VisitRecords.CreateMissed("V-2", "2026-11-03"),
            VisitRecords.CreateMade("V-3", "2026-11-04", locality: "West"),
            VisitRecords.CreateMissed("V-4", "2026-11-29")));

        var set = await Set(service, Of(value: 92, tolerance: 2, validFrom: "2026-10-31"));
        Assert.That(
            (set.Status, set.Headers["Location"]),
            Is.EqualTo((HttpStatusCode.Created, $"/v1/targets/{set.Json["targetId"]}")),
            set.Text);
        await Set(service, Of(value: 50, validFrom: "2026-11-01", locality: "East"));

        Assert.That(
            await Colours(service, "from=2026-09-01&to=2026-11-30"),
            Is.EqualTo(new[] { "2026-09  90.0  ", "2026-10  90.0 92.0 amber", "2026-11  66.7 92.0 red" }));
        Assert.That(
            await Colours(service, November + "&by=locality"),
            Is.EqualTo(new[] { "2026-11 East 50.0 50.0 green", "2026-11 West 100.0 92.0 green" }));
        Assert.That((decimal)(await service.Get("/v1/indicators/visits-on-time")).Json["target"]!, Is.EqualTo(92.0m));
        Assert.That(
            (await service.Get("/v1/indicators")).Json
                .AsArray()
                .Where(one => one!["target"] is not null)
                .Select(one => (string)one!["code"]!),
            Is.EqualTo(new[] { "visits-on-time" }));
        Assert.That(
            (string?)(await service.Values("visits-on-time", "from=2026-12-01&to=2026-12-31"))[0]!["rag"],
            Is.Null,
            "there is no value");
        Assert.That((decimal?)(await service.Values("visits-on-time", "from=2026-12-01&to=2026-12-31"))[0]!["target"], Is.EqualTo(92));
    }

    [Test]
    public async Task An_agency_s_own_target_holds_for_its_figures_alone_and_lower_can_be_better()
    {
        await using var service = new TestService();
        await service.Post("workforce-posts", "2026-11-02", PostRecords.CreateMany(8, 2), "demo-social-care");
        await service.Post("workforce-posts", "2026-11-03", PostRecords.CreateMany(9, 1), "demo-health");
        await Set(service, Of("vacancy-rate", 15, 1));
        await Set(service, Of("vacancy-rate", 9.5m, 0.5m, agency: "EXA-ICB"));

        Assert.That(await Colours(service, November, "vacancy-rate"), Is.EqualTo(new[] { "2026-11  15.0 15.0 green" }));
        Assert.That(
            await Colours(service, November + "&by=agency", "vacancy-rate"),
            Is.EqualTo(new[] { "2026-11 EXA-CSC 20.0 15.0 red", "2026-11 EXA-ICB 10.0 9.5 amber" }));
        Assert.That(await Colours(service, November + "&agency=EXA-ICB", "vacancy-rate"), Is.EqualTo(new[] { "2026-11  10.0 9.5 amber" }));
    }

    [Test]
    public async Task Another_target_of_the_same_day_ends_the_first_which_stays_known()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", 9, 1));
        var first = await Set(service, Of(value: 95));
        service.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Set(service, Of(value: 90));
        service.Clock.Advance(TimeSpan.FromHours(1));
        var withdrawn = await service.Delete($"/v1/targets/{second.Json["targetId"]}", "demo-admin");

        Assert.That(
            (withdrawn.Status, (string?)withdrawn.Json["endedAt"]),
            Is.EqualTo((HttpStatusCode.OK, "2026-11-22T14:00:00.000Z")),
            withdrawn.Text);
        Assert.That(await Colours(service, November), Is.EqualTo(new[] { "2026-11  90.0  " }));
        Assert.That(await Colours(service, November + "&knownAt=2026-11-22T13:30:00Z"), Is.EqualTo(new[] { "2026-11  90.0 90.0 green" }));
        Assert.That(await Colours(service, November + "&knownAt=2026-11-22T12:30:00Z"), Is.EqualTo(new[] { "2026-11  90.0 95.0 red" }));
        Assert.That(
            await Colours(service, November + "&knownAt=2026-11-22T11:59:59Z"),
            Is.EqualTo(new[] { "2026-11    " }),
            "nor had the return been sent");

        Assert.That(await Listed(service, ""), Is.Empty);
        Assert.That(
            await Listed(service, "?history=true"),
            Is.EqualTo(new[] { "95.0 ended 2026-11-22T13:00:00.000Z", "90.0 ended 2026-11-22T14:00:00.000Z" }));
        Assert.That(
            await Listed(service, "?knownAt=2026-11-22T13:30:00Z"),
            Is.EqualTo(new[] { "90.0 ended " }),
            "its end was not known yet");
        Assert.That(
            await Listed(service, "?history=true&knownAt=2026-11-22T13:30:00Z"),
            Is.EqualTo(new[] { "95.0 ended 2026-11-22T13:00:00.000Z", "90.0 ended " }));
        Assert.That(
            (string?)(await service.Get($"/v1/targets/{first.Json["targetId"]}", "demo-board")).Json["endedAt"],
            Is.EqualTo("2026-11-22T13:00:00.000Z"));
        Assert.That((string)first.Json["setBy"]!, Is.EqualTo((string)withdrawn.Json["endedBy"]!).And.Length.EqualTo(36));
        RefusalTests.Refused(await service.Delete($"/v1/targets/{second.Json["targetId"]}", "demo-admin"), 409, "target-ended");
        RefusalTests.Refused(await service.Delete($"/v1/targets/{first.Json["targetId"]}", "demo-admin"), 409, "target-ended");
    }

    [Test]
    public async Task The_same_again_changes_nothing_and_scopes_do_not_end_each_other()
    {
        await using var service = new TestService();
        var first = await Set(service, Of(value: 90, tolerance: 5, locality: " East "));
        service.Clock.Advance(TimeSpan.FromHours(1));
        var again = await Set(service, Of(value: 90.0m, tolerance: 5, locality: "East"));
        Assert.That(
            (first.Status, again.Status, (string)again.Json["targetId"]!),
            Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.OK, (string)first.Json["targetId"]!)));

        foreach (var other in new[]
        {
            Of(value: 90, tolerance: 5, locality: "West"),
            Of(value: 90, tolerance: 5),
            Of(value: 90, tolerance: 5, agency: "EXA-CSC"),
            Of(value: 90, tolerance: 5, locality: "East", validFrom: "2026-02-01"),
        })
            Assert.That((await Set(service, other)).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(await Listed(service, ""), Has.Count.EqualTo(5));
        Assert.That(await Listed(service, "?locality=East"), Has.Count.EqualTo(2));
        Assert.That(await Listed(service, "?agency=EXA-CSC&indicator=visits-on-time"), Has.Count.EqualTo(1));
        Assert.That(await Listed(service, "?indicator=vacancy-rate"), Is.Empty);
        Assert.That(
            (await service.Get("/v1/targets?format=csv", "demo-board")).Text.Split("\r\n")[0],
            Is.EqualTo("targetId,indicator,agency,locality,validFrom,value,tolerance,setAt,setBy,endedAt,endedBy"));
    }

    [TestCase("{}", "indicator is the code")]
    [TestCase("""{"indicator":"zebedee","validFrom":"2026-01-01","value":1}""", "indicator is the code")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-02-30","value":1}""", "validFrom is a date")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"1989-12-31","value":1}""", "validFrom is a date")]
    [TestCase("""{"indicator":"visits-on-time","value":1}""", "validFrom is a date")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01"}""", "value is a percentage from 0 to 100")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":100.1}""", "value is a percentage from 0 to 100")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":-0.1}""", "value is a percentage from 0 to 100")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90.05}""", "at most one decimal place")]
    [TestCase("""{"indicator":"visit-lateness","validFrom":"2026-01-01","value":1000001}""", "value is a number from 0 to 1000000")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"tolerance":-1}""", "tolerance is a number from 0")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"tolerance":101}""", "tolerance is a number from 0")]
    [TestCase(
        """{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"agency":"EXA-XXX"}""",
        "agency is the code of an agency")]
    [TestCase(
        """{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"agency":"EXA-POL"}""",
        "EXA-POL does not send statutory-visits")]
    [TestCase(
        """{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"agency":"EXA-CSC","locality":"East"}""",
        "not for both")]
    [TestCase("""{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"locality":" "}""", "locality is a name")]
    [TestCase(
        """{"indicator":"average-caseload","validFrom":"2026-01-01","value":15,"locality":"East"}""",
        "cannot be broken down by locality")]
    public async Task A_target_that_cannot_be_is_refused_and_not_kept(string body, string why)
    {
        await using var service = new TestService();
        var answer = await Set(service, body);

        RefusalTests.Refused(answer, 422, "invalid-target", body);
        Assert.That((string)answer.Json["detail"]!, Does.Contain(why));
        Assert.That(await Listed(service, "?history=true"), Is.Empty);
    }

    [Test]
    public async Task What_is_no_setting_at_all_is_refused()
    {
        await using var service = new TestService();
        RefusalTests.Refused(await Set(service, "{"), 400, "bad-request");
        RefusalTests.Refused(
            await Set(service, """{"indicator":"visits-on-time","validFrom":"2026-01-01","value":"ninety"}"""),
            400,
            "bad-request");
        RefusalTests.Refused(
            await Set(service, """{"indicator":"visits-on-time","validFrom":"2026-01-01","value":90,"tolerence":5}"""),
            400,
            "bad-request",
            "a slip of the pen is not passed over");
        RefusalTests.Refused(await Set(service, ""), 400, "bad-request");
        RefusalTests.Refused(
            await Set(service, "indicator=visits-on-time", mediaType: "application/x-www-form-urlencoded"),
            415,
            "unsupported-media-type");
        RefusalTests.Refused(await service.Get("/v1/targets?indicator=zebedee"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/targets?agency=EXA-XXX"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/targets?history=yes"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/targets?knownAt=then"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get($"/v1/targets/{Guid.Empty}"), 404, "unknown-target");
        RefusalTests.Refused(await service.Delete($"/v1/targets/{Guid.Empty}", "demo-admin"), 404, "unknown-target");
    }

    [Test]
    public async Task Whoever_reads_figures_reads_targets_and_only_an_administrator_sets_them()
    {
        await using var service = new TestService();
        var set = await Set(service, Of());
        foreach (var key in new[] { "demo-board", "demo-analyst", "demo-social-care" })
        {
            RefusalTests.Refused(await Set(service, Of(value: 1), key), 403, "not-permitted", key);
            RefusalTests.Refused(await service.Delete($"/v1/targets/{set.Json["targetId"]}", key), 403, "not-permitted", key);
        }

        RefusalTests.Refused(await Set(service, Of(), null), 401, "unauthenticated");
        RefusalTests.Refused(await service.Get("/v1/targets", "demo-social-care"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get($"/v1/targets/{set.Json["targetId"]}", "demo-school"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/targets", null), 401, "unauthenticated");
        Assert.That(await Listed(service, ""), Has.Count.EqualTo(1));
    }

    private static JsonObject Of(
        string indicator = "visits-on-time",
        decimal value = 90,
        decimal? tolerance = null,
        string validFrom = "2026-01-01",
        string? agency = null,
        string? locality = null)
    {
        var setting = new JsonObject { ["indicator"] = indicator, ["validFrom"] = validFrom, ["value"] = value };
        if (tolerance is not null) setting["tolerance"] = tolerance;
        if (agency is not null) setting["agency"] = agency;
        if (locality is not null) setting["locality"] = locality;
        return setting;
    }

    private static Task<ApiResponse> Set(TestService service, JsonObject setting, string? key = "demo-admin") =>
        Set(service, setting.ToJsonString(), key);

    private static async Task<ApiResponse> Set(
        TestService service, string body, string? key = "demo-admin", string mediaType = "application/json")
    {
        using var client = service.CreateClientFor(key);
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await client.PostAsync("/v1/targets", content);
        return await ApiResponse.Create(response);
    }

    private static async Task<IReadOnlyList<string>> Colours(TestService service, string query, string code = "visits-on-time") =>
        [
            .. (await service.Values(
                code, query)).Select(row => $"{row!["period"]} {row["member"]} {row["value"]} {row["target"]} {row["rag"]}"),
        ];

    private static async Task<IReadOnlyList<string>> Listed(TestService service, string query) =>
        [
            .. (await service.Get("/v1/targets" + query, "demo-board")).Json
                .AsArray()
                .Select(row => $"{row!["value"]} ended {row["endedAt"]}"),
        ];
}
