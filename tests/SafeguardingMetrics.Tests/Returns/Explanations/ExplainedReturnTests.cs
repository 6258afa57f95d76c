using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Explanations;

/// <summary>What returns show of a query once somebody has said that the record is right.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ExplainedReturnTests
{
    [Test]
    public async Task The_same_body_sent_again_shows_the_query_as_explained_and_the_first_receipt_stays()
    {
        await using var service = new TestService();
        var first = await service.Send(Explaining.LateVisits("V-1", "V-2"));
        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.ExplainedId(Explaining.Create());

        var again = await service.Send(Explaining.LateVisits("V-1", "V-2"));

        Assert.That(again.ReturnId, Is.Not.EqualTo(first.ReturnId));
        Assert.That((first.Counts(), again.Counts()), Is.EqualTo(((2, 0), (1, 1))));
        var shown = new[] { "V-1 SV06 confirmed-with-source", "V-2 SV06" };
        Assert.That(Explaining.ListExplained(again.Json["findings"]!), Is.EqualTo(shown));
        var rule = again.Json["rules"]!.AsArray().Single()!;
        Assert.That(((int)rule["findings"]!, (int)rule["explained"]!), Is.EqualTo((2, 1)));
        var listed = (await service.Get($"/v1/returns/{again.ReturnId}/findings", Explaining.Sender)).Json["items"]!;
        Assert.That(Explaining.ListExplained(listed), Is.EqualTo(shown));
        var csv = (await service.Get($"/v1/returns/{again.ReturnId}/findings?format=csv", Explaining.Sender)).Text.Split("\r\n");
        Assert.That(csv[0], Does.EndWith(",value,explained"));
        Assert.That(csv[1], Does.EndWith(",confirmed-with-source"));
        Assert.That(csv[2], Does.EndWith(","));
        var stays = await service.Get($"/v1/returns/{first.ReturnId}", Explaining.Sender);
        Assert.That(Explaining.ListExplained(stays.Json["findings"]!), Is.EqualTo(new[] { "V-1 SV06", "V-2 SV06" }));
        Assert.That(stays.Counts(), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Sent_once_more_it_is_the_same_return_and_its_receipt()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.ExplainedId(Explaining.Create());
        service.Clock.Advance(TimeSpan.FromHours(1));
        var second = await service.Send(Explaining.LateVisits("V-1"));
        service.Clock.Advance(TimeSpan.FromHours(1));

        Assert.That((await service.Send(Explaining.LateVisits("V-1"))).ReturnId, Is.EqualTo(second.ReturnId));
    }

    [Test]
    public async Task It_holds_for_other_returns_and_however_the_values_are_written()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        await service.ExplainedId(Explaining.Create());

        var wider = await service.Post("statutory-visits", "2026-09-01/2026-10-31", Explaining.LateVisits("V-1", "V-3"));
        var visits = Explaining.LateVisits("V-1");
        visits[0]!["visitedOn"] = "2026-11-02T00:00:00";
        visits[0]!["locality"] = "West";
        var written = await service.Send(visits);

        Assert.That(wider.Counts(), Is.EqualTo((1, 1)));
        Assert.That(written.Counts(), Is.EqualTo((0, 1)), "SV06 reads neither the locality nor how a date is written");
    }

    [Test]
    public async Task A_changed_value_that_the_rule_reads_is_not_explained()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        await service.ExplainedId(Explaining.Create());

        foreach (var (field, value) in new[] { ("visitedOn", "2026-11-03"), ("dueOn", "2026-09-02") })
        {
            var visits = Explaining.LateVisits("V-1");
            visits[0]![field] = value;
            Assert.That((await service.Send(visits)).Counts(), Is.EqualTo((1, 0)), field);
        }
    }

    [Test]
    public async Task After_its_day_it_holds_no_longer_also_for_the_same_body()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        await service.ExplainedId(Explaining.Create(("until", "2026-11-23")));
        service.Clock.Advance(TimeSpan.FromDays(1));
        var onTheDay = await service.Send(Explaining.LateVisits("V-1"));
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.That(onTheDay.Counts(), Is.EqualTo((0, 1)));
        Assert.That((await service.Send(Explaining.LateVisits("V-1"))).Counts(), Is.EqualTo((1, 0)));
    }

    [Test]
    public async Task Ended_it_holds_no_longer_and_what_was_shown_stays()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        var id = await service.ExplainedId(Explaining.Create());
        var explained = await service.Send(Explaining.LateVisits("V-1"));
        service.Clock.Advance(TimeSpan.FromHours(1));

        var ended = await service.Delete($"/v1/explanations/{id}", Explaining.Sender);

        Assert.That((string?)ended.Json["endedAt"], Is.Not.Null, ended.Text);
        Assert.That((await service.Send(Explaining.LateVisits("V-1"))).Counts(), Is.EqualTo((1, 0)));
        Assert.That((await service.Get($"/v1/returns/{explained.ReturnId}")).Counts(), Is.EqualTo((0, 1)));
        Assert.That((await service.Delete($"/v1/explanations/{id}", Explaining.Sender)).Problem, Is.EqualTo("explanation-ended"));
    }

    [Test]
    public async Task A_check_shows_it_too_and_a_confirmed_return_keeps_it()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits([.. Enumerable.Range(1, 40).Select(i => $"V-{i}")]));
        await service.ExplainedId(Explaining.Create());

        var check = await service.Post("statutory-visits/check", "2026-09", Explaining.LateVisits("V-1"), Explaining.Sender);
        var held = await service.Post("statutory-visits", "2026-09", Explaining.LateVisits("V-1"));
        Assert.That((string?)held.Json["status"], Is.EqualTo("held"), held.Text);
        var confirmed = await Holding.HeldReturns.Confirm(service, held.ReturnId);

        Assert.That((check.Counts(), confirmed.Counts()), Is.EqualTo(((0, 1), (0, 1))));
    }

    [Test]
    public async Task Records_counts_scores_and_the_quality_mark_count_it_for_the_agency()
    {
        await using var service = new TestService();
        var before = await Read(service, Explaining.LateVisits("V-1", "V-2"));
        await service.ExplainedId(Explaining.Create());
        await service.ExplainedId(Explaining.Create(("key", "V-2"), ("reason", "outside-our-control")));
        var after = await Read(service, Explaining.LateVisits("V-1", "V-2"));

        Assert.That(before.Agency, Is.EqualTo("queried 2 findings 2 timeliness 2 explained 0/0"));
        Assert.That(after.Agency, Is.EqualTo("queried 0 findings 0 timeliness 0 explained 2/2"));
        Assert.That(before.Rule, Is.EqualTo("SV06 queried  findings 2 timeliness 2 explained /0"));
        Assert.That(after.Rule, Is.EqualTo("SV06 queried  findings 0 timeliness 0 explained /2"));
        Assert.That((before.Valid, after.Valid), Is.EqualTo((0, 2)), "valid values of visitedOn");
        Assert.That((before.Quality, after.Quality), Is.EqualTo(("poor", "good")));
    }

    [Test]
    public async Task A_record_with_another_query_stays_queried()
    {
        await using var service = new TestService();
        var visits = Explaining.LateVisits("V-1");
        visits[0]!["seenAlone"] = false;
        await service.Send(visits);
        await service.ExplainedId(Explaining.Create());

        var again = await service.Send(visits);
        Assert.That(Explaining.ListExplained(again.Json["findings"]!),
            Is.EqualTo(new[] { "V-1 SV06 confirmed-with-source", "V-1 SV07" }));
        Assert.That(again.Counts(), Is.EqualTo((1, 0)));
    }

    private static async Task<(string Agency, string Rule, int Valid, string? Quality)> Read(TestService service, JsonArray visits)
    {
        await service.Send(visits);
        const string Days = "from=2026-09-01&to=2026-09-30";
        var agency = (await service.Get($"/v1/data-quality?{Days}")).Json[0]!;
        var rule = (await service.Get($"/v1/data-quality?{Days}&by=rule")).Json[0]!;
        var scores = (await service.Get($"/v1/data-quality/scores?{Days}&by=field")).Json.AsArray();
        var item = scores.Single(row => (string)row!["member"]! == "statutory-visits.visitedOn")!;
        var figure = (await service.Values("visits-on-time", Days)).Single()!;
        return (Describe(agency), $"{rule["member"]} {Describe(rule)}", (int)item["valid"]!, (string?)figure["quality"]);
    }

    private static string Describe(JsonNode row) =>
        $"queried {row["recordsQueried"]} findings {row["findings"]} timeliness {row["timeliness"]} "
        + $"explained {row["recordsExplained"]}/{row["findingsExplained"]}";
}
