using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Recalculation;

/// <summary>A bank holiday that an administrator adds: figures in working days follow it, and what was known before stays.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class BankHolidayTests
{
    [Test]
    public async Task Figures_and_cases_count_without_the_day_from_then_on_and_as_known_before_with_it()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        var others = await Others(service);
        service.Clock.Advance(TimeSpan.FromHours(1));
        Assert.That(await service.Lateness(), Is.EqualTo("4"));

        var added = await service.AddHoliday();

        Assert.That(added.Status, Is.EqualTo(HttpStatusCode.OK), added.Text);
        Assert.That(added.Recalculated(), Is.EqualTo("1 1 [visit-lateness] 2026-11-01..2026-11-30"));
        const string Before = "&knownAt=2026-11-22T12:30:00Z";
        const string Week = "&interval=week&from=2026-11-02&to=2026-11-08";
        foreach (var query in new[] { "", "&by=team", Week, "&by=locality,team", "&interval=day&by=team" })
        {
            Assert.That(await Member(service, query), Is.EqualTo("3"), query);
            Assert.That(await Member(service, query + Before), Is.EqualTo("4"), query);
        }

        Assert.That((await Amount(service, ""), await Amount(service, Before)), Is.EqualTo((3, 4)), "cases");
        Assert.That(await Others(service), Is.EqualTo(others));
        Assert.That(await Status(service), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task Returns_that_arrive_later_are_judged_and_counted_without_the_day_and_it_can_be_removed()
    {
        await using var service = new TestService();
        var added = await service.AddHoliday();
        // 20 working days after 6 October is 3 November; 4 November is the 21st, unless it is none.
        var visits = new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-06", visitedOn: "2026-11-04"));
        var without = await service.Post("statutory-visits", "2026-10", visits);
        await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit("V-2"));
        Assert.That(added.Recalculated(), Is.EqualTo("0 0 [] .."));
        Assert.That((without.Findings, await service.Lateness()), Is.EqualTo((Array.Empty<string>(), "3")));
        service.Clock.Advance(TimeSpan.FromHours(1));

        var removed = await service.RemoveHoliday();

        Assert.That(removed.Recalculated(), Is.EqualTo("2 2 [visit-lateness] 2026-10-01..2026-11-30"));
        Assert.That((await service.Lateness(), await service.Lateness("&knownAt=2026-11-22T12:30:00Z")), Is.EqualTo(("4", "3")));
        var again = await service.Post("statutory-visits/check", "2026-10", visits, "demo-social-care");
        Assert.That(again.Findings, Is.EqualTo(new[] { "1 SV06 visitedOn" }));
        Assert.That((await service.RemoveHoliday()).Recalculated(), Is.EqualTo("0 0 [] .."), "once more: nothing is left");
    }

    [Test]
    public async Task Another_instance_learns_of_it_with_its_next_request()
    {
        await using var first = new TestService();
        await first.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        await using var second = new TestService { Sharing = first.ConnectionString };
        Assert.That(await second.Lateness(), Is.EqualTo("4"));

        await first.AddHoliday();

        Assert.That(await second.Lateness(), Is.EqualTo("3"));
        await second.Post("statutory-visits", "2026-11", BankHolidays.LateVisit("V-2"));
        Assert.That(await second.Lateness(), Is.EqualTo("3"));
        Assert.That(await Amount(second, ""), Is.EqualTo(3));
    }

    [Test]
    public async Task A_record_that_a_newer_return_states_again_counts_as_if_the_day_had_been_added_first()
    {
        await using var before = new TestService();
        await using var after = new TestService();
        await before.AddHoliday();
        foreach (var service in new[] { before, after })
        {
            var october = new JsonArray(
                VisitRecords.CreateMade("V-1", "2026-10-30", visitedOn: "2026-11-06"),
                VisitRecords.CreateMade("V-2", "2026-10-30", visitedOn: "2026-11-09"));
            await service.Post("statutory-visits", "2026-10", october);
            await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-10")));
        }

        await after.AddHoliday();

        const string October = "from=2026-10-01&to=2026-10-31";
        var expected = (await before.Values("visit-lateness", October)).Single()!;
        var found = (await after.Values("visit-lateness", October)).Single()!;
        Assert.That($"{found["denominator"]} {found["value"]} {found["p90"]}",
            Is.EqualTo($"{expected["denominator"]} {expected["value"]} {expected["p90"]}"));
        Assert.That((decimal?)expected["p90"], Is.EqualTo(5m), "six working days without the bank holiday");
    }

    [Test]
    public async Task Returns_whose_records_lie_on_one_side_of_the_day_are_left_alone()
    {
        await using var service = new TestService();
        var (later, earlier) = (
            VisitRecords.CreateMade("V-1", "2026-11-05", "2026-11-09"), VisitRecords.CreateMade("V-2", "2026-10-05", "2026-10-09"));
        await service.Post("statutory-visits", "2026-11-05/2026-11-30", new JsonArray(later));
        await service.Post("statutory-visits", "2026-10", new JsonArray(earlier));

        Assert.That((await service.AddHoliday()).Recalculated(), Is.EqualTo("0 0 [] .."));
    }

    [Test]
    public async Task The_same_again_is_answered_and_other_days_are_refused()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        await service.AddHoliday();

        var again = await service.AddHoliday();
        Assert.That((again.Status, again.Recalculated()), Is.EqualTo((HttpStatusCode.OK, "0 0 [] ..")));
        Assert.That((await service.AddHoliday(name: "Other")).Problem, Is.EqualTo("already-bank-holiday"));
        Assert.That((await service.AddHoliday("2026-12-25")).Problem, Is.EqualTo("already-bank-holiday"));
        foreach (var day in new[] { "2026-11-07", "2101-01-03", "1989-12-29", "4 November", null })
            Assert.That((await service.AddHoliday(day)).Problem, Is.EqualTo("invalid-bank-holiday"), day);
        foreach (var name in new[] { "", " ", null, new string('x', 101), "a\nb" })
            Assert.That((await service.AddHoliday("2026-11-05", name)).Problem, Is.EqualTo("invalid-bank-holiday"), name);
        foreach (var day in new[] { "2026-12-25", "2026-11-05", "tomorrow" })
            Assert.That((await service.RemoveHoliday(day)).Problem, Is.EqualTo("unknown-bank-holiday"), day);
        Assert.That((await service.AddHoliday("2026-11-05", key: "demo-social-care")).Problem, Is.EqualTo("not-permitted"));
    }

    [Test]
    public async Task The_list_has_those_that_are_known_and_those_that_were_added()
    {
        await using var service = new TestService();
        await service.AddHoliday();
        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.AddHoliday("2026-12-01", "Another");
        await service.RemoveHoliday("2026-12-01");

        async Task<string[]> List(string query) =>
        [
            .. (await service.Get($"/v1/bank-holidays?{query}", "demo-board")).Json.AsArray()
                .Select(row => $"{row!["day"]} {row["isAdded"]}"),
        ];
        const string Autumn = "from=2026-08-31&to=2026-12-28";
        Assert.That(await List(Autumn),
            Is.EqualTo(new[] { "2026-08-31 false", $"{BankHolidays.Wednesday} true", "2026-12-25 false", "2026-12-28 false" }));
        Assert.That(await List($"{Autumn}&knownAt=2026-11-22T11:00:00Z"), Has.Length.EqualTo(3));
        Assert.That(await List(""), Has.Length.EqualTo(17), "this year and the next");
        Assert.That(
            (await service.Get($"/v1/bank-holidays?{Autumn}&format=csv")).Text, Does.StartWith("day,name,isAdded,addedAt,addedBy\r\n"));
        Assert.That((await service.Get("/v1/bank-holidays?from=x")).Problem, Is.EqualTo("invalid-parameter"));
    }

    [Test]
    public async Task The_audit_says_who_added_it_and_which_returns_figures_it_changed()
    {
        await using var service = new TestService();
        var sent = await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        await service.AddHoliday();
        await service.RemoveHoliday();

        foreach (var act in new[] { "add-bank-holiday", "remove-bank-holiday" })
        {
            var lines = (await service.Get($"/v1/audit?act={act}")).Json["items"]!.AsArray();
            Assert.That(lines.Select(line => $"{line!["outcome"]} {line["subject"]}"), Is.EquivalentTo(new[]
            {
                $"done {BankHolidays.Wednesday}",
                $"part {BankHolidays.Wednesday}/statutory-visits/EXA-CSC/{sent.ReturnId}",
            }));
        }
    }

    private static async Task<string> Member(TestService service, string query)
    {
        var days = query.Contains("from=", StringComparison.Ordinal) ? query[1..] : $"from=2026-11-02&to=2026-11-02{query}";
        return BankHolidays.WriteValues(await service.Values("visit-lateness", days));
    }

    private static async Task<int?> Amount(TestService service, string query)
    {
        var cases = await service.Get($"/v1/indicators/visit-lateness/cases?from=2026-11-01&to=2026-11-30{query}", "demo-analyst");
        return (int?)cases.Json["items"]!.AsArray().Single()!["amount"];
    }

    private static async Task<string> Status(TestService service) =>
        string.Join(' ', (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["status"]!));

    // The figures of all other indicators.
    private static async Task<string> Others(TestService service)
    {
        var rows = (await service.Get("/v1/indicator-values?from=2026-11-01&to=2026-11-30", "demo-analyst")).Json.AsArray();
        foreach (var row in rows) row!.AsObject().Remove("knownAt");
        return string.Join('\n', rows.Where(row => (string)row!["indicator"]! != "visit-lateness").Select(row => row!.ToJsonString()));
    }
}
