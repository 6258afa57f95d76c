using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Identity;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http.Conditional;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ConditionalRequestTests
{
    private const string Values = "/v1/indicators/visits-on-time/values?from=2026-09-01&by=locality";

    [Test]
    public async Task Who_has_the_answer_is_told_so_and_given_nothing()
    {
        await using var service = await Filled();
        var first = await service.Read(Values, "demo-analyst");

        var second = await service.Read(Values, "demo-analyst", ("If-None-Match", $"\"another\", {first.Headers["ETag"]}"));
        var weak = await service.Read(Values, "demo-analyst", ("If-None-Match", $"W/{first.Headers["ETag"]}"));
        var any = await service.Read(Values, "demo-analyst", ("If-None-Match", "*"));

        Assert.That(first.Headers["ETag"], Does.Match("^\"[A-Za-z0-9_-]{43}\"$"));
        Assert.That(
            (first.Headers["Cache-Control"], first.Headers["Vary"]),
            Is.EqualTo(("no-cache, private", "Accept, Authorization, Cookie, X-Api-Key, X-Agency")));
        foreach (var answer in new[] { second, weak, any })
        {
            Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.NotModified, "")));
            Assert.That(
                (answer.Headers["ETag"], answer.Headers["Cache-Control"], answer.Headers["Vary"]),
                Is.EqualTo((first.Headers["ETag"], first.Headers["Cache-Control"], first.Headers["Vary"])));
        }
    }

    [Test]
    public async Task An_answer_given_again_is_the_same_to_the_byte_and_in_its_headers()
    {
        await using var service = await Filled();
        foreach (var address in ConditionalRequestExtensions.Addresses)
        {
            var (first, again) = (await service.Read(address, "demo-analyst"), await service.Read(address, "demo-analyst"));
            Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(
                (again.Text, again.Headers["ETag"], again.Headers["Content-Type"]),
                Is.EqualTo((first.Text, first.Headers["ETag"], first.Headers["Content-Type"])),
                address);
        }
    }

    [Test]
    public async Task Tags_differ_between_readers_who_see_other_things_between_forms_and_between_questions()
    {
        await using var service = await Filled();
        var vendor = await service.AddClient(["read-data-quality"], "EXA-CSC", "EXA-POL");
        var key = (await service.AddKey(vendor)).Key;
        const string Quality = "/v1/data-quality";
        string[] tags =
        [
            await service.GetETag(Values, "demo-board"),
            await service.GetETag(Values),
            await service.GetETag(Values + "&format=csv"),
            await service.GetETag(Values + "&agency=EXA-CSC"),
            (await service.Read(Values, "demo-analyst", ("Accept", "text/csv"))).Headers["ETag"],
            await service.GetETag(Quality, "demo-social-care"),
            await service.GetETag(Quality, "demo-police"),
            await service.GetETag(Quality, "demo-board"),
            (await service.Read(Quality, key, ("X-Agency", "EXA-CSC"))).Headers["ETag"],
            (await service.Read(Quality, key, ("X-Agency", "EXA-POL"))).Headers["ETag"],
        ];

        Assert.That(tags, Is.Unique);
        foreach (var tag in tags.Skip(1))
        {
            var answer = await service.Read(Values, "demo-board", ("If-None-Match", tag));
            Assert.That(
                (answer.Status, answer.Headers["ETag"]),
                Is.EqualTo((HttpStatusCode.OK, tags[0])),
                "a tag of another reader, form or question is none");
        }
    }

    [Test]
    public async Task What_is_kept_for_one_reader_is_never_given_to_another()
    {
        await using var service = await Filled();
        await using var alone = new TestService { Sharing = service.ConnectionString, Setting = [("Limits:AnswerBytes", "0")] };
        foreach (var address in ConditionalRequestExtensions.Addresses)
            foreach (var key in ConditionalRequestExtensions.Keys.Concat(ConditionalRequestExtensions.Keys))
            {
                var (kept, made) = (await service.Read(address, key), await alone.Read(address, key));
                Assert.That(
                    (kept.Status, kept.Status == HttpStatusCode.OK ? kept.Text : kept.Problem),
                    Is.EqualTo((made.Status, made.Status == HttpStatusCode.OK ? made.Text : made.Problem)),
                    $"{address} as {key}");
            }

        Assert.That(
            (await service.Read(Values, "demo-board")).Text,
            Is.Not.EqualTo((await service.Read(Values, "demo-analyst")).Text),
            "they do see other things");
    }

    [Test]
    public async Task A_tag_opens_nothing_to_who_may_not_read()
    {
        await using var service = await Filled();
        var tag = await service.GetETag(Values);
        var client = await service.AddClient(["read-figures", "read-full-figures", "read-cases", "read-returns", "read-data-quality"]);
        var (id, key) = await service.AddKey(client);
        Assert.That((await service.Read(Values, key)).Status, Is.EqualTo(HttpStatusCode.OK));
        await service.Delete($"/v1/clients/{client}/keys/{id}", "demo-admin");

        Assert.That(
            (await service.Read(Values, key, ("If-None-Match", tag))).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized),
            "a key that was revoked a moment ago");
        Assert.That((await service.Read(Values, "demo-nobody", ("If-None-Match", tag))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await service.Read(Values, "demo-social-care", ("If-None-Match", tag))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_key_that_comes_to_its_end_is_known_no_more()
    {
        await using var service = await Filled();
        var (_, key) = await service.AddKey(await service.AddClient(["read-figures"]), """{"expiresOn":"2026-11-22"}""");
        Assert.That((await service.Read(Values, key)).Status, Is.EqualTo(HttpStatusCode.OK));

        service.Clock.Advance(TimeSpan.FromHours(13));

        Assert.That((await service.Read(Values, key)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Problems_have_no_tag_and_are_kept_by_nobody()
    {
        await using var service = await Filled();
        foreach (var address in new[]
        {
            Values + "&format=xml",
            Values + "&from=then",
            "/v1/indicators/nothing/values",
            "/v1/data-quality?by=colour",
        })
        {
            var answer = await service.Read(address, "demo-analyst", ("If-None-Match", "*"));
            Assert.That(
                ((int)answer.Status, answer.MediaType),
                Is.EqualTo((address.Contains("nothing", StringComparison.Ordinal) ? 404 : 400, "application/problem+json")),
                address);
            Assert.That((answer.Headers.ContainsKey("ETag"), answer.Headers["Cache-Control"]), Is.EqualTo((false, "no-store")), address);
        }
    }

    [Test]
    public async Task Records_are_kept_by_nobody()
    {
        await using var service = await Filled();
        var id = (string)(await service.Get("/v1/returns")).Json["items"]![0]!["returnId"]!;
        foreach (var address in new[]
        {
            "/v1/indicators/visits-on-time/cases?from=2026-11-01",
            "/v1/indicators/visits-on-time/lineage?from=2026-11-01",
            "/v1/returns",
            $"/v1/returns/{id}",
            $"/v1/returns/{id}/findings",
            "/v1/audit",
        })
        {
            var answer = await service.Read(address, "demo-admin");
            Assert.That(
                (
                    answer.Status,
                    answer.Headers["Cache-Control"],
                    answer.Headers.ContainsKey("ETag"),
                    answer.Headers.ContainsKey("Last-Modified")),
                Is.EqualTo((HttpStatusCode.OK, "no-store", false, false)),
                address);
        }
    }

    [Test]
    public async Task A_change_by_another_instance_is_seen_at_once()
    {
        await using var one = await Filled();
        await using var other = new TestService { Sharing = one.ConnectionString };
        var tag = await one.GetETag(Values);
        Assert.That(await other.GetETag(Values), Is.EqualTo(tag), "two instances of one build name the same answer alike");

        await other.Post("statutory-visits", "2026-11-04", VisitRecords.CreateMany("2026-11-04", 7, 2));

        var answer = await one.Read(Values, "demo-analyst", ("If-None-Match", tag));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Text, Is.EqualTo((await other.Read(Values, "demo-analyst")).Text));
    }

    [Test]
    public async Task The_day_turning_and_a_return_becoming_due_change_the_tag_and_nothing_else_about_time_does()
    {
        await using var service = await Filled();
        await service.Put(
            "/v1/return-schedule/statutory-visits/EXA-CSC",
            """{ "validFrom": "2026-11-01", "frequency": "day", "dueDays": 0, "dueTime": "18:30" }""");
        const string Due = "/v1/indicators/visits-on-time/values?from=2026-11-01";
        async Task<int> PeriodsDue() => (int)(await service.Read(Due, "demo-analyst")).Json[0]!["periodsDue"]!;
        var (first, dueFirst) = (await service.GetETag(Due), await PeriodsDue());

        service.Clock.Advance(new TimeSpan(6, 29, 59));
        Assert.That((await service.GetETag(Due), await PeriodsDue()), Is.EqualTo((first, dueFirst)), "18:29:59");
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await service.GetETag(Due);
        Assert.That(second, Is.Not.EqualTo(first), "18:30");
        Assert.That(await PeriodsDue(), Is.EqualTo(dueFirst + 1));
        service.Clock.Advance(new TimeSpan(5, 29, 59));
        Assert.That(await service.GetETag(Due), Is.EqualTo(second), "23:59:59");
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await service.GetETag(Due), Is.Not.EqualTo(second), "midnight");
    }

    [Test]
    public async Task KnownAt_of_an_answer_asked_with_again_gives_the_same_figures()
    {
        await using var service = await Filled();
        service.Clock.Advance(TimeSpan.FromHours(3));
        var now = (await service.Read(Values, "demo-analyst")).Json.AsArray();
        var knownAt = (string)now[0]!["knownAt"]!;

        Assert.That(knownAt, Is.EqualTo("2026-11-22T12:00:00.000Z"), "the instant of the last change");
        Assert.That(
            (await service.Read($"{Values}&knownAt={knownAt}", "demo-analyst")).Json.ToJsonString(),
            Is.EqualTo(now.ToJsonString()));
    }

    [Test]
    public async Task A_tool_that_knows_no_tags_asks_by_the_instant_of_the_last_change_once_it_can_be_no_other()
    {
        await using var service = await Filled();
        Assert.That(
            (await service.Read(Values, "demo-analyst")).Headers.ContainsKey("Last-Modified"),
            Is.False,
            "another change could have the same second");
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        var said = (await service.Read(Values, "demo-analyst")).Headers["Last-Modified"];
        Assert.That(
            DateTimeOffset.Parse(said, CultureInfo.InvariantCulture),
            Is.EqualTo(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero)));

        async Task<HttpStatusCode> Asked(params (string, string)[] headers) => (await service.Read(Values, "demo-analyst", headers)).Status;
        Assert.That(await Asked(("If-Modified-Since", said)), Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(
            await Asked(("If-Modified-Since", said), ("If-None-Match", "\"another\"")),
            Is.EqualTo(HttpStatusCode.OK),
            "the tag goes before the date");
        Assert.That(
            await Asked(("If-Modified-Since", "Sun, 22 Nov 2026 13:00:00 GMT")),
            Is.EqualTo(HttpStatusCode.OK),
            "a date that was never said");
        await service.Post("statutory-visits", "2026-11-05", VisitRecords.CreateMany("2026-11-05", 1, 1));
        Assert.That(await Asked(("If-Modified-Since", said)), Is.EqualTo(HttpStatusCode.OK));
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.That(await Asked(("If-Modified-Since", said)), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Answers_of_which_too_many_bytes_are_asked_are_made_anew()
    {
        await using var service = await Filled(("Limits:AnswerBytes", "20000"));
        var fresh = (await service.Read(Values, "demo-analyst")).Text;
        for (var i = 1; i <= 28; i++)
        {
            var address = $"/v1/indicators/visits-on-time/values?to=2026-11-{i:00}";
            var first = (await service.Read(address, "demo-analyst")).Text;
            Assert.That((await service.Read(address, "demo-analyst")).Text, Is.EqualTo(first), address);
        }

        Assert.That((await service.Read(Values, "demo-analyst")).Text, Is.EqualTo(fresh));
    }

    private static async Task<TestService> Filled(params (string, string)[] settings)
    {
        var service = new TestService { Setting = settings };
        await service.Post(
            "statutory-visits",
            "2026-11-03",
            new JsonArray([
                .. VisitRecords.CreateMany("2026-11-03", 20, 3).Select(visit => visit!.DeepClone()),
                VisitRecords.CreateMade("W-1", "2026-11-03", locality: "West"),
            ]));
        await service.Post("workforce-posts", "2026-11-20", SafeguardingMetrics.Tests.Indicators.PostRecords.CreateMany(8, 2));
        using var client = service.CreateClientFor("demo-admin");
        using var table = new StringContent(
            "indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\nvisits-on-time,england,E92000001,England,2025-26,"
            + "2025-04-01,2026-03-31,84.1,,\n",
            Encoding.UTF8,
            "text/csv");
        using var loaded = await client.PostAsync("/v1/benchmarks", table);
        Assert.That(loaded.IsSuccessStatusCode, Is.True);
        return service;
    }
}
