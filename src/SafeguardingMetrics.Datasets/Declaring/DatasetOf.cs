using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// The declaration of one dataset. The attributes of its record are its fields; rules, indicators and breakdowns are
/// given here, in the words of the protected methods. Nothing about a dataset is written anywhere else.
/// </summary>
public abstract class Dataset<TRecord> : Dataset where TRecord : class, new()
{
    private static readonly DatasetAttribute Declared = typeof(TRecord).GetCustomAttribute<DatasetAttribute>()
        ?? throw new InvalidDeclarationException($"{typeof(TRecord).Name} is neither [Activity] nor [Snapshot]");

    private readonly Lazy<RuleEvaluator<TRecord>> evaluator;
    private readonly Field<TRecord> key;
    private readonly Func<TRecord, string?> getKey;
    private readonly Field<TRecord>? countedOn;
    private readonly Field<TRecord>? openUntil;
    private readonly Func<TRecord, DateOnly>? getCountedOn;

    /// <summary>
    /// Builds the fields and checks the declaration. No expression is compiled until the first return arrives.
    /// </summary>
    /// <exception cref="InvalidDeclarationException">The declaration contradicts itself.</exception>
    protected Dataset()
        : base(Declared, typeof(TRecord).GetCustomAttribute<SentByAttribute>()?.Sectors ?? [])
    {
        var record = RecordType.Read<TRecord>(Declared);
        (Fields, key, countedOn, openUntil) = (record.Fields, record.Key, record.CountedOn, record.OpenUntil);
        getKey = record.KeyProperty.GetMethod!.CreateDelegate<Func<TRecord, string?>>();
        getCountedOn = record.CountedOnProperty?.GetMethod!.CreateDelegate<Func<TRecord, DateOnly>>();
        evaluator = new(() => new RuleEvaluator<TRecord>(this));
        Dimensions = [.. Breakdowns.Select(breakdown => breakdown.Dimension)];
        foreach (var indicator in Indicators) indicator.Dataset = this;
        DeclarationValidator.Validate(this);
    }

    /// <summary>The fields, in the order of the template.</summary>
    public IReadOnlyList<Field<TRecord>> Fields { get; }

    /// <summary>The dataset's own rules, in the order of their codes.</summary>
    public abstract IReadOnlyList<Rule<TRecord>> Rules { get; }

    /// <summary>What records can be broken down by, in the order in which it is shown.</summary>
    public abstract IReadOnlyList<Breakdown<TRecord>> Breakdowns { get; }

    /// <inheritdoc/>
    public sealed override string Table => typeof(TRecord).Name;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Field> FieldList => Fields;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Rule> RuleList => Rules;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<Breakdown> BreakdownList => Breakdowns;

    /// <inheritdoc/>
    public sealed override IReadOnlyList<string> Dimensions { get; }

    /// <inheritdoc/>
    public sealed override Field KeyField => key;

    /// <inheritdoc/>
    public sealed override Field? CountedOnField => countedOn;

    /// <inheritdoc/>
    public sealed override Field? OpenUntilField => openUntil;

    /// <summary>The dataset's rules, compiled.</summary>
    public RuleEvaluator<TRecord> RuleEvaluator => evaluator.Value;

    /// <summary>The record's key.</summary>
    public string? GetKey(TRecord record) => getKey(record);

    /// <summary>The day on which the record counts.</summary>
    public DateOnly GetCountedOn(TRecord record, ReturnContext facts) => getCountedOn is { } day ? day(record) : facts.To;

    /// <inheritdoc/>
    public sealed override TResult Accept<TResult>(IDatasetVisitor<TResult> visitor) => visitor.Visit(this);

    /// <summary>The place among <see cref="Fields"/> of the property that an expression names.</summary>
    public int GetFieldIndex(LambdaExpression property) => GetFieldIndex(GetProperty(property));

    /// <summary>The place of a property's field among <see cref="Fields"/>.</summary>
    public int GetFieldIndex(PropertyInfo property)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Column == property.Name) return i;
        throw new InvalidDeclarationException($"{Name}: {typeof(TRecord).Name}.{property.Name} is read by a rule, but is no field");
    }

    /// <summary>A breakdown by a property of the record, which is also its meaning.</summary>
    /// <param name="name">Its name in the API, in kebab-case.</param>
    /// <param name="property">The property.</param>
    /// <param name="storedAs">
    /// <see cref="Dimension.Team"/> or <see cref="Dimension.Category"/> where stored cells and callers know it by that
    /// word; otherwise the name.
    /// </param>
    protected static Breakdown<TRecord> By(string name, Expression<Func<TRecord, string?>> property, string? storedAs = null)
    {
        var of = GetProperty(property);
        var member = of.GetMethod!.CreateDelegate<Func<TRecord, string?>>();
        return new(name, storedAs ?? name, JsonNamingPolicy.CamelCase.ConvertName(of.Name), (record, _, _) => member(record));
    }

    /// <summary>A breakdown by what follows from a record and the return it came in.</summary>
    /// <param name="name">Its name in the API, in kebab-case.</param>
    /// <param name="meaning">What it is, in words.</param>
    /// <param name="member">The member that a record is in; null where it is in none.</param>
    /// <param name="storedAs">
    /// <see cref="Dimension.Team"/> or <see cref="Dimension.Category"/> where stored cells and callers know it by that
    /// word; otherwise the name.
    /// </param>
    protected static Breakdown<TRecord> By(
        string name, string meaning, Func<TRecord, ReturnContext, string?> member, string? storedAs = null) =>
        new(name, storedAs ?? name, meaning, (record, facts, _) => member(record, facts));

    /// <summary>The codes of a property, for the members of a breakdown that has them among others.</summary>
    protected static IEnumerable<string> CodesOf(Expression<Func<TRecord, string?>> property) =>
        GetProperty(property).GetCustomAttribute<CodesAttribute>()?.Codes.Select(code => code.Value)
        ?? throw new InvalidDeclarationException($"{typeof(TRecord).Name}: '{property}' has no codes");

    /// <summary>
    /// The breakdowns of who a child is, from the properties that hold it; what the records do not carry is left out.
    /// </summary>
    protected static IReadOnlyList<Breakdown<TRecord>> ByDemographics(
        Func<TRecord, string?>? ethnicity = null,
        Func<TRecord, string?>? sex = null,
        Func<TRecord, DateOnly?>? bornOn = null,
        Func<TRecord, string?>? disabilities = null)
    {
        var found = new List<Breakdown<TRecord>>();
        if (ethnicity is not null) Add(Dimension.EthnicGroup, (record, _) => ChildDemographics.GetEthnicGroup(ethnicity(record)));
        if (ethnicity is not null) Add(Dimension.Ethnicity, (record, _) => ChildDemographics.GetEthnicity(ethnicity(record)));
        if (sex is not null) Add(Dimension.Sex, (record, _) => ChildDemographics.GetSex(sex(record)));
        if (bornOn is not null) Add(Dimension.Age, (record, day) => ChildDemographics.GetAgeBand(bornOn(record), day));
        if (disabilities is not null) Add(Dimension.Disability, (record, _) => ChildDemographics.GetDisability(disabilities(record)));
        return found;

        void Add(string dimension, Func<TRecord, DateOnly, string?> member) =>
            found.Add(new(dimension, dimension, dimension, (record, _, day) => member(record, day)));
    }

    /// <summary>
    /// A rule whose breach leaves the record out, of one clause: the field that a finding names, and what must hold.
    /// </summary>
    protected static Rule<TRecord> Error(
        string code, QualityDimension dimension, string sentence, Expression<Func<TRecord, object?>> field,
        Expression<Func<TRecord, ReturnContext, bool>> holds) =>
        new(code, Severity.Error, dimension, sentence, [Must(field, holds)]);

    /// <summary>
    /// A rule whose breach leaves the record out, of several clauses: a finding names the field of the first that is
    /// broken.
    /// </summary>
    protected static Rule<TRecord> Error(string code, QualityDimension dimension, string sentence, params Clause<TRecord>[] clauses) =>
        new(code, Severity.Error, dimension, sentence, clauses);

    /// <summary>
    /// A rule whose breach is only flagged, of one clause: the field that a finding names, and what must hold.
    /// </summary>
    protected static Rule<TRecord> Query(
        string code, QualityDimension dimension, string sentence, Expression<Func<TRecord, object?>> field,
        Expression<Func<TRecord, ReturnContext, bool>> holds) =>
        new(code, Severity.Query, dimension, sentence, [Must(field, holds)]);

    /// <summary>
    /// A rule whose breach is only flagged, of several clauses: a finding names the field of the first that is broken.
    /// </summary>
    protected static Rule<TRecord> Query(string code, QualityDimension dimension, string sentence, params Clause<TRecord>[] clauses) =>
        new(code, Severity.Query, dimension, sentence, clauses);

    /// <summary>A clause of a rule.</summary>
    protected static Clause<TRecord> Must(Expression<Func<TRecord, object?>> field, Expression<Func<TRecord, ReturnContext, bool>> holds) =>
        new(field, holds);

    private static PropertyInfo GetProperty(LambdaExpression of)
    {
        var body = of.Body is UnaryExpression { NodeType: ExpressionType.Convert } converted ? converted.Operand : of.Body;
        return (body as MemberExpression)?.Member as PropertyInfo
            ?? throw new InvalidDeclarationException($"{typeof(TRecord).Name}: '{of}' does not name a property");
    }
}
