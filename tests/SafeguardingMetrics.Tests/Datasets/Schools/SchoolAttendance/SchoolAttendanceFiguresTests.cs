namespace SafeguardingMetrics.Tests.Datasets.Schools.SchoolAttendance;

/// <summary>Six pupils from Monday 9 to Friday 20 November 2026, twenty sessions; and returns of other days for the rounding.</summary>
public sealed class SchoolAttendanceFiguresTests() : FiguresFixture("school-attendance")
{
    private const string November = "2026-11";
    private const string Header = "pupilId,locality,socialWorkerStatus,sessionsPossible,sessionsAttended";

    public override async Task PostExample()
    {
        await Post("2026-11-09/2026-11-20", accepted: 6, $"""
            {Header}
            PU-1,East,child-protection,20,18
            PU-2,East,child-in-need,20,19
            PU-3,East,looked-after,20,0
            PU-4,West,child-in-need,0,0
            PU-5,West,child-in-need,11,10
            PU-6,West,looked-after,9,8
            """);

        // Half-term: no session was possible.
        await Post("2026-10-26/2026-10-30", accepted: 1, $"{Header}\nPU-1,East,child-protection,0,0");

        // One session of 16 missed; one of 2,000; 23 of 2,000; 45 of 2,000.
        await Post("2026-09-07/2026-09-16", accepted: 1, $"{Header}\nPU-1,East,child-protection,16,15");
        await Post("2024-09-01/2025-08-31", accepted: 4, ASchoolYear(499, 500, 500, 500));
        await Post("2023-09-01/2024-08-31", accepted: 4, ASchoolYear(490, 490, 497, 500));
        await Post("2022-09-01/2023-08-31", accepted: 4, ASchoolYear(470, 490, 495, 500));
    }

    [Test]
    public Task Absence_rate() => AssertFigures("absence-rate", November,
        // Missed 2 + 1 + 20 + 0 + 1 + 1 = 25 of 20 + 20 + 20 + 0 + 11 + 9 = 80: 31.25.
        total: "25/80 31.3",
        // East 23 of 60: 38.33. West 2 of 20.
        locality: ["East 23/60 38.3", "West 2/20 10"],
        team: ["EXA-SCH-01 25/80 31.3"],
        // In need 1 + 0 + 1 of 31: 6.45. Looked after 20 + 1 of 29: 72.41.
        category: ["child-in-need 2/31 6.5", "child-protection 2/20 10", "looked-after 21/29 72.4"]);

    [Test]
    public Task Persistent_absence() => AssertFigures("persistent-absence", November,
        // PU-1 missed 2 of 20, 10%: yes. PU-2 1 of 20, 5%: no. PU-3 all: yes. PU-4 had none: not counted. PU-5 1 of 11, 9.1%: no. PU-6 1 of 9, 11.1%: yes.
        total: "3/5 60",
        locality: ["East 2/3 66.7", "West 1/2 50"],
        team: ["EXA-SCH-01 3/5 60"],
        category: ["child-in-need 0/2 0", "child-protection 1/1 100", "looked-after 2/2 100"]);

    [Test]
    public async Task Attendance_counts_on_the_last_day_of_the_period()
    {
        await AssertFigures("absence-rate", "2026-11-20", total: "25/80 31.3", locality: ["East 23/60 38.3", "West 2/20 10"]);
        await AssertFigures("absence-rate", "2026-11-19", total: "0/0 z", locality: []);
        await AssertFigures("absence-rate", "2026-11-21", total: "x", locality: []);
    }

    [TestCase("2026-09", "1/16 6.3", Description = "6.25")]
    [TestCase("2025-08", "1/2000 0.1", Description = "0.05")]
    [TestCase("2024-08", "23/2000 1.2", Description = "1.15, which is a little less in binary")]
    [TestCase("2023-08", "45/2000 2.3", Description = "2.25, which rounded to even would be 2.2")]
    public Task A_rate_halfway_between_two_is_rounded_up(string month, string expected) => AssertFigures("absence-rate", month, total: expected, locality: [$"East {expected}"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("absence-rate", "2026-10", total: "0/0 z", category: []);
        await AssertFigures("persistent-absence", "2026-10", total: "0/0 z", category: []);
    }

    // Four pupils of whom each could have come to 500 sessions.
    private static string ASchoolYear(params int[] attended) =>
        string.Join('\n', [Header, .. attended.Select((sessions, i) => $"PU-{i},East,child-protection,500,{sessions}")]);
}
