using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>The dataset <c>health-assessments</c>.</summary>
internal static class HealthAssessments
{
    public static readonly RecordWriter<HealthAssessment> Writer = new()
    {
        Dataset = "health-assessments",
        Columns =
        [
            "assessmentId", "childId", "nhsNumber", "locality", "provider", "assessmentType", "becameLookedAfterOn", "dueOn",
            "completedOn", "delayReason",
        ],
        Records = (county, posting) => county.HealthAssessments.GetRange(posting.Period),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("assessmentId", "locality", "provider", "assessmentType", "dueOn"),
            InjectedErrors.ImpossibleDate("completedOn"),
            InjectedErrors.UnknownCode("assessmentType"),
            InjectedErrors.DuplicateRecord,
            InjectedErrors.MistypedValue("nhsNumber"),
            ChildNotSaid,
            BecameLookedAfterNotSaid,
        ],
    };

    private static void Write(Row row, HealthAssessment assessment, DateOnly day)
    {
        var child = assessment.Case.Child;
        var completedOn = assessment.CompletedOn <= day ? assessment.CompletedOn : null;
        row.Text("assessmentId", assessment.Id);
        // The trust does not know the council's id of every child.
        row.Text("childId", assessment.Case.Number % 6 == 0 ? null : child.Id);
        row.Text("nhsNumber", child.NhsNumber);
        row.Text("locality", assessment.Case.Locality);
        row.Text(
            "provider",
            assessment.Case.Locality is "North" or "West" ? "Exampleshire Community Health" : "Riverside Hospitals, Children's Services");
        row.Text("assessmentType", assessment.IsInitial ? "initial" : "review");
        row.Date("becameLookedAfterOn", assessment.BecameLookedAfterOn);
        row.Date("dueOn", assessment.DueOn);
        row.Date("completedOn", completedOn);
        row.Text("delayReason", (completedOn ?? day) > assessment.DueOn ? assessment.DelayReason : null);
    }

    /// <summary>HA02.</summary>
    private static bool ChildNotSaid(Row row, SeededRandom random)
    {
        row["childId"] = default;
        row["nhsNumber"] = default;
        return true;
    }

    /// <summary>HA03.</summary>
    private static bool BecameLookedAfterNotSaid(Row row, SeededRandom random)
    {
        if (row["assessmentType"].Letters != "initial")
            return false;
        row["becameLookedAfterOn"] = default;
        return true;
    }
}
