using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The dataset of statutory visits without rules.</summary>
internal sealed class VisitsWithoutRules : Dataset<StatutoryVisit>
{
    private readonly StatutoryVisits visits = new();

    public override IReadOnlyList<Breakdown<StatutoryVisit>> Breakdowns => visits.Breakdowns;

    public override IReadOnlyList<Rule<StatutoryVisit>> Rules => [];

    public override IReadOnlyList<DatasetIndicator> Indicators => visits.Indicators;
}
