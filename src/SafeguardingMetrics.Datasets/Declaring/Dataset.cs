using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A kind of return: everything that can be said of it without knowing its record's type.</summary>
public abstract class Dataset
{
    private IReadOnlyList<Indicator>? measured;

    /// <summary>Its name in the API, in kebab-case.</summary>
    public abstract string Name { get; }

    /// <summary>Its name on a page.</summary>
    public abstract string Title { get; }

    /// <summary>What a return of it holds, in a sentence.</summary>
    public abstract string Summary { get; }

    /// <summary>The sectors whose agencies may send it.</summary>
    public abstract IReadOnlyList<string> Sectors { get; }

    /// <summary>Snapshot or activity.</summary>
    public abstract DatasetShape Shape { get; }

    /// <summary>True where nothing of it can happen but on working days, so that a return has come whole without the others.</summary>
    public virtual bool IsOfWorkingDays => false;

    /// <summary>What a record's category is, in words, for breakdowns.</summary>
    public abstract string CategoryMeaning { get; }

    /// <summary>What a record's team is, in words, for breakdowns.</summary>
    public virtual string TeamMeaning => "team";

    /// <summary>The table that holds its records, and the name of the record's type.</summary>
    public abstract string Table { get; }

    /// <summary>Its fields, in the order of the template.</summary>
    public abstract IReadOnlyList<Field> FieldList { get; }

    /// <summary>The field whose value occurs once in a return.</summary>
    public abstract Field KeyField { get; }

    /// <summary>The fields that say which child a record is about: the id that an agency gave, and hashes; none where records are not of children.</summary>
    public IReadOnlyList<Field> ChildFields => [.. FieldList.Where(known => known.IsOfChild)];

    /// <summary>The field that holds the day a record counts on; null where records count on the period's last day.</summary>
    public abstract Field? CountedOnField { get; }

    /// <summary>Its own rules, in the order of their codes; <see cref="CommonRules"/> come before them.</summary>
    public abstract IReadOnlyList<Rule> RuleList { get; }

    /// <summary>The indicators that its records feed.</summary>
    public abstract IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>What its records can be told apart by, <see cref="Dimension.ForEveryRecord"/> first.</summary>
    public abstract IReadOnlyList<string> Dimensions { get; }

    /// <summary>What the figures of an indicator of this dataset can be broken down by.</summary>
    public IReadOnlyList<string> GetDimensions(Indicator indicator) => [.. Dimension.ForReturns, .. indicator.OnlyBy ?? Dimensions];

    /// <summary>How counts of its indicators hang together, where they do.</summary>
    public virtual IReadOnlyList<CountRelation> Relations => [];

    /// <summary>False where its figures do not count children and small numbers in them are not protected.</summary>
    public virtual bool IsAboutChildren => true;

    /// <summary>All that its records are measured by: the indicators, and what counts those still waiting.</summary>
    public IReadOnlyList<Indicator> MeasuredIndicators => measured ??= [.. Indicators, .. Indicators.Select(indicator => indicator.Waiting).OfType<Indicator>()];

    /// <summary>Every rule that its records are held to.</summary>
    public IEnumerable<Rule> AllRules => CommonRules.All.Concat(RuleList);

    /// <summary>A period that takes the fields' examples: of a snapshot the day described, of an activity the days in which they fall.</summary>
    public string ExamplePeriod => Shape == DatasetShape.Snapshot ? "2026-11-22" : "2026-11-01/2026-11-22";

    /// <summary>Does something that needs the record's type.</summary>
    public abstract TResult Accept<TResult>(IDatasetVisitor<TResult> visitor);
}

/// <summary>Something done to a dataset that needs its record's type.</summary>
public interface IDatasetVisitor<out TResult>
{
    /// <summary>Does it.</summary>
    TResult Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new();
}
