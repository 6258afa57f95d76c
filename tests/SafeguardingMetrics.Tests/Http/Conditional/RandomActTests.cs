using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Identity;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http.Conditional;

/// <summary>
/// Whatever happens in whatever order: one tag is one answer, and nobody is told that nothing changed where it did.
/// </summary>
[OnEachEngine]
public sealed class RandomActTests
{
    private static readonly string[] Localities = ["East", "West", "North"];

    [TestCase(1)]
    [TestCase(2)]
    public async Task Equal_tags_are_equal_answers_and_304_is_only_said_of_what_is_the_same(int seed)
    {
        var random = new Random(seed);
        await using var one = new TestService();
        await using var other = new TestService { Sharing = one.ConnectionString };
        // It keeps nothing: what it answers was read now.
        await using var fresh = new TestService { Sharing = one.ConnectionString, Setting = [("Limits:AnswerBytes", "0")] };
        var services = new[] { one, other, fresh };
        foreach (var service in services) await service.Get("/health/ready", null);
        var (answers, last) = (new Dictionary<string, string>(), new Dictionary<(string, string), string>());
        var (notModified, modified) = (0, 0);

        for (var turn = 0; turn < 30; turn++)
        {
            var act = await Act(random, services[random.Next(2)], services);
            foreach (var address in ConditionalRequestExtensions.Addresses.Where(_ => random.Next(3) == 0))
                foreach (var key in ConditionalRequestExtensions.Keys.SelectMany(key => new[] { key, key }))
                {
                    var place = $"seed {seed}, turn {turn}, after {act}: {address} as {key}";
                    var now = await fresh.Read(address, key);
                    if (now.Status != HttpStatusCode.OK) continue;
                    var reader = services[random.Next(2)];
                    var answer =
                        await reader.Read(address, key, last.TryGetValue((address, key), out var had) ? [("If-None-Match", had)] : []);
                    if (answer.Status == HttpStatusCode.NotModified)
                    {
                        notModified++;
                        Assert.That(answers[had!], Is.EqualTo(now.Text), $"{place}: told that nothing changed");
                        continue;
                    }

                    if (had is not null) modified++;
                    Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, now.Text)), place);
                    var tag = answer.Headers["ETag"];
                    Assert.That(
                        answers.TryAdd(tag, answer.Text) || answers[tag] == answer.Text,
                        Is.True,
                        $"{place}: one tag of two answers");
                    last[(address, key)] = tag;
                }
        }

        Assert.That(Math.Min(notModified, modified), Is.GreaterThan(50), $"{notModified} of what was had, {modified} anew");
    }

    private static async Task<string> Act(Random random, TestService service, IReadOnlyList<TestService> all)
    {
        var day = $"2026-11-{random.Next(1, 22):00}";
        void Later(TimeSpan time)
        {
            foreach (var each in all) each.Clock.Advance(time);
        }

        switch (random.Next(11))
        {
            case 0 or 1:
                await service.Post(
                    "statutory-visits",
                    day,
                    new JsonArray([
                        .. Enumerable.Range(
                            1, random.Next(1, 12)).Select(i => VisitRecords.CreateMade($"V-{day}-{i}", day, locality: Localities[i % 3])),
                    ]));
                return "a return";
            case 2:
                var items = (await service.Get("/v1/returns?status=accepted")).Json["items"]!.AsArray();
                if (items.Count > 0)
                    await service.Delete($"/v1/returns/{items[random.Next(items.Count)]!["returnId"]}", "demo-social-care");
                return "a withdrawal";
            case 3:
                await service.PostJson(
                    "/v1/targets",
                    new JsonObject
                    {
                        ["indicator"] = "visits-on-time",
                        ["validFrom"] = "2026-04-01",
                        ["value"] = random.Next(1, 100),
                    }.ToJsonString());
                return "a target";
            case 4:
                await service.Put(
                    "/v1/return-schedule/statutory-visits/EXA-CSC",
                    $$"""{ "validFrom": "{{day}}", "frequency": "day", "dueDays": 0"""
                    + $$""", "dueTime": "{{random.Next(10, 20)}}:{{random.Next(10, 50)}}" }""");
                return "a schedule";
            case 5:
                await service.Put(
                    $"/v1/agencies/EXA-NEW-{random.Next(3)}",
                    new JsonObject { ["name"] = $"Agency {random.Next(9)}", ["sector"] = "social-care" }.ToJsonString());
                return "an agency";
            case 6:
                await service.PostJson(
                    "/v1/erasures",
                    new JsonObject { ["agency"] = "EXA-CSC", ["childId"] = $"C-V-{day}-1" }.ToJsonString());
                return "an erasure";
            case 7:
                using (var client = service.CreateClientFor("demo-admin"))
                using (var table = new StringContent(
                    $"indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\nvisits-on-time,england,E92000001,"
                    + $"England,2025-26,2025-04-01,2026-03-31,{random.Next(50, 90)},,\n",
                    Encoding.UTF8,
                    "text/csv"))
                using (await client.PostAsync("/v1/benchmarks", table)) return "benchmarks";
            case 8:
                await service.Post(
                    "workforce-posts",
                    day,
                    SafeguardingMetrics.Tests.Indicators.PostRecords.CreateMany(random.Next(1, 9), random.Next(1, 9)));
                return "posts";
            case 9:
                Later(TimeSpan.FromMinutes(random.Next(1, 600)));
                return "some hours";
            default:
                Later(TimeSpan.FromSeconds(1));
                return "a second";
        }
    }
}
