using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Indicators;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Figures;

/// <summary>What a job that keeps its own table asks for each night.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class UpdatedSinceTests
{
    private const string Values = "/v1/indicator-values?from=2026-08-01&to=2026-12-31";

    [Test]
    public async Task What_one_has_with_what_changed_in_its_place_is_what_one_would_read()
    {
        await using var service = new TestService();
        await Visited(service, "2026-09", 12);
        await Visited(service, "2026-10", 9);
        await service.Post("workforce-posts", "2026-10-30", PostRecords.CreateMany(8, 2));

        foreach (var (name, act) in Acts(service))
        {
            service.Clock.Advance(TimeSpan.FromHours(3));
            var had = new Dictionary<(string Key, string Cut), IReadOnlyList<JsonObject>>();
            foreach (var one in Questions) had[one] = await Rows(service, one.Key, one.Cut);
            var since = had.Values.SelectMany(rows => rows).Max(row => (DateTimeOffset)row["knownAt"]!);
            service.Clock.Advance(TimeSpan.FromHours(3));
            await act();

            foreach (var one in Questions)
            {
                var changed = await Rows(service, one.Key, $"{one.Cut}&updatedSince={Instant(since)}");
                var replaced = changed.Select(IntervalOf).ToHashSet();
                var merged = had[one].Where(row => !replaced.Contains(IntervalOf(row))).Concat(changed);
                Assert.That(
                    merged.Select(Figure).Order(StringComparer.Ordinal),
                    Is.EqualTo((await Rows(service, one.Key, one.Cut)).Select(Figure).Order(StringComparer.Ordinal)),
                    $"{name}, {one}");
            }
        }
    }

    [Test]
    public async Task Only_the_intervals_of_days_that_were_sent_and_those_not_over_are_answered()
    {
        await using var service = new TestService();
        // What is there from the start has changed everything.
        service.Clock.Advance(TimeSpan.FromHours(3));
        foreach (var month in new[] { "2026-08", "2026-09", "2026-10" })
        {
            await Visited(service, month, 12);
            service.Clock.Advance(TimeSpan.FromHours(3));
        }

        // The last came three hours before now; the one before it three hours before that.
        async Task<IReadOnlyList<string>> Since(double hours, string more = "") =>
            [
                .. (await Rows(
                    service,
                    "demo-analyst",
                    $"&codes=visits-on-time&to=2026-11-30{more}&updatedSince={Instant(service.Clock.GetUtcNow().AddHours(-hours))}"))
                        .Select(row => (string)row["period"]!),
            ];

        Assert.That(await Since(0), Is.EqualTo(new[] { "2026-11" }));
        Assert.That(await Since(3.5), Is.EqualTo(new[] { "2026-10", "2026-11" }));
        Assert.That(await Since(6.5), Is.EqualTo(new[] { "2026-09", "2026-10", "2026-11" }));
        Assert.That(await Since(3.5, "&interval=quarter"), Is.EqualTo(new[] { "2026-Q4" }));
        Assert.That(await Since(0, "&interval=rolling-12-months"), Is.EqualTo(new[] { "2025-12/2026-11" }));
        // In the hour before as well: a return is seen when it has been read, and known from when its reading began.
        Assert.That(await Since(2.5), Is.EqualTo(new[] { "2026-10", "2026-11" }));
    }

    [Test]
    public async Task Nobody_learns_which_member_or_agency_it_was()
    {
        await using var service = new TestService();
        await Visited(service, "2026-09", 12);
        await service.Post("workforce-posts", "2026-09-30", PostRecords.CreateMany(8, 2));
        service.Clock.Advance(TimeSpan.FromHours(3));
        var since = service.Clock.GetUtcNow();
        service.Clock.Advance(TimeSpan.FromHours(3));
        // One child more, in one locality; and of posts, another agency's.
        await Visited(service, "2026-09", 12, more: VisitRecords.CreateMade("V-new", "2026-09-09", locality: "West"));
        await service.Post("workforce-posts", "2026-09-29", PostRecords.CreateMany(3, 1), "demo-health");

        var whole = (await Rows(service, "demo-analyst", "&by=locality&to=2026-09-30")).Select(row => $"{IntervalOf(row)} {row["member"]}");
        Assert.That(
            (await Rows(
                service,
                "demo-analyst",
                $"&by=locality&to=2026-09-30&updatedSince={Instant(since)}")).Select(row => $"{IntervalOf(row)} {row["member"]}"),
            Is.EqualTo(whole).And.Not.Empty);
        var posts = await Rows(
            service, "demo-analyst", $"&codes=vacancy-rate&agency=EXA-CSC&to=2026-09-30&updatedSince={Instant(since)}");
        Assert.That(posts.Select(row => (string)row["period"]!), Does.Contain("2026-09"));

        foreach (var more in new[] { "", "&by=agency", "&by=locality", "&agency=EXA-CSC" })
            Assert.That(
                await Rows(service, "demo-board", $"&to=2026-10-31{more}&updatedSince={Instant(since)}"),
                Is.Empty,
                "no return is a release");
    }

    [Test]
    public async Task A_period_whose_last_member_is_gone_has_a_row_without_a_breakdown()
    {
        await using var service = new TestService();
        await service.PostChanges("statutory-visits", new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-09")));
        service.Clock.Advance(TimeSpan.FromHours(3));
        var since = Instant(service.Clock.GetUtcNow());
        service.Clock.Advance(TimeSpan.FromHours(3));
        await service.PostChanges("statutory-visits", new JsonArray(new JsonObject { ["visitId"] = "V-1", ["purge"] = true }));

        var rows = await Rows(service, "demo-analyst", $"&codes=visits-on-time&to=2026-09-30&updatedSince={since}");
        var members = await Rows(service, "demo-analyst", $"&codes=visits-on-time&to=2026-09-30&by=locality&updatedSince={since}");

        Assert.That(rows.Select(row => $"{row["period"]} {row["denominator"]}"), Does.Contain("2026-09 0"));
        Assert.That(members.Select(row => (string)row["period"]!), Does.Not.Contain("2026-09"));
    }

    [Test]
    public async Task Where_nothing_changed_the_columns_are_there_all_the_same()
    {
        await using var service = new TestService();
        const string Nothing = "/v1/indicator-values?codes=visits-on-time&from=2026-08-01&to=2026-09-30&updatedSince=2026-11-22T11:59:00Z";
        await Visited(service, "2026-08", 9);
        service.Clock.Advance(TimeSpan.FromDays(2));
        var address = Nothing.Replace("11-22T11:59", "11-24T11:59", StringComparison.Ordinal);

        Assert.That((await service.Get(address, "demo-board")).Text, Is.EqualTo("[]"));
        Assert.That(
            (await service.Get(address + "&format=csv", "demo-board")).Text, Does.Match("^indicator,interval,.*,nextReleaseOn\r\n$"));
    }

    [Test]
    public async Task A_day_means_its_beginning_and_other_texts_are_refused()
    {
        await using var service = new TestService();
        Assert.That(
            (await Rows(service, "demo-board", "&codes=visits-on-time&to=2026-11-30&updatedSince=2026-11-22")),
            Has.Count.EqualTo(4),
            "agencies, which are everyone's, came in its first hours");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Visited(service, "2026-09", 9);
        Assert.That(
            (await Rows(
                service,
                "demo-analyst",
                "&codes=visits-on-time&to=2026-11-30&updatedSince=2026-11-23")).Select(row => (string)row["period"]!),
            Is.EqualTo(new[] { "2026-09", "2026-11" }));
        foreach (var refused in new[]
        {
            "updatedSince=yesterday",
            "updatedSince=2026-13-01",
            "updatedSince=12:00",
            "updatedSince=2026-11-22&knownAt=2026-11-22",
        })
            RefusalTests.Refused(await service.Get($"/v1/indicator-values?{refused}", "demo-analyst"), 400, "invalid-parameter", refused);
        Assert.That(
            (await service.Get("/v1/indicator-values?codes=visits-on-time&updatedSince=0001-01-01")).Status,
            Is.EqualTo(HttpStatusCode.OK));
    }

    private static IReadOnlyList<(string Key, string Cut)> Questions { get; } =
    [
        .. from key in new[] { "demo-analyst", "demo-board" }
           from cut in new[] { "", "&interval=quarter", "&interval=rolling-12-months" }
           select (key, cut),
        // A month of a partnership so small is released for the whole only: then there is no row of members to answer with.
        .. from cut in new[] { "&by=agency", "&by=locality", "&agency=EXA-CSC" } select ("demo-analyst", cut),
        ("demo-analyst", "&interval=week"),
        ("demo-analyst", "&by=sex"),
        ("demo-analyst", "&by=locality,team&codes=visits-on-time"),
    ];

    private static IEnumerable<(string Name, Func<Task> Act)> Acts(TestService service)
    {
        ApiResponse corrected = null!;
        yield return (
            "a month is corrected",
            async () => corrected = await Visited(service, "2026-09", 11, VisitRecords.CreateMissed("V-late", "2026-09-10", "West")));
        yield return (
            "the correction is withdrawn",
            async () => await Told(service.Delete($"/v1/returns/{corrected.ReturnId}", "demo-social-care")));
        yield return (
            "a target is set",
            async () => await Sent(
                service,
                "/v1/targets",
                """{"indicator":"visits-on-time","validFrom":"2026-09-01","value":90,"tolerance":5}""",
                "application/json"));
        yield return (
            "a schedule is agreed",
            async () => await Told(
                service.Put(
                    "/v1/return-schedule/statutory-visits/EXA-CSC",
                    """{"validFrom":"2026-08-01","frequency":"month","dueDays":25,"dueTime":"12:00"}""")));
        yield return (
            "an agency sends for the first time",
            async () => await Told(service.Post("workforce-posts", "2026-11-20", PostRecords.CreateMany(7, 3), "demo-health")));
        yield return (
            "people are counted",
            async () => await Sent(
                service,
                "/v1/populations",
                "dimension,member,validFrom,people\nsex,F,2025-07-01,51200\nsex,M,2025-07-01,53100\n",
                "text/csv"));
        yield return (
            "cases are sent",
            async () => await Told(
                service.Post(
                    "open-cases",
                    "2026-11-20",
                    File.ReadAllText(Path.Combine(Snapshot.Root, "api-specs/samples/open-cases.csv")),
                    "text/csv")));
        yield return ("a return of October becomes due", () => Pass(service, TimeSpan.FromDays(4)));
        yield return ("a month ends", () => Pass(service, TimeSpan.FromDays(8)));
        yield return (
            "an agency joins",
            async () => await Told(service.Put("/v1/agencies/EXA-CSX", """{"name":"Exampleshire Trust","sector":"social-care"}""")));
        yield return ("figures are released", () => service.MakeReleases("2026-12-12"));
        yield return ("and released again", () => service.MakeReleases("2027-02-20"));
    }

    private static Task Pass(TestService service, TimeSpan time)
    {
        service.Clock.Advance(time);
        return Task.CompletedTask;
    }

    private static async Task<ApiResponse> Visited(TestService service, string month, int made, JsonObject? more = null) =>
        await Told(service.Post("statutory-visits", month, new JsonArray([
            .. Enumerable.Range(
                1,
                made).Select(i => VisitRecords.CreateMade(
                    $"V-{month}-{i}", $"{month}-0{i % 9 + 1}", locality: i % 3 == 0 ? "West" : "East", team: i % 2 == 0 ? "One" : "Two")),
            .. more is null ? (JsonObject[])[] : [more]])));

    private static async Task<ApiResponse> Told(Task<ApiResponse> sent)
    {
        var answer = await sent;
        Assert.That((int)answer.Status, Is.InRange(200, 299), answer.Text);
        return answer;
    }

    private static async Task Sent(TestService service, string address, string text, string mediaType)
    {
        using var client = service.CreateClientFor("demo-admin");
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        body.Headers.ContentType = new(mediaType);
        using var response = await client.PostAsync(address, body);
        Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
    }

    private static async Task<IReadOnlyList<JsonObject>> Rows(TestService service, string key, string cut)
    {
        // The last of two is taken of neither: what a cut says of days stands in the place of ours.
        var address =
            cut.Contains("&to=", StringComparison.Ordinal) ? Values.Replace("&to=2026-12-31", "", StringComparison.Ordinal) : Values;
        return [.. (await Told(service.Get(address + cut, key))).Json.AsArray().Select(row => row!.AsObject())];
    }

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string IntervalOf(JsonObject row) => $"{row["indicator"]} {row["period"]}";

    // All but when it was known, and when it will be released.
    private static string Figure(JsonObject row) =>
        new JsonObject(
            row.Where(cell => cell.Key is not ("knownAt" or "nextReleaseOn"))
                .Select(cell => KeyValuePair.Create(cell.Key, cell.Value?.DeepClone()))).ToJsonString();
}
