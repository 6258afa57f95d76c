using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>The dataset <c>school-attendance</c>.</summary>
internal static class SchoolAttendance
{
    public static readonly RecordWriter<Attendance> Writer = new()
    {
        Dataset = "school-attendance",
        Columns = ["pupilId", "upn", "locality", "socialWorkerStatus", "sessionsPossible", "sessionsAttended", "suspensions"],
        Records = (county, posting) => Attendance.CreateAll(county, posting.Agency.School, posting.Period),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("pupilId", "locality", "socialWorkerStatus", "sessionsPossible", "sessionsAttended"),
            InjectedErrors.UnknownCode("socialWorkerStatus"),
            InjectedErrors.DuplicateRecord,
            InjectedErrors.MistypedValue("upn"),
            AttendedMoreThanPossible,
            CountedTheWeekend,
        ],
    };

    private static void Write(Row row, Attendance attendance, DateOnly day)
    {
        row.Text("pupilId", attendance.Pupil.Id);
        row.Text("upn", attendance.Pupil.Upn);
        row.Text("locality", attendance.Pupil.Locality);
        row.Text("socialWorkerStatus", attendance.Status);
        row.Whole("sessionsPossible", attendance.Possible);
        row.Whole("sessionsAttended", attendance.Attended);
        row.Whole("suspensions", attendance.Suspensions);
    }

    /// <summary>SA01.</summary>
    private static bool AttendedMoreThanPossible(Row row, SeededRandom random)
    {
        row.Whole("sessionsAttended", row["sessionsPossible"].Number + random.Between(1, 2));
        return true;
    }

    /// <summary>SA02: two sessions for each of seven days.</summary>
    private static bool CountedTheWeekend(Row row, SeededRandom random)
    {
        row.Whole("sessionsPossible", 14);
        return true;
    }
}
