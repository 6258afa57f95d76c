using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

public sealed partial class WorkforcePosts : Dataset<WorkforcePost>
{
    public override IReadOnlyList<Breakdown<WorkforcePost>> Breakdowns { get; } =
    [
        By("locality", p => p.Locality),
        By("team", p => p.Team),
        By("role", p => p.Role, storedAs: Dimension.Category),
    ];

    public override IReadOnlyList<Rule<WorkforcePost>> Rules { get; } =
    [
        Error("WP01", Completeness, "A filled or covered post must name its worker.",
            p => p.WorkerId, (p, r) => p.Status == "vacant" || p.WorkerId != null),
        Error("WP02", Consistency, "A vacant post must not name a worker.",
            p => p.WorkerId, (p, r) => p.Status != "vacant" || p.WorkerId == null),
        Query("WP03", Completeness, "A vacant post should say since when.",
            p => p.VacantSince, (p, r) => p.Status != "vacant" || p.VacantSince != null),
        Query("WP04", Timeliness, "A worker's DBS check should be on record and less than three years old.",
            p => p.DbsCheckedOn, (p, r) => p.Status == "vacant" || p.DbsCheckedOn > r.DescribedOn.AddYears(-3)),
        Query("WP05", Consistency, "A post filled by an employee should not be vacant since a day.",
            p => p.VacantSince, (p, r) => p.Status != "filled" || p.VacantSince == null),
    ];
}
