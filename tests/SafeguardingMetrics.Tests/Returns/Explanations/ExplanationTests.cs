using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Explanations;

/// <summary>Saying that a query is right: who may, of what, and what is answered.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ExplanationTests
{
    [Test]
    public async Task It_is_answered_as_it_was_said_and_the_same_again_changes_nothing()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        var said = Explaining.Create(("note", " The family was abroad. "));

        var set = await service.Explain(said);
        var again = await service.Explain(said);
        var other = await service.Explain(Explaining.Create(("reason", "awaiting-information")));

        Assert.That(set.Status, Is.EqualTo(HttpStatusCode.Created), set.Text);
        var id = (string)set.Json["explanationId"]!;
        Assert.That(set.Headers["Location"], Is.EqualTo($"/v1/explanations/{id}"));
        Assert.That(Describe(set.Json),
            Is.EqualTo("EXA-CSC statutory-visits SV06 visitedOn V-1 confirmed-with-source The family was abroad. 2027-03-31"));
        Assert.That((again.Status, (string?)again.Json["explanationId"]), Is.EqualTo((HttpStatusCode.OK, id)));
        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Created));
        var first = await service.Get($"/v1/explanations/{id}", Explaining.Sender);
        Assert.That((string?)first.Json["endedAt"], Is.Not.Null, "another took its place");
        Assert.That(await List(service, ""), Is.EqualTo(new[] { "V-1 awaiting-information" }));
        Assert.That(await List(service, "?history=true"), Has.Length.EqualTo(2));
        var lines = (await service.Get("/v1/audit?act=explain-query")).Json["items"]!.AsArray();
        Assert.That(lines.Select(line => (string?)line!["subject"]), Has.Some.EqualTo($"statutory-visits/SV06/{id}"));
    }

    [Test]
    public async Task An_administrator_says_it_for_an_agency_that_it_names()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));

        var set = await service.Explain(Explaining.Create(("agency", "EXA-CSC")), "demo-admin");

        Assert.That(set.Status, Is.EqualTo(HttpStatusCode.Created), set.Text);
        Assert.That((await service.Explain(Explaining.Create(("agency", "EXA-ICB")), "demo-admin")).Problem, Is.EqualTo("unknown-query"));
        foreach (var agency in new[] { null, "EXA-CSX" })
            Assert.That((await service.Explain(Explaining.Create(("agency", agency)), "demo-admin")).Problem,
                Is.EqualTo("invalid-explanation"));
        Assert.That((await service.Explain(Explaining.Create(), "demo-analyst")).Problem, Is.EqualTo("not-permitted"));
    }

    [Test]
    public async Task What_is_another_agency_s_is_not_there()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        var id = await service.ExplainedId(Explaining.Create());

        Assert.That((await service.Explain(Explaining.Create(), "demo-health")).Problem, Is.EqualTo("unknown-query"));
        Assert.That((await service.Explain(Explaining.Create(("agency", "EXA-CSC")), "demo-health")).Problem, Is.EqualTo("unknown-query"));
        Assert.That((await service.Get($"/v1/explanations/{id}", "demo-health")).Problem, Is.EqualTo("unknown-explanation"));
        Assert.That((await service.Delete($"/v1/explanations/{id}", "demo-health")).Problem, Is.EqualTo("unknown-explanation"));
        Assert.That(await List(service, "", "demo-health"), Is.Empty);
        Assert.That((await service.Delete($"/v1/explanations/{id}", "demo-admin")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("SV02", "error")]
    [TestCase("R01", "error")]
    [TestCase("R08", "whole return")]
    [TestCase("R18", "whole return")]
    public async Task An_error_and_a_finding_of_the_return_cannot_be_explained(string rule, string because)
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));

        var answer = await service.Explain(Explaining.Create(("rule", rule)));

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "not-explainable")), answer.Text);
        Assert.That((string?)answer.Json["detail"], Does.StartWith(rule).And.Contain(because));
    }

    [Test]
    public async Task A_record_with_an_error_as_well_is_mended_first()
    {
        await using var service = new TestService();
        var visits = Explaining.LateVisits("V-1", "V-2");
        visits[0]!["childSeen"] = null;
        visits[0]!["seenAlone"] = null;
        await service.Send(visits);

        Assert.That((await service.Explain(Explaining.Create())).Problem, Is.EqualTo("not-explainable"));
        Assert.That((await service.Explain(Explaining.Create(("key", "V-2")))).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("dataset", "statutory-visit", "statutory-visits")]
    [TestCase("rule", "SV99", "rule is one")]
    [TestCase("rule", null, "rule is one")]
    [TestCase("key", "", "key is")]
    [TestCase("field", "visitedOnn", "visitedOn\"?")]
    [TestCase("reason", "confirmed", "confirmed-with-source")]
    [TestCase("note", "The child is 999 000 0018.", "NHS number")]
    [TestCase("until", "2026-11-21", "from 2026-11-22 to 2027-12-27")]
    [TestCase("until", "2027-12-28", "400 days")]
    [TestCase("until", "31/03/2027", "YYYY-MM-DD")]
    public async Task What_cannot_be_used_is_named(string name, string? value, string says)
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));

        var answer = await service.Explain(Explaining.Create((name, value)));

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "invalid-explanation")), answer.Text);
        Assert.That((string?)answer.Json["detail"], Does.Contain(says).And.Not.Contain("999 000"));
    }

    [TestCase("key", "V-9")]
    [TestCase("rule", "SV07")]
    [TestCase("field", "dueOn")]
    [TestCase("dataset", "strategy-meetings")]
    public async Task What_no_return_has_is_not_there(string name, string value)
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        var said = name == "dataset" ? Explaining.Create((name, value), ("rule", "R10")) : Explaining.Create((name, value));

        var answer = await service.Explain(said);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.NotFound, "unknown-query")), answer.Text);
        Assert.That(answer.Text, Does.Not.Contain("V-9"));
    }

    [Test]
    public async Task A_withdrawn_return_has_nothing_to_explain()
    {
        await using var service = new TestService();
        var sent = await service.Send(Explaining.LateVisits("V-1"));
        await service.Delete($"/v1/returns/{sent.ReturnId}", Explaining.Sender);

        Assert.That((await service.Explain(Explaining.Create())).Problem, Is.EqualTo("unknown-query"));
    }

    [Test]
    public async Task The_list_comes_in_pages_and_by_dataset_rule_and_agency()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1", "V-2", "V-3"));
        foreach (var key in new[] { "V-1", "V-2", "V-3" })
        {
            service.Clock.Advance(TimeSpan.FromMinutes(1));
            await service.ExplainedId(Explaining.Create(("key", key)));
        }

        var page = (await service.Get("/v1/explanations?limit=2&rule=SV06&dataset=statutory-visits&agency=EXA-CSC")).Json;
        var rest = (await service.Get((string)page["next"]!)).Json;

        Assert.That(page["items"]!.AsArray().Select(item => (string)item!["key"]!), Is.EqualTo(new[] { "V-3", "V-2" }));
        Assert.That(rest["items"]!.AsArray().Select(item => (string)item!["key"]!), Is.EqualTo(new[] { "V-1" }));
        Assert.That((string?)rest["next"], Is.Null);
        Assert.That(await List(service, "?rule=SV07"), Is.Empty);
        foreach (var query in new[] { "rule=SV66", "dataset=visits", "history=1", "limit=0", "cursor=x", "agency=EXA" })
            Assert.That((await service.Get($"/v1/explanations?{query}")).Problem, Is.EqualTo("invalid-parameter"), query);
    }

    [Test]
    public async Task A_field_is_asked_for_where_findings_of_the_rule_name_several()
    {
        await using var service = new TestService();
        var visits = new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-01", visitedOn: "1999-09-01"));
        visits[0]!["managerCheckedOn"] = "1999-09-02";
        await service.Send(visits);
        var said = Explaining.Create(("rule", "R10"));

        var unclear = await service.Explain(said);
        Assert.That(unclear.Problem, Is.EqualTo("invalid-explanation"), unclear.Text);
        Assert.That((string?)unclear.Json["detail"], Does.Contain("visitedOn, managerCheckedOn"));
        foreach (var field in new[] { "visitedOn", "managerCheckedOn" })
            await service.ExplainedId(Explaining.Create(("rule", "R10"), ("field", field)));
        Assert.That((await service.Send(visits)).Counts(), Is.EqualTo((0, 1)));
    }

    private static string Describe(JsonNode said) =>
        $"{said["agency"]} {said["dataset"]} {said["rule"]} {said["field"]} {said["key"]} {said["reason"]} {said["note"]} {said["until"]}";

    private static async Task<string[]> List(TestService service, string query, string key = Explaining.Sender) =>
    [
        .. (await service.Get($"/v1/explanations{query}", key)).Json["items"]!.AsArray().Select(item => $"{item!["key"]} {item["reason"]}"),
    ];
}
