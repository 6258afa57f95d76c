using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Schedule;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ReturnScheduleTests
{
    private const string Schools = "/v1/return-schedule/school-attendance";

    [Test]
    public async Task What_is_set_holds_from_its_day_on_whatever_was_set_for_later_and_what_had_been_set_is_still_known()
    {
        await using var service = new TestService();
        var key = (string?)(await Set(service, "2026-09-01", "week", 1, "12:00")).Json[0]!["setBy"];
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Set(service, "2026-10-01", "month", 8, "17:00");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Set(service, "2026-09-15", "day", 0, "23:59");

        Assert.That(
            await Listed(service),
            Is.EqualTo(new[] { "EXA-SCH-01 2026-09-01..2026-09-14 week 1 12:00", "EXA-SCH-01 2026-09-15.. day 0 23:59" }));
        Assert.That(
            await Listed(service, "knownAt=2026-11-23"),
            Is.EqualTo(new[] { "EXA-SCH-01 2026-09-01..2026-09-30 week 1 12:00", "EXA-SCH-01 2026-10-01.. month 8 17:00" }));
        Assert.That(await Listed(service, "knownAt=2026-11-22"), Is.EqualTo(new[] { "EXA-SCH-01 2026-09-01.. week 1 12:00" }));
        Assert.That(await Listed(service, "knownAt=2026-11-21"), Is.Empty);
        Assert.That(Guid.TryParse(key, out _), Is.True, "the key's id");
        var row = (await service.Get("/v1/return-schedule")).Json[1]!;
        Assert.That(
            ((string?)row["setBy"], (string?)row["setAt"], (string?)row["dataset"]),
            Is.EqualTo((key, "2026-11-24T12:00:00.000Z", "school-attendance")));
    }

    [Test]
    public async Task The_same_again_changes_nothing()
    {
        await using var service = new TestService();
        var first = await Set(service, "2026-09-01", "week", 1, "12:00");
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.That((await Set(service, "2026-09-01", "week", 1, "12:00")).Text, Is.EqualTo(first.Text));
    }

    [Test]
    public async Task Removed_from_a_day_on_nothing_is_owed_and_removed_from_its_first_day_nothing_is_left()
    {
        await using var service = new TestService();
        await Set(service, "2026-09-01", "week", 1, "12:00");
        service.Clock.Advance(TimeSpan.FromMinutes(1));

        var ended = await service.Delete($"{Schools}/EXA-SCH-01?from=2026-10-12", "demo-admin");
        Assert.That(
            ended.Json.AsArray().Select(row => $"{row!["validFrom"]} {row["validTo"]} {row["frequency"]}"),
            Is.EqualTo(new[] { "2026-09-01 2026-10-11 week", "2026-10-12  none" }));
        Assert.That(await Overdue(service, "from=2026-10-01"), Is.EqualTo(new[] { "2026-09-28/2026-10-04", "2026-10-05/2026-10-11" }));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await service.Delete($"{Schools}/EXA-SCH-01?from=2026-09-01", "demo-admin")).Text, Is.EqualTo("[]"));
        Assert.That(await Overdue(service), Is.Empty);
        Assert.That(await Listed(service, "knownAt=2026-11-22T12:00:30Z"), Is.EqualTo(new[] { "EXA-SCH-01 2026-09-01.. week 1 12:00" }));
    }

    [Test]
    public async Task Overdue_is_what_is_due_and_not_here_from_the_minute_it_is_due()
    {
        await using var service = new TestService();
        await Set(service, "2026-11-16", "week", 1, "12:00");

        // The week ends on Sunday the 22nd, today; it is due on Monday at noon.
        service.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 11, 59, 59, TimeSpan.Zero));
        Assert.That(await Overdue(service), Is.Empty);
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Overdue(service), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));
        service.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.Zero));
        var late = (await service.Get("/v1/return-schedule/overdue")).Json.AsArray().Single()!;
        Assert.That(
            ((string)late["agency"]!, (string)late["dueAt"]!, (int)late["hoursLate"]!, (int)late["daysLate"]!),
            Is.EqualTo(("EXA-SCH-01", "2026-11-23T12:00:00.000Z", 45, 2)));

        // Four of five days: not whole. The fifth alone makes it so, since days count and not returns.
        await Attendance(service, "2026-11-16/2026-11-19");
        Assert.That(await Overdue(service), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));
        service.Clock.Advance(TimeSpan.FromHours(1));
        var friday = await Attendance(service, "2026-11-20");
        Assert.That(await Overdue(service), Is.Empty);
        Assert.That(await Overdue(service, "knownAt=2026-11-25T09:30:00Z"), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));
        Assert.That(await Overdue(service, "asOf=2026-11-24&knownAt=2026-11-24"), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));

        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.Delete($"/v1/returns/{friday.ReturnId}", "demo-school");
        Assert.That(await Overdue(service), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));
        Assert.That(await Overdue(service, "asOf=2026-11-30T11:59:00Z"), Is.EqualTo(new[] { "2026-11-16/2026-11-22" }));
        Assert.That(
            await Overdue(service, "asOf=2026-11-30T12:00:00Z"),
            Is.EqualTo(new[] { "2026-11-16/2026-11-22", "2026-11-23/2026-11-29" }));
    }

    [Test]
    public async Task A_rejected_return_has_not_come_and_a_nil_return_has()
    {
        await using var service = new TestService();
        await service.Put("/v1/return-schedule/statutory-visits/EXA-CSC", Setting("2026-11-20", "day", 0, "23:59"));
        await service.Post("statutory-visits", "2026-11-20", new JsonArray(VisitRecords.CreateFaulty("V-1")));
        await service.Post("statutory-visits", "2026-11-21", new JsonArray());

        Assert.That(await Overdue(service), Is.EqualTo(new[] { "2026-11-20" }));
    }

    [Test]
    public async Task Expected_agencies_are_the_schedule_s_as_it_was_known_and_the_sector_s_where_there_is_none()
    {
        await using var service = new TestService();
        await Attendance(service, "2026-11-02/2026-11-06");
        service.Clock.Advance(TimeSpan.FromHours(1));
        await Set(service, "2026-11-02", "week", 1, "12:00");
        await Set(service, "2026-11-09", "week", 1, "12:00", "EXA-SCH-02");
        async Task<IEnumerable<string>> Weeks(string more = "") =>
            (await service.Values("absence-rate", $"from=2026-10-26&to=2026-11-22&interval=week{more}"))
                .Select(row =>
                    $"{row!["period"]} {row["agenciesReported"]} of {row["agenciesExpected"]}, {row["periodsCovered"]} of "
                    + $"{row["periodsDue"]} {row["quality"]}"
                        .Trim());

        Assert.That(await Weeks(), Is.EqualTo(new[]
        {
            "2026-W44 0 of 0, 0 of 0", "2026-W45 1 of 1, 1 of 1 good", "2026-W46 0 of 2, 0 of 2", "2026-W47 0 of 2, 0 of 0",
        }));
        Assert.That(
            await Weeks("&agency=EXA-SCH-02"),
            Is.EqualTo(new[]
            {
                "2026-W44 0 of 0, 0 of 0",
                "2026-W45 0 of 0, 0 of 0",
                "2026-W46 0 of 1, 0 of 1",
                "2026-W47 0 of 1, 0 of 0",
            }));
        Assert.That((await Weeks("&knownAt=2026-11-22T12:30:00Z")).ElementAt(1), Is.EqualTo("2026-W45 1 of 8, 0 of 0 poor"));
        var month = (await service.Values("absence-rate", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That(
            $"{month["agenciesReported"]} of {month["agenciesExpected"]}, {month["periodsCovered"]} of {month["periodsDue"]} "
            + $"{month["quality"]}",
            Is.EqualTo("1 of 2, 1 of 3 poor"));
    }

    [Test]
    public async Task An_agency_sees_its_own_and_only_an_administrator_sets()
    {
        await using var service = new TestService();
        foreach (var school in new[] { "EXA-SCH-01", "EXA-SCH-02" }) await Set(service, "2026-11-09", "week", 1, "12:00", school);

        Assert.That(await Listed(service, "", "demo-school"), Is.EqualTo(new[] { "EXA-SCH-01 2026-11-09.. week 1 12:00" }));
        Assert.That(await Listed(service, "agency=EXA-SCH-02", "demo-school"), Is.Empty);
        Assert.That(await Listed(service, "agency=EXA-SCH-02", "demo-board"), Is.EqualTo(new[] { "EXA-SCH-02 2026-11-09.. week 1 12:00" }));
        Assert.That(
            (await service.Get("/v1/return-schedule/overdue", "demo-school")).Json.AsArray().Select(row => (string)row!["agency"]!),
            Is.EqualTo(new[] { "EXA-SCH-01" }));
        Assert.That((await service.Get("/v1/return-schedule/overdue", "demo-board")).Json.AsArray(), Has.Count.EqualTo(2));
        Assert.That((await service.Get("/v1/return-schedule/overdue?agency=EXA-SCH-02", "demo-school")).Text, Is.EqualTo("[]"));
        foreach (var key in new[] { "demo-school", "demo-board", "demo-analyst" })
        {
            RefusalTests.Refused(
                await service.Put($"{Schools}/EXA-SCH-01", Setting("2026-11-09", "none", 0, "00:00"), key),
                403,
                "not-permitted");
            RefusalTests.Refused(await service.Delete($"{Schools}/EXA-SCH-01", key), 403, "not-permitted");
        }
    }

    [Test]
    public async Task What_cannot_be_set_or_asked_is_refused()
    {
        await using var service = new TestService();
        foreach (var setting in new[]
        {
            Setting("2026-11-31", "week", 1, "12:00"),
            Setting("1989-12-31", "week", 1, "12:00"),
            Setting("2026-11-09", "fortnight", 1, "12:00"),
            Setting("2026-11-09", "week", -1, "12:00"),
            Setting("2026-11-09", "week", 93, "12:00"),
            Setting("2026-11-09", "week", 1, "24:00"),
            Setting("2026-11-09", "week", 1, "9:00"),
            "{}",
        })
            RefusalTests.Refused(await service.Put($"{Schools}/EXA-SCH-01", setting), 400, "invalid-parameter", setting);
        RefusalTests.Refused(await service.Put($"{Schools}/EXA-CSC", Setting("2026-11-09", "week", 1, "12:00")), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Put($"{Schools}/NOBODY", Setting("2026-11-09", "week", 1, "12:00")), 404, "not-found");
        RefusalTests.Refused(
            await service.Put("/v1/return-schedule/zebedee/EXA-SCH-01", Setting("2026-11-09", "week", 1, "12:00")),
            404,
            "unknown-dataset");
        foreach (var address in new[]
        {
            "?knownAt=then",
            "?dataset=zebedee",
            "?format=xml",
            "/overdue?asOf=then",
            "/overdue?knownAt=then",
            "/overdue?from=then",
            "/overdue?asOf=0001-01-01",
            "/overdue?asOf=9999-12-30",
            "/overdue?from=2027-01-01",
        })
            RefusalTests.Refused(await service.Get($"/v1/return-schedule{address}"), 400, "invalid-parameter", address);
    }

    private static async Task<ApiResponse> Set(
        TestService service,
        string from,
        string frequency,
        int dueDays,
        string dueTime,
        string agency = "EXA-SCH-01")
    {
        var answer = await service.Put($"{Schools}/{agency}", Setting(from, frequency, dueDays, dueTime));
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return answer;
    }

    private static string Setting(string from, string frequency, int dueDays, string dueTime) =>
        new JsonObject { ["validFrom"] = from, ["frequency"] = frequency, ["dueDays"] = dueDays, ["dueTime"] = dueTime }.ToJsonString();

    private static async Task<ApiResponse> Attendance(TestService service, string period)
    {
        var answer = await service.Post(
            "school-attendance",
            period,
            new JsonArray(new JsonObject
            {
                ["pupilId"] = "P-1",
                ["locality"] = "East",
                ["socialWorkerStatus"] = "child-in-need",
                ["sessionsPossible"] = 2,
                ["sessionsAttended"] = 2,
            }));
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        return answer;
    }

    private static async Task<IEnumerable<string>> Listed(TestService service, string query = "", string key = "demo-board") =>
        (await service.Get($"/v1/return-schedule?{query}", key)).Json
            .AsArray()
            .Select(row => $"{row!["agency"]} {row["validFrom"]}..{row["validTo"]} {row["frequency"]} {row["dueDays"]} {row["dueTime"]}");

    private static async Task<IEnumerable<string>> Overdue(TestService service, string query = "")
    {
        var answer = await service.Get($"/v1/return-schedule/overdue?{query}", "demo-board");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json
            .AsArray()
            .Select(row => (string)row!["from"]! == (string)row["to"]! ? $"{row["from"]}" : $"{row["from"]}/{row["to"]}");
    }
}
