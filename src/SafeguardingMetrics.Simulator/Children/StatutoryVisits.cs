using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>The dataset <c>statutory-visits</c>.</summary>
internal static class StatutoryVisits
{
    public static readonly RecordWriter<Visit> Writer = new()
    {
        Dataset = "statutory-visits",
        Columns =
        [
            "visitId", "childId", "locality", "team", "visitType", "dueOn", "visitedOn", "childSeen", "seenAlone",
            "notAloneReason", "workerId", "managerCheckedOn",
        ],
        Records = (county, posting) => county.Visits.GetRange(posting.Period),
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("visitId", "childId", "locality", "team", "visitType", "dueOn"),
            InjectedErrors.ImpossibleDate("dueOn"),
            InjectedErrors.ImpossibleDate("visitedOn"),
            InjectedErrors.UnknownCode("visitType"),
            InjectedErrors.DuplicateRecord,
            SeenNotSaid,
            SeenAloneButNotSeen,
            CheckedBeforehand,
        ],
    };

    private static void Write(Row row, Visit visit, DateOnly day)
    {
        var made = visit.VisitedOn <= day;
        row.Text("visitId", visit.Id);
        row.Text("childId", visit.Case.Child.Id);
        row.Text("locality", visit.Case.Locality);
        row.Text("team", visit.Case.Team);
        row.Text("visitType", visit.Type);
        row.Date("dueOn", visit.DueOn);
        row.Text("workerId", visit.Case.AllocationOn(made ? visit.VisitedOn!.Value : visit.DueOn)?.WorkerId);
        if (!made)
            return;
        row.Date("visitedOn", visit.VisitedOn);
        row.Boolean("childSeen", visit.ChildSeen);
        row.Boolean("seenAlone", visit.SeenAlone);
        row.Text("notAloneReason", visit.NotAloneReason);
        row.Date("managerCheckedOn", visit.CheckedOn <= day ? visit.CheckedOn : null);
    }

    /// <summary>SV02.</summary>
    private static bool SeenNotSaid(Row row, SeededRandom random)
    {
        if (row["visitedOn"].Kind == CellKind.Empty)
            return false;
        row["childSeen"] = default;
        row["seenAlone"] = default;
        return true;
    }

    /// <summary>SV03.</summary>
    private static bool SeenAloneButNotSeen(Row row, SeededRandom random)
    {
        if (row["seenAlone"] is not { Kind: CellKind.Boolean, Number: 1 })
            return false;
        row.Boolean("childSeen", false);
        return true;
    }

    /// <summary>SV05: the manager's date is that of the visit before.</summary>
    private static bool CheckedBeforehand(Row row, SeededRandom random)
    {
        if (row["visitedOn"] is not { Kind: CellKind.Date, Number: var visited })
            return false;
        row.Date("managerCheckedOn", DateOnly.FromDayNumber(visited - random.Between(3, 20)));
        return true;
    }
}
