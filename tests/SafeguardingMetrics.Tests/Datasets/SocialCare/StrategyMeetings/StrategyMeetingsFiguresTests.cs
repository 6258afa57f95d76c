namespace SafeguardingMetrics.Tests.Datasets.SocialCare.StrategyMeetings;

/// <summary>Eight meetings needed in November 2026, received on Sunday 22 November; ten in October and eleven in September.</summary>
public sealed class StrategyMeetingsFiguresTests() : FiguresFixture("strategy-meetings")
{
    private const string November = "2026-11";
    private const string Header = "meetingId,childId,locality,team,neededOn,heldOn,socialCareAttended,policeAttended,healthAttended,outcome";

    public override async Task PostExample()
    {
        await Post("2026-11-01/2026-11-22", accepted: 8, $"""
            {Header}
            S-1,C-1,East,East 1,2026-11-06,2026-11-06,true,true,true,section-47-joint
            S-2,C-2,East,East 1,2026-11-06,2026-11-09,true,false,true,assessment
            S-3,C-3,East,East 2,2026-11-04,2026-11-06,true,true,true,section-47-joint
            S-4,C-4,West,West 1,2026-11-03,2026-11-09,true,true,true,section-47-single
            S-5,C-5,West,West 1,2026-11-18,,,,,
            S-6,C-6,West,West 1,2026-11-19,,,,,
            S-7,C-7,West,West 1,2026-11-20,,,,,
            S-8,C-8,West,West 2,2026-11-10,2026-11-13,true,true,true,section-47-single
            """);

        // Needed on Thursday 1 October and held 1 to 10 working days later.
        await Post("2026-10", accepted: 10, Header + "\n" + Held("2026-10-01", "02 05 06 07 08 09 12 13 14 15"));

        // Needed on Tuesday 1 September and held 1 to 11 working days later.
        await Post("2026-09", accepted: 11, Header + "\n" + Held("2026-09-01", "02 03 04 07 08 09 10 11 14 15 16"));
    }

    [Test]
    public Task Strategy_meetings_on_time() => AssertFigures("strategy-meetings-on-time", November,
        // Held within 1 working day: S-1 the same day, S-2 Friday to Monday. Held later: S-3, S-4, S-8. Not held, with more than 1 working
        // day gone by Sunday 22: S-5 (19, 20). S-6 has had but 1 (20), S-7 none: they are not counted.
        total: "2/6 33.3",
        locality: ["East 2/3 66.7", "West 0/3 0"],
        team: ["East 1 2/2 100", "East 2 0/1 0", "West 1 0/2 0", "West 2 0/1 0"],
        category: ["assessment 1/1 100", "not-held 0/1 0", "section-47-joint 1/2 50", "section-47-single 0/2 0"]);

    [Test]
    public Task Delay_of_strategy_meetings() => AssertFigures("strategy-meeting-delay", November,
        // S-1 0, S-2 1, S-3 Wednesday to Friday 2, S-8 Tuesday to Friday 3, S-4 Tuesday 3 to Monday 9: 4. Over 3 is S-4 alone.
        // Of 0, 1, 2, 3, 4 the median is at rank 2.5 -> 3, the 90th centile at rank 4.5 -> 5.
        total: "1/5 2 p90 4",
        // East 0, 1, 2. West 3, 4.
        locality: ["East 0/3 1 p90 2", "West 1/2 3 p90 4"],
        team: ["East 1 0/2 0 p90 1", "East 2 0/1 2 p90 2", "West 1 1/1 4 p90 4", "West 2 0/1 3 p90 3"],
        category: ["assessment 0/1 1 p90 1", "section-47-joint 0/2 0 p90 2", "section-47-single 1/2 3 p90 4"]);

    [Test]
    public Task Of_ten_amounts_the_median_is_the_fifth_and_the_90th_centile_the_ninth() =>
        AssertFigures("strategy-meeting-delay", "2026-10", total: "7/10 5 p90 9", locality: ["North 7/10 5 p90 9"]);

    [Test]
    public Task Of_eleven_amounts_the_median_is_the_sixth_and_the_90th_centile_the_tenth() =>
        AssertFigures("strategy-meeting-delay", "2026-09", total: "8/11 6 p90 10", locality: ["North 8/11 6 p90 10"]);

    [Test]
    public Task Quorate_strategy_meetings() => AssertFigures("strategy-meetings-quorate", November,
        // Held: S-1, S-2, S-3, S-4, S-8. At S-2 the police were not present.
        total: "4/5 80",
        locality: ["East 2/3 66.7", "West 2/2 100"],
        team: ["East 1 1/2 50", "East 2 1/1 100", "West 1 1/1 100", "West 2 1/1 100"],
        category: ["assessment 0/1 0", "section-47-joint 2/2 100", "section-47-single 2/2 100"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("strategy-meetings-on-time", "2026-11-19", total: "0/0 z", category: []);
        await AssertFigures("strategy-meeting-delay", "2026-11-18", total: "0/0 z", category: []);
        await AssertFigures("strategy-meetings-quorate", "2026-11-18", total: "0/0 z", category: []);
    }

    private static string Held(string neededOn, string days) =>
        string.Join('\n', days.Split(' ').Select(day => $"{neededOn}-{day},C-1,North,North 1,{neededOn},{neededOn[..8]}{day},true,true,true,assessment"));
}
