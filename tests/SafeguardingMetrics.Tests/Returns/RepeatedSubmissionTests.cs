using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RepeatedSubmissionTests
{
    private static readonly JsonArray Records =
    [
        VisitRecords.CreateMade("V-1", "2026-11-03"),
        VisitRecords.CreateMissed("V-2", "2026-11-04"),
        VisitRecords.CreateFaulty("V-3"),
    ];

    [Test]
    public async Task The_same_return_sent_again_answers_with_the_first_receipt_and_is_not_stored_twice()
    {
        await using var service = new TestService();
        var first = await service.Post("statutory-visits", "2026-11", Records);
        service.Clock.Advance(TimeSpan.FromHours(1));

        var again = await service.Post("statutory-visits", "2026-11", Records);
        var asInterval = await service.Post("statutory-visits", "2026-11-01/2026-11-30", Records);
        var packed = await service.Post("statutory-visits", "2026-11", SubmitTests.Body(Records, "application/json", "gzip"));

        Assert.That(new[] { again.Status, asInterval.Status, packed.Status }, Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(new[] { again.Text, asInterval.Text, packed.Text }, Is.All.EqualTo(first.Text));
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((decimal)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["denominator"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Another_period_or_other_bytes_are_another_return()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", Records);

        var otherPeriod = await service.Post("statutory-visits", "2026-11-01/2026-11-22", Records);
        var otherBytes = await service.Post("statutory-visits", "2026-11", Records.ToJsonString() + "\n", "application/json");

        Assert.That(new[] { otherPeriod.Status, otherBytes.Status }, Is.All.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Another_agency_s_same_bytes_are_another_return()
    {
        await using var service = new TestService();
        var first = await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-social-care");

        var other = await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-health");

        Assert.That(new[] { first.Status, other.Status }, Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That((string)other.Json["agency"]!, Is.EqualTo("EXA-ICB"));
    }

    [TestCase("2026-11", TestName = "Sent_again_after_it_was_superseded_it_takes_its_days_back")]
    [TestCase("2026-11-10/2026-11-12", TestName = "Sent_again_after_it_lost_a_day_it_takes_the_day_back")]
    public async Task Sent_again(string newer)
    {
        await using var service = new TestService();
        var first = await service.Post("statutory-visits", "2026-11", Records);
        var second = await service.Post("statutory-visits", newer, new JsonArray());

        var third = await service.Post("statutory-visits", "2026-11", Records);

        Assert.That(third.Status, Is.EqualTo(HttpStatusCode.Created), third.Text);
        Assert.That(third.ReturnId, Is.Not.EqualTo(first.ReturnId));
        Assert.That(third.Json["supersedes"]!.AsArray().Select(id => (string)id!), Does.Contain(second.ReturnId));
        Assert.That((decimal)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["denominator"]!, Is.EqualTo(2));
    }

    [Test]
    public async Task Sent_again_after_it_was_withdrawn_it_is_stored_anew()
    {
        await using var service = new TestService();
        var first = await service.Post("statutory-visits", "2026-11", Records);
        await service.Delete($"/v1/returns/{first.ReturnId}", "demo-social-care");

        var again = await service.Post("statutory-visits", "2026-11", Records);

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Created), again.Text);
        Assert.That(again.ReturnId, Is.Not.EqualTo(first.ReturnId));
    }

    [Test]
    public async Task After_the_newer_return_is_withdrawn_the_older_is_current_and_recognised_again()
    {
        await using var service = new TestService();
        var first = await service.Post("statutory-visits", "2026-11", Records);
        var second = await service.Post("statutory-visits", "2026-11-10", new JsonArray());
        await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");

        var again = await service.Post("statutory-visits", "2026-11", Records);

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK), again.Text);
        Assert.That(again.ReturnId, Is.EqualTo(first.ReturnId));
    }

    [Test]
    public async Task A_rejected_return_sent_again_is_rejected_again()
    {
        await using var service = new TestService();
        JsonArray faulty = [VisitRecords.CreateFaulty("V-1")];

        var first = await service.Post("statutory-visits", "2026-11", faulty);
        var again = await service.Post("statutory-visits", "2026-11", faulty);

        Assert.That(new[] { first.Status, again.Status }, Is.All.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(again.ReturnId, Is.EqualTo(first.ReturnId));
        Assert.That((await service.Get("/v1/returns?status=rejected")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Of_the_same_return_sent_by_many_at_once_one_is_stored()
    {
        await using var service = new TestService();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => service.Post("statutory-visits", "2026-11", Records.ToJsonString(), "application/json")));

        Assert.That(
            answers.Select(answer => answer.Status).Order(),
            Is.EqualTo(new[]
            {
                HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK,
                HttpStatusCode.OK, HttpStatusCode.Created,
            }));
        Assert.That(answers.Select(answer => answer.ReturnId).Distinct().Count(), Is.EqualTo(1));
    }
}
