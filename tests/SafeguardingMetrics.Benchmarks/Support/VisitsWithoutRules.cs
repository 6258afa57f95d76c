using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The dataset of statutory visits without rules.</summary>
internal sealed class VisitsWithoutRules : Dataset<StatutoryVisit>
{
    private readonly StatutoryVisits visits = new();

    public override string Name => visits.Name;

    public override string Title => visits.Title;

    public override string Summary => visits.Summary;

    public override IReadOnlyList<string> Sectors => visits.Sectors;

    public override DatasetShape Shape => visits.Shape;

    public override string CategoryMeaning => visits.CategoryMeaning;

    public override IReadOnlyList<Field<StatutoryVisit>> Fields => visits.Fields;

    public override IReadOnlyList<Rule<StatutoryVisit>> Rules => [];

    public override IReadOnlyList<Indicator> Indicators => visits.Indicators;

    protected override Expression<Func<StatutoryVisit, string?>> Key => visit => visit.VisitId;

    public override string? LocalityOf(StatutoryVisit record) => visits.LocalityOf(record);

    public override string? TeamOf(StatutoryVisit record, ReturnContext facts) => visits.TeamOf(record, facts);

    public override string? CategoryOf(StatutoryVisit record) => visits.CategoryOf(record);
}
