using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>A failed export does not take a good return's place, over the same days or as the next night's return.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class HoldingTests
{
    private const string Month = "2026-10";

    [Test]
    public async Task A_header_alone_over_a_full_month_is_held_and_no_figure_moves()
    {
        await using var service = new TestService();
        var good = await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));

        var empty = await service.Post("statutory-visits", Month, VisitRecords.Header + "\n", "text/csv");

        HeldReturns.AssertHeld(empty, "fewer-records");
        Assert.That((int)empty.Json["held"]!["records"]!, Is.EqualTo(40));
        Assert.That((string)empty.Json["held"]!["message"]!, Does.StartWith(
            "0 records were accepted; 2026-10-01 to 2026-10-31 has 40 records in force."));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
        Assert.That(await service.Status(good.ReturnId), Is.EqualTo("accepted"));
        Assert.That(await service.Status(empty.ReturnId), Is.EqualTo("held"));
        Assert.That((await service.Get("/v1/returns?status=held")).Json["items"]!.AsArray().Single()!["returnId"]!.ToString(),
            Is.EqualTo(empty.ReturnId));
    }

    [Test]
    public async Task The_answer_has_a_place_and_no_word_of_asking_again()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));

        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent("[]", null, "application/json");
        using var response = await client.PostAsync($"/v1/returns/statutory-visits?period={Month}", body);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(response.Headers.RetryAfter, Is.Null);
        var answer = await ApiResponse.Create(response);
        Assert.That(response.Headers.Location!.ToString(), Is.EqualTo($"/v1/returns/{answer.ReturnId}"));
    }

    [Test]
    public async Task A_column_that_is_missing_half_the_records_rejected_and_other_keys_are_reasons()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(40));
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));
        JsonArray half = [.. HeldReturns.Visits("2026-10-06", 20).Select(record => record!.DeepClone()),
            .. Enumerable.Range(21, 20).Select(i => VisitRecords.CreateFaulty($"V-{i}"))];

        var dropped = await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(40, hasWorkers: false));
        var rejected = await service.Post("statutory-visits", Month, half);
        var others = await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40, prefix: "OTHER"));

        HeldReturns.AssertHeld(dropped, "field-empty");
        Assert.That(
            dropped.Json["held"]!["reasons"]!.AsArray().Select(reason => (string?)reason!["field"]),
            Is.EqualTo(new[] { "allocatedWorkerId", "allocatedOn" }));
        HeldReturns.AssertHeld(rejected, "records-rejected");
        HeldReturns.AssertHeld(others, "other-keys");
        Assert.That((decimal)(await service.Values("unallocated-cases", "from=2026-11-01&to=2026-11-30"))[0]!["numerator"]!, Is.Zero);
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
    }

    [Test]
    public async Task Tonight_s_snapshot_is_compared_with_the_last_day_before()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-19", HeldReturns.Cases(40));

        var empty = await service.Post("open-cases", "2026-11-20", new JsonArray());
        var others = await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(40, prefix: "X"));
        var dropped = await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(40, hasWorkers: false));
        var tooLongAgo = await service.Post("open-cases", "2026-10-04", new JsonArray());
        var good = await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(38));

        HeldReturns.AssertHeld(empty, "fewer-records");
        HeldReturns.AssertHeld(others, "other-keys");
        HeldReturns.AssertHeld(dropped, "field-empty");
        Assert.That(tooLongAgo.Status, Is.EqualTo(HttpStatusCode.Created), "no day lies before it");
        Assert.That(good.Status, Is.EqualTo(HttpStatusCode.Created), good.Text);
        Assert.That(await service.Status(empty.ReturnId), Is.EqualTo("superseded"));
        Assert.That(await service.Status(dropped.ReturnId), Is.EqualTo("superseded"));
    }

    [Test]
    public async Task A_snapshot_after_more_than_forty_five_days_is_compared_with_nothing()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-09-01", HeldReturns.Cases(40));

        var day46 = await service.Post("open-cases", "2026-10-17", HeldReturns.Cases(3));
        await service.Delete($"/v1/returns/{day46.ReturnId}", "demo-social-care");
        var day45 = await service.Post("open-cases", "2026-10-16", HeldReturns.Cases(3));

        Assert.That(day46.Status, Is.EqualTo(HttpStatusCode.Created), day46.Text);
        HeldReturns.AssertHeld(day45, "fewer-records");
    }

    [Test]
    public async Task Yesterday_s_visits_are_compared_with_the_same_day_of_the_last_week_that_came()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11-06", HeldReturns.Visits("2026-11-06", 40, "A"));
        await service.Post("statutory-visits", "2026-11-12", HeldReturns.Visits("2026-11-12", 2, "B"));

        var empty = await service.Post("statutory-visits", "2026-11-13", new JsonArray());
        var holidays = await service.Post("statutory-visits", "2026-11-13", HeldReturns.Visits("2026-11-13", 4, "C"));
        var otherWeekday = await service.Post("statutory-visits", "2026-11-14", new JsonArray());

        HeldReturns.AssertHeld(empty, "fewer-records");
        Assert.That(holidays.Status, Is.EqualTo(HttpStatusCode.Created), holidays.Text);
        Assert.That(otherWeekday.Status, Is.EqualTo(HttpStatusCode.Created), otherWeekday.Text);
    }

    [Test]
    public async Task A_month_is_compared_with_the_last_month_whatever_its_length_and_twenty_days_with_twenty()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09", HeldReturns.Visits("2026-09-08", 40, "A"));

        var month = await service.Post("statutory-visits", "2026-10", new JsonArray());
        var days = await service.Post("statutory-visits", "2026-10-01/2026-10-20", new JsonArray());

        HeldReturns.AssertHeld(month, "fewer-records");
        Assert.That(days.Status, Is.EqualTo(HttpStatusCode.Created), days.Text);
    }

    [Test]
    public async Task Below_twenty_records_a_query_says_the_numbers_and_nothing_is_held()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 19));

        var empty = await service.Post("statutory-visits", Month, new JsonArray());

        Assert.That(empty.Status, Is.EqualTo(HttpStatusCode.Created), empty.Text);
        var finding = empty.Json["findings"]!.AsArray().Single()!;
        Assert.That(((string)finding["rule"]!, (string)finding["severity"]!), Is.EqualTo(("R18", "query")));
        Assert.That(finding["record"], Is.Null);
        Assert.That(
            (string)finding["message"]!,
            Does.Contain("0 records were accepted; 2026-10-01 to 2026-10-31 has 19 records in force."));
        Assert.That(empty.Json["held"], Is.Null);
    }

    [Test]
    public async Task With_nothing_before_a_nil_return_is_stored_and_a_mostly_rejected_one_is_doubted()
    {
        await using var service = new TestService();
        JsonArray faulty =
        [
            VisitRecords.CreateMade("V-0", "2026-10-06"), .. Enumerable.Range(1, 19).Select(i => VisitRecords.CreateFaulty($"V-{i}")),
        ];

        var nil = await service.Post("statutory-visits", "2026-09", VisitRecords.Header + "\n", "text/csv");
        var rejected = await service.Post("statutory-visits", Month, faulty);

        Assert.That((string)nil.Json["status"]!, Is.EqualTo("accepted"), nil.Text);
        Assert.That(rejected.Status, Is.EqualTo(HttpStatusCode.Created), rejected.Text);
        Assert.That(
            rejected.Json["findings"]!.AsArray()
                .Where(finding => (string)finding!["rule"]! == "R18")
                .Select(finding => (string)finding!["message"]!),
            Is.EqualTo(new[]
            {
                "A return must be about as large and as full as the records before it, and have most of their keys (one finding a return): "
                + "19 of 20 records were rejected.",
            }));
    }

    [Test]
    public async Task A_field_that_the_newest_return_of_long_ago_had_and_this_one_lacks_is_a_query()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", HeldReturns.Cases(40));

        var older = await service.Post("open-cases", "2026-03-31", HeldReturns.Cases(2, hasWorkers: false));

        Assert.That(older.Status, Is.EqualTo(HttpStatusCode.Created), older.Text);
        Assert.That(
            (string)older.Json["findings"]!.AsArray().Single()!["message"]!,
            Does.Contain("allocatedWorkerId is empty in every record"));
    }

    [Test]
    public async Task Another_agency_s_records_are_not_compared_with()
    {
        await using var service = new TestService();
        await service.Post("workforce-posts", "2026-11-19", Posts(40), "demo-social-care");

        var other = await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-health");
        var own = await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-social-care");

        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Created), other.Text);
        HeldReturns.AssertHeld(own, "fewer-records");
    }

    [Test]
    public async Task Settings_of_a_dataset_take_the_place_of_those_of_all()
    {
        await using var service = new TestService
        {
            Setting = [("Holding:FewestRecords", "1000"), ("Holding:Datasets:open-cases:FewestRecords", "3")],
        };
        await service.Post("open-cases", "2026-11-19", HeldReturns.Cases(4));
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));

        var cases = await service.Post("open-cases", "2026-11-20", new JsonArray());
        var visits = await service.Post("statutory-visits", Month, new JsonArray());

        HeldReturns.AssertHeld(cases, "fewer-records");
        Assert.That(visits.Status, Is.EqualTo(HttpStatusCode.Created), visits.Text);
    }

    [TestCase("Holding:AcceptedPercent", "101")]
    [TestCase("Holding:Datasets:open-cases:ExpiryDays", "0")]
    [TestCase("Holding:Datasets:open-case:ExpiryDays", "5")]
    public async Task A_setting_that_cannot_be_used_keeps_the_service_from_starting(string name, string value)
    {
        await using var service = new TestService { Setting = [(name, value)] };

        Assert.That(
            () => service.CreateClient(),
            Throws.Exception.With.Message.Contain(name.Split(':')[^1]).Or.Message.Contain("Holding__Datasets"));
    }

    private static JsonArray Posts(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => new JsonObject
        {
            ["postId"] = $"P-{i}",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["role"] = "social-worker",
            ["fte"] = 1,
            ["status"] = "vacant",
        }),
    ];
}
