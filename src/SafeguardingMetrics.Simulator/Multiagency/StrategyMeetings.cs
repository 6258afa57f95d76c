using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>The dataset <c>strategy-meetings</c>.</summary>
internal static class StrategyMeetings
{
    public static readonly RecordWriter<StrategyMeeting> Writer = new()
    {
        Dataset = "strategy-meetings",
        Columns =
        [
            "meetingId", "childId", "locality", "team", "neededOn", "heldOn", "socialCareAttended", "policeAttended",
            "healthAttended", "schoolAttended", "outcome",
        ],
        Records = (county, posting) => county.Meetings.GetRange(posting.Period),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("meetingId", "childId", "locality", "team", "neededOn"),
            InjectedErrors.ImpossibleDate("neededOn"),
            InjectedErrors.UnknownCode("outcome"),
            InjectedErrors.DuplicateRecord,
            HeldBeforeNeeded,
            AttendanceNotSaid,
        ],
    };

    private static void Write(Row row, StrategyMeeting meeting, DateOnly day)
    {
        row.Text("meetingId", meeting.Id);
        row.Text("childId", meeting.Case.Child.Id);
        row.Text("locality", meeting.Case.Locality);
        row.Text("team", meeting.Case.Team);
        row.Date("neededOn", meeting.NeededOn);
        if (!(meeting.HeldOn <= day))
            return;
        row.Date("heldOn", meeting.HeldOn);
        row.Boolean("socialCareAttended", meeting.SocialCare);
        row.Boolean("policeAttended", meeting.Police);
        row.Boolean("healthAttended", meeting.Health);
        row.Boolean("schoolAttended", meeting.School);
        row.Text("outcome", meeting.Outcome);
    }

    /// <summary>SM02.</summary>
    private static bool HeldBeforeNeeded(Row row, SeededRandom random)
    {
        if (row["heldOn"].Kind == CellKind.Empty || row["neededOn"] is not { Kind: CellKind.Date, Number: var needed })
            return false;
        row.Date("heldOn", DateOnly.FromDayNumber(needed - random.Between(1, 7)));
        return true;
    }

    /// <summary>SM03.</summary>
    private static bool AttendanceNotSaid(Row row, SeededRandom random)
    {
        if (row["heldOn"].Kind == CellKind.Empty)
            return false;
        row["healthAttended"] = default;
        return true;
    }
}
