using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A kind of return: everything that is known of it without its record's type.</summary>
/// <param name="declared">What the record's type says of the dataset.</param>
/// <param name="sectors">The sectors whose agencies may send it.</param>
public abstract class Dataset(DatasetAttribute declared, IReadOnlyList<string> sectors)
{
    private IReadOnlyList<DatasetIndicator>? measured;
    private IReadOnlyList<CountRelation>? relations;

    /// <summary>Its name in the API, in kebab-case.</summary>
    public string Name => declared.Name;

    /// <summary>Its name on a page.</summary>
    public string Title => declared.Title;

    /// <summary>What a return of it holds, in a sentence.</summary>
    public string Summary => declared.Summary;

    /// <summary>The sectors whose agencies may send it.</summary>
    public IReadOnlyList<string> Sectors => sectors;

    /// <summary>Snapshot or activity.</summary>
    public DatasetShape Shape => declared.Shape;

    /// <summary>
    /// True where nothing of it can happen but on working days, so that a return is complete without the others.
    /// </summary>
    public bool IsOfWorkingDays => declared is ActivityAttribute { IsOfWorkingDays: true };

    /// <summary>False where its figures do not count children, and small numbers in them are not protected.</summary>
    public bool IsAboutChildren => declared.IsAboutChildren;

    /// <summary>The table that holds its records, and the name of the record's type.</summary>
    public abstract string Table { get; }

    /// <summary>Its fields, in the order of the template.</summary>
    public abstract IReadOnlyList<Field> FieldList { get; }

    /// <summary>The field whose value occurs once in a return.</summary>
    public abstract Field KeyField { get; }

    /// <summary>
    /// The fields that say which child a record is about: the agency's id and hashes. None where records are not of
    /// children.
    /// </summary>
    public IReadOnlyList<Field> ChildFields => [.. FieldList.Where(known => known.IsOfChild)];

    /// <summary>
    /// The field that holds the day a record counts on; null where records count on the period's last day.
    /// </summary>
    public abstract Field? CountedOnField { get; }

    /// <summary>
    /// True where its records are events with a day of their own: a record is one thing in the world, and a newer return
    /// that states its key takes its place, whatever day it counts on. Otherwise a key is one thing in each period.
    /// </summary>
    public bool IsOfEvents => CountedOnField is not null;

    /// <summary>
    /// The field that is missing while a record is open: while what it counts for can change with the day of receipt alone. Null
    /// where no record is ever open.
    /// </summary>
    public abstract Field? OpenUntilField { get; }

    /// <summary>
    /// The days after the day a record counts on after which the day of receipt changes nothing any more; calendar days.
    /// </summary>
    public int JudgedWithinDays => (declared as ActivityAttribute)?.JudgedWithinDays ?? 0;

    /// <summary>Its own rules, in the order of their codes; <see cref="CommonRules"/> come before them.</summary>
    public abstract IReadOnlyList<Rule> RuleList { get; }

    /// <summary>The indicators that its records feed.</summary>
    public abstract IReadOnlyList<DatasetIndicator> Indicators { get; }

    /// <summary>What its records can be broken down by, in the order in which it is shown.</summary>
    public abstract IReadOnlyList<Breakdown> BreakdownList { get; }

    /// <summary>The dimensions of its stored cells, in the order of <see cref="BreakdownList"/>.</summary>
    public abstract IReadOnlyList<string> Dimensions { get; }

    /// <summary>Which counts of its indicators are equal, and which are part of another.</summary>
    public IReadOnlyList<CountRelation> Relations => relations ??= CountRelation.Derive(Indicators);

    /// <summary>All that its records are measured by: the indicators, and what counts those still waiting.</summary>
    public IReadOnlyList<DatasetIndicator> MeasuredIndicators =>
        measured ??= [.. Indicators, .. Indicators.Select(indicator => indicator.Waiting).OfType<DatasetIndicator>()];

    /// <summary>Every rule that its records are checked by.</summary>
    public IEnumerable<Rule> AllRules => CommonRules.All.Concat(RuleList);

    /// <summary>
    /// A period that takes the fields' examples: of a snapshot the day described, of an activity the days in which they
    /// fall.
    /// </summary>
    public string ExamplePeriod => Shape == DatasetShape.Snapshot ? "2026-11-22" : "2026-11-01/2026-11-22";

    /// <summary>The dimensions by which the figures of an indicator of this dataset can be broken down.</summary>
    public IReadOnlyList<string> GetDimensions(DatasetIndicator indicator) => [.. Dimension.ForReturns, .. indicator.OnlyBy ?? Dimensions];

    /// <summary>
    /// The breakdowns of records by which the figures of an indicator of this dataset can be asked for.
    /// </summary>
    public IEnumerable<Breakdown> GetBreakdowns(DatasetIndicator indicator) =>
        BreakdownList.Where(breakdown => indicator.OnlyBy?.Contains(breakdown.Dimension) != false);

    /// <summary>
    /// The dimension that a breakdown is stored under, by its own name or by that dimension; a dimension that comes
    /// from the return is its own. Null where the dataset has no such breakdown.
    /// </summary>
    public string? FindDimension(string name) => name == Dimension.All || Dimension.ForReturns.Contains(name)
        ? name
        : (BreakdownList.FirstOrDefault(known => known.Name == name)
            ?? BreakdownList.FirstOrDefault(known => known.Dimension == name))?.Dimension;

    /// <summary>What stands behind a dimension in this dataset, in words; empty where it has none.</summary>
    public string GetMeaning(string dimension) => BreakdownList.FirstOrDefault(known => known.Dimension == dimension)?.Meaning ?? "";

    /// <summary>
    /// The field of free text that has a dimension's members as its values, such as a team; null where the members follow from anything
    /// else.
    /// </summary>
    public Field? FindTextField(string dimension) =>
        FieldList.FirstOrDefault(field => field.Type == FieldType.Text && field.Name == GetMeaning(dimension));

    /// <summary>
    /// The members that a dimension always has, whatever is recorded: the codes of its field, or the groups of who a child is. Null
    /// where they are what senders write, such as teams.
    /// </summary>
    public IReadOnlyList<string>? ListCodes(string dimension) =>
        BreakdownList.FirstOrDefault(known => known.Dimension == dimension)?.Members
        ?? ChildDemographics.ListMembers(dimension)
        ?? FieldList.FirstOrDefault(field => field.Type == FieldType.Code && field.Name == GetMeaning(dimension))
            ?.Codes?.Select(code => code.Value).ToList();

    /// <summary>Does something that needs the record's type.</summary>
    public abstract TResult Accept<TResult>(IDatasetVisitor<TResult> visitor);
}

/// <summary>Something done to a dataset that needs its record's type.</summary>
public interface IDatasetVisitor<out TResult>
{
    /// <summary>Does it.</summary>
    TResult Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new();
}
