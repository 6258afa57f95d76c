using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>The dataset <c>open-cases</c>.</summary>
internal static class OpenCases
{
    public static readonly RecordWriter<Case> Writer = new()
    {
        Dataset = "open-cases",
        Columns =
        [
            "childId", "locality", "team", "planType", "openedOn", "allocatedWorkerId", "allocatedOn", "riskReviewedOn",
            "workersInLast12Months", "dateOfBirth", "sex", "ethnicity", "disabilities", "nhsNumber", "upn",
        ],
        Records = (county, posting) => county.Cases.Where(open => open.IsOpenOn(posting.Period.To)),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("childId", "locality", "team", "planType", "openedOn"),
            InjectedErrors.ImpossibleDate("openedOn"),
            InjectedErrors.ImpossibleDate("dateOfBirth"),
            InjectedErrors.UnknownCode("planType"),
            InjectedErrors.DuplicateRecord,
            InjectedErrors.MistypedValue("nhsNumber"),
            InjectedErrors.MistypedValue("upn"),
            AllocatedNobodyKnowsWhen,
        ],
    };

    private static void Write(Row row, Case open, DateOnly day)
    {
        var child = open.Child;
        var allocation = open.AllocationOn(day);
        var born = child.DateOfBirth <= day;
        row.Text("childId", child.Id);
        row.Text("locality", open.Locality);
        row.Text("team", open.Team);
        row.Text("planType", open.PlanOn(day));
        row.Date("openedOn", open.OpenedOn);
        row.Text("allocatedWorkerId", allocation?.WorkerId);
        row.Date("allocatedOn", allocation?.From);
        row.Date("riskReviewedOn", allocation is null ? open.RiskReview.Last(open.UnallocatedSince(day), day) : null);
        row.Whole("workersInLast12Months", open.Number % 37 == 0 ? null : open.WorkersInYearTo(day));
        row.Date("dateOfBirth", child.DateOfBirth);
        row.Text("sex", born ? child.Sex : "U");
        row.Text("ethnicity", child.Ethnicity);
        row["disabilities"] = Cell.List(child.Disabilities);
        row.Text("nhsNumber", born ? child.NhsNumber : null);
        row.Text("upn", child.AgeOn(day) >= 4 ? child.Upn : null);
    }

    /// <summary>OC02.</summary>
    private static bool AllocatedNobodyKnowsWhen(Row row, SeededRandom random)
    {
        if (row["allocatedOn"].Kind == CellKind.Empty)
            return false;
        row["allocatedOn"] = default;
        return true;
    }
}
