using SafeguardingMetrics.Indicators.Targets;

namespace SafeguardingMetrics.App.Demonstration;

/// <summary>
/// What Exampleshire's board has set out to reach. Invented, as everything there is; some of its indicators have no
/// target, as in most partnerships.
/// </summary>
internal static class DemonstrationTargets
{
    // The indicator, what to reach, and by how much it may be missed and still be amber.
    private static readonly (string Indicator, decimal Value, decimal Tolerance)[] _set =
    [
        ("unallocated-cases", 2, 2),
        ("time-to-allocation", 2, 1),
        ("average-caseload", 15, 2),
        ("visits-on-time", 90, 5),
        ("children-seen-alone", 75, 5),
        ("visits-checked-by-manager", 90, 5),
        ("strategy-meetings-on-time", 90, 5),
        ("strategy-meetings-quorate", 85, 10),
        ("vacancy-rate", 18, 3),
        ("agency-rate", 12, 3),
        ("dbs-checks-in-date", 95, 3),
        ("health-assessments-on-time", 85, 5),
        ("notifications-shared-on-time", 80, 5),
        ("absence-rate", 10, 3),
    ];

    /// <summary>The targets, set at an instant and valid from a day on.</summary>
    public static IEnumerable<Target> Create(DateOnly from, DateTimeOffset at) => _set.Select(one => new Target
    {
        TargetId = Guid.CreateVersion7(at).ToString(),
        Indicator = one.Indicator,
        Agency = null,
        Locality = null,
        ValidFrom = from,
        Value = one.Value,
        Tolerance = one.Tolerance,
        SetAt = at,
        // No key set them.
        SetBy = Guid.Empty.ToString(),
        EndedAt = null,
        EndedBy = null,
    });
}
