namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/return-schedule</c>.</summary>
internal static class ScheduleRequests
{
    private const string Schedule = "/v1/return-schedule";
    private const string School = $"{Schedule}/school-attendance/EXA-SCH-02";
    private const string OtherSchool = $"{Schedule}/school-attendance/EXA-SCH-01";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        const string FromMonday = """{ "validFrom": "2026-11-16", "frequency": "week", "dueDays": 1, "dueTime": "12:00" }""";
        const string FromNovember = """{ "validFrom": "2026-11-02", "frequency": "week", "dueDays": 1, "dueTime": "12:00" }""";
        await recorder.Put("setSchedule", School, FromMonday, "weekly", "Each week, due on Monday at noon");
        await recorder.Put("setSchedule", OtherSchool, FromNovember);
        foreach (var address in new[] { OtherSchool, $"{Schedule}/nothing/EXA-SCH-01", $"{Schedule}/school-attendance/NOBODY" })
            await recorder.Put("setSchedule", address, "{}");

        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get("listSchedule", $"{Schedule}?dataset=school-attendance&format={format}", "ofADataset", "Two schools");
            await recorder.Get(
                "listOverdue", $"{Schedule}/overdue?dataset=school-attendance&asOf=2026-11-23T18:00:00Z&format={format}", "ofADataset",
                "A week of a school that has sent nothing, six hours late on Monday evening");
            await recorder.Get(
                "listScores", $"/v1/data-quality/scores?from=2026-11-01&to=2026-11-30&by=agency&format={format}", "byAgency",
                "By agency: the first two", shorten: 2);
        }

        await recorder.Get("listScores", "/v1/data-quality/scores?by=field");
        await recorder.Get("listScores", "/v1/data-quality/scores?by=colour");
        await recorder.Get("listSchedule", $"{Schedule}?knownAt=then");
        await recorder.Get("listOverdue", $"{Schedule}/overdue?asOf=then");
        await recorder.Delete("removeSchedule", $"{School}?from=2026-11-23", "ended", "The entry, which ends on a day");
        await recorder.Delete("removeSchedule", $"{School}?from=then");
        await recorder.Delete("removeSchedule", $"{Schedule}/nothing/EXA-SCH-02");
    }
}
