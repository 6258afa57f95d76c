using System.Linq.Expressions;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// The declaration of one dataset: its record, fields, rules and indicators. Nothing about a dataset is written anywhere else;
/// the protected methods are the words it is written in.
/// </summary>
public abstract class Dataset<TRecord> : Dataset where TRecord : class, new()
{
    private readonly Lazy<RuleEvaluator<TRecord>> judge;
    private readonly Lazy<Func<TRecord, DateOnly>?> countedOn;
    private readonly Lazy<Func<TRecord, string?>> key;
    private readonly Lazy<IReadOnlyList<Breakdown<TRecord>>> breakdowns;
    private readonly Lazy<IReadOnlyList<string>> dimensions;

    /// <summary>Compiles nothing until the first return arrives.</summary>
    protected Dataset()
    {
        judge = new(() => new RuleEvaluator<TRecord>(this));
        countedOn = new(() => CountedOn?.Compile());
        key = new(() => Key.Compile());
        breakdowns = new(() =>
        [
            new(Dimension.Locality, (record, _, _) => LocalityOf(record)),
            new(Dimension.Team, (record, facts, _) => TeamOf(record, facts)),
            new(Dimension.Category, (record, _, _) => CategoryOf(record)),
            .. Demographics,
        ]);
        dimensions = new(() => [.. Breakdowns.Select(breakdown => breakdown.Dimension)]);
    }

    /// <summary>The fields, in the order of the template.</summary>
    public abstract IReadOnlyList<Field<TRecord>> Fields { get; }

    /// <summary>The dataset's own rules.</summary>
    public abstract IReadOnlyList<Rule<TRecord>> Rules { get; }

    /// <inheritdoc/>
    public override string Table => typeof(TRecord).Name;

    /// <inheritdoc/>
    public override IReadOnlyList<Field> FieldList => Fields;

    /// <inheritdoc/>
    public override IReadOnlyList<Rule> RuleList => Rules;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions => dimensions.Value;

    /// <inheritdoc/>
    public override Field KeyField => GetField(Key);

    /// <inheritdoc/>
    public override Field? CountedOnField => CountedOn is { } of ? GetField(of) : null;

    /// <summary>The dataset's rules, made ready to judge records.</summary>
    public RuleEvaluator<TRecord> RuleEvaluator => judge.Value;

    /// <summary>How its records are told apart, in the order of <see cref="Dimensions"/>.</summary>
    public IReadOnlyList<Breakdown<TRecord>> Breakdowns => breakdowns.Value;

    /// <summary>The property whose value occurs once in a return.</summary>
    protected abstract Expression<Func<TRecord, string?>> Key { get; }

    /// <summary>The day a record counts on; null where it counts on the period's last day.</summary>
    protected virtual Expression<Func<TRecord, DateOnly>>? CountedOn => null;

    /// <summary>The breakdowns that say who a child is, for a dataset whose records do: see <see cref="CreateDemographics"/>.</summary>
    protected virtual IReadOnlyList<Breakdown<TRecord>> Demographics => [];

    /// <summary>The record's key.</summary>
    public string? GetKey(TRecord record) => key.Value(record);

    /// <summary>The day on which the record counts.</summary>
    public DateOnly GetCountedOn(TRecord record, ReturnContext facts) => countedOn.Value is { } day ? day(record) : facts.To;

    /// <summary>The record's quadrant or area.</summary>
    public abstract string? LocalityOf(TRecord record);

    /// <summary>What stands for the record's team.</summary>
    public abstract string? TeamOf(TRecord record, ReturnContext facts);

    /// <summary>What stands for the record's category.</summary>
    public abstract string? CategoryOf(TRecord record);

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IDatasetVisitor<TResult> visitor) => visitor.Visit(this);

    /// <summary>The field that a property belongs to.</summary>
    public Field<TRecord> GetField(LambdaExpression property)
    {
        var body = property.Body is UnaryExpression { NodeType: ExpressionType.Convert } converted ? converted.Operand : property.Body;
        return Fields[FieldIndex((PropertyInfo)((MemberExpression)body).Member)];
    }

    /// <summary>The place of a property's field among <see cref="Fields"/>.</summary>
    public int FieldIndex(PropertyInfo property)
    {
        for (var i = 0; i < Fields.Count; i++)
            if (Fields[i].Column == property.Name) return i;
        throw new InvalidOperationException($"{typeof(TRecord).Name}.{property.Name} is read by a rule of {Name}, but is no field of it.");
    }

    /// <summary>A required id that the agency gave.</summary>
    protected static Field<TRecord> Identifier(Expression<Func<TRecord, string?>> of, string description, string example, bool required = true) =>
        new IdentifierField<TRecord>(of) { Description = description, Example = example, IsRequired = required };

    /// <summary>The id that an agency gave a child.</summary>
    protected static Field<TRecord> ChildId(Expression<Func<TRecord, string?>> of, string description, string example, bool required = true) =>
        new IdentifierField<TRecord>(of) { Description = description, Example = example, IsRequired = required, IsOfChild = true };

    /// <summary>A short text.</summary>
    protected static Field<TRecord> Text(Expression<Func<TRecord, string?>> of, int maxLength, string description, string example, bool required = true) =>
        new TextField<TRecord>(of, maxLength) { Description = description, Example = example, IsRequired = required };

    /// <summary>A code of a list.</summary>
    protected static Field<TRecord> Coded(Expression<Func<TRecord, string?>> of, IReadOnlyList<Code> codes, string description, bool required = true, string? example = null, bool inExample = true, bool expected = false, Defaults? defaults = null) =>
        new CodeField<TRecord>(of, codes) { Description = description, Example = example ?? codes[0].Value, IsRequired = required, IsInExample = inExample, IsExpected = expected, Defaults = defaults };

    /// <summary>Some codes of a list.</summary>
    protected static Field<TRecord> CodedList(Expression<Func<TRecord, string?>> of, IReadOnlyList<Code> codes, string description, string example, string? alone = null, bool expected = false) =>
        new CodeListField<TRecord>(of, codes, alone) { Description = description, Example = example, IsExpected = expected };

    /// <summary>A day that must not be after the day of receipt, or not more than <paramref name="latest"/> days after it; null for any day.</summary>
    protected static Field<TRecord> Date(Expression<Func<TRecord, DateOnly?>> of, string description, string example, bool required = false, int? latest = 0, bool isShown = true, bool inExample = true, bool expected = false) =>
        new DateField<TRecord>(of, latest, isShown) { Description = description, Example = example, IsRequired = required, IsInExample = inExample, IsExpected = expected };

    /// <summary>True or false.</summary>
    protected static Field<TRecord> Boolean(Expression<Func<TRecord, bool?>> of, string description, string example = "true") =>
        new BooleanField<TRecord>(of) { Description = description, Example = example };

    /// <summary>A whole number between two bounds, both included.</summary>
    protected static Field<TRecord> WholeNumber(Expression<Func<TRecord, int?>> of, string description, string example, bool required = false, int least = 0, int most = int.MaxValue) =>
        new WholeNumberField<TRecord>(of, least, most) { Description = description, Example = example, IsRequired = required };

    /// <summary>A decimal number over 0, of at most two places.</summary>
    protected static Field<TRecord> Number(Expression<Func<TRecord, decimal?>> of, decimal most, string description, string example) =>
        new DecimalField<TRecord>(of, most) { Description = description, Example = example, IsRequired = true };

    /// <summary>A rule of one clause: the field that a finding names, and what must hold.</summary>
    protected static Rule<TRecord> Error(string code, QualityDimension dimension, string sentence, Expression<Func<TRecord, object?>> field, Expression<Func<TRecord, ReturnContext, bool>> holds) =>
        new(code, Severity.Error, dimension, sentence, [Must(field, holds)]);

    /// <summary>A rule of several clauses, which names the field of the first that is broken.</summary>
    protected static Rule<TRecord> Error(string code, QualityDimension dimension, string sentence, params Clause<TRecord>[] clauses) =>
        new(code, Severity.Error, dimension, sentence, clauses);

    /// <summary>As <see cref="Error(string, QualityDimension, string, Expression{Func{TRecord, object}}, Expression{Func{TRecord, ReturnContext, bool}})"/>, but a breach is only flagged.</summary>
    protected static Rule<TRecord> Query(string code, QualityDimension dimension, string sentence, Expression<Func<TRecord, object?>> field, Expression<Func<TRecord, ReturnContext, bool>> holds) =>
        new(code, Severity.Query, dimension, sentence, [Must(field, holds)]);

    /// <summary>As <see cref="Error(string, QualityDimension, string, Clause{TRecord}[])"/>, but a breach is only flagged.</summary>
    protected static Rule<TRecord> Query(string code, QualityDimension dimension, string sentence, params Clause<TRecord>[] clauses) =>
        new(code, Severity.Query, dimension, sentence, clauses);

    /// <summary>The four breakdowns of who a child is, from the fields that hold it; a field that the dataset does not carry is left out.</summary>
    protected static IReadOnlyList<Breakdown<TRecord>> CreateDemographics(
        Func<TRecord, string?>? ethnicity = null, Func<TRecord, string?>? sex = null, Func<TRecord, DateOnly?>? bornOn = null, Func<TRecord, string?>? disabilities = null)
    {
        var who = new List<Breakdown<TRecord>>();
        if (ethnicity is not null) who.Add(new(Dimension.Ethnicity, (record, _, _) => SafeguardingMetrics.Datasets.Declaring.Indicators.ChildDemographics.GetEthnicity(ethnicity(record))));
        if (sex is not null) who.Add(new(Dimension.Sex, (record, _, _) => SafeguardingMetrics.Datasets.Declaring.Indicators.ChildDemographics.GetSex(sex(record))));
        if (bornOn is not null) who.Add(new(Dimension.Age, (record, _, day) => SafeguardingMetrics.Datasets.Declaring.Indicators.ChildDemographics.GetAgeBand(bornOn(record), day)));
        if (disabilities is not null) who.Add(new(Dimension.Disability, (record, _, _) => SafeguardingMetrics.Datasets.Declaring.Indicators.ChildDemographics.GetDisability(disabilities(record))));
        return who;
    }

    /// <summary>A clause of a rule.</summary>
    protected static Clause<TRecord> Must(Expression<Func<TRecord, object?>> field, Expression<Func<TRecord, ReturnContext, bool>> holds) => new(field, holds);
}
