using System.Text;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// Checks a declaration when it is built, so that a slip is a sentence at the start and not a wrong figure later.
/// </summary>
internal static partial class DeclarationValidator
{
    /// <summary>
    /// The longest dimension that a stored cell can bear (<c>Cell.Dimension</c> is <c>NVARCHAR(20)</c>).
    /// </summary>
    private const int LongestDimension = 20;

    // What examples are read with. Their hashes are thrown away.
    private static readonly ReturnContext Return = new(
        "EXAMPLE", new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22), new DateOnly(2026, 11, 22));
    private static readonly FieldReadContext Reading = new(new StringPool(), new IdentifierHasher(new byte[32]));

    /// <summary>Checks a declaration.</summary>
    /// <exception cref="InvalidDeclarationException">The first thing that is wrong with it.</exception>
    public static void Validate<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        Require(dataset, KebabCase().IsMatch(dataset.Name), "the name is not written in kebab-case");
        Require(
            dataset,
            dataset.Sectors.Count > 0 && dataset.Sectors.All(Sector.All.Contains),
            "[SentBy] must name at least one sector, and known ones only");
        ValidateFields(dataset);
        ValidateBreakdowns(dataset);
        RequireUnique(dataset, "rule", dataset.AllRules.Select(rule => rule.Code));
        RequireUnique(dataset, "indicator", dataset.MeasuredIndicators.Select(indicator => indicator.Code));
        ValidateDurations(dataset);
        ValidateAcrossRecords(dataset);
        foreach (var clause in dataset.Rules.SelectMany(rule => rule.Clauses)) _ = ClauseFields.Find(dataset, clause);
    }

    private static void ValidateFields<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        Require(dataset, dataset.Fields.Count <= FieldSet.Capacity, $"{dataset.Fields.Count} fields are more than {FieldSet.Capacity}");
        RequireUnique(dataset, "field", dataset.Fields.Select(field => field.Name.ToUpperInvariant()));
        foreach (var field in dataset.Fields)
            if (FindExampleError(field) is { } error)
                throw new InvalidDeclarationException($"{dataset.Name}.{field.Name}: the example '{field.Example}' {error}");
    }

    private static string? FindExampleError<TRecord>(Field<TRecord> field) where TRecord : class, new()
    {
        var utf8 = Encoding.UTF8.GetBytes(field.Example);
        var value = new FieldValue(FieldValueKind.Cell, utf8);
        if (value.IsMissing) return "is empty";
        if (!field.IsHashed && RawIdentifier.ContainsIdentifier(utf8)) return "holds an NHS number or UPN";
        return field.Read(value, new TRecord(), Return, Reading) switch
        {
            FieldError.None => null,
            FieldError.WrongType => $"is not a {field.Type.ToText()}",
            FieldError.OutOfBounds => $"is not {field.Expectation}",
            FieldError.CheckDigit => "has a wrong check digit",
            _ => $"is after {Return.ReceivedOn:yyyy-MM-dd}, the day on which an example return is received",
        };
    }

    private static void ValidateBreakdowns<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        RequireUnique(dataset, "breakdown", dataset.Breakdowns.Select(breakdown => breakdown.Name));
        RequireUnique(dataset, "breakdown stored as", dataset.Dimensions);
        foreach (var (name, dimension, _) in dataset.BreakdownList)
        {
            Require(dataset, KebabCase().IsMatch(name), $"the breakdown '{name}' is not written in kebab-case");
            Require(
                dataset,
                dimension.Length <= LongestDimension,
                $"the breakdown '{dimension}' is longer than {LongestDimension} characters");
            Require(
                dataset,
                Dimension.IsOfRecords(dimension) && Dimension.IsOfRecords(name),
                $"the breakdown '{name}' has the name of one that every dataset has");
            // By its own name a breakdown is found first, and would hide another that is stored under that word.
            Require(
                dataset,
                name == dimension || !dataset.Dimensions.Contains(name),
                $"the breakdown '{name}' has the name that another is stored under");
        }
    }

    // Otherwise a record could be late by the one figure and late by no day by the other.
    private static void ValidateDurations<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        foreach (var duration in dataset.Indicators.OfType<Duration<TRecord>>())
            foreach (var share in dataset.Indicators.OfType<Share<TRecord>>().Where(share => share.IsOnTimeOf(duration.Denominator)))
                Require(
                    dataset,
                    duration.OnTime?.IsSameAs(share.Numerator) == true,
                    $"{duration.Code} stands beside {share.Code} and must name its numerator as {nameof(Duration<TRecord>.OnTime)}");
    }

    // A return of changes has some records of an event, and the others are in older returns: a view of one return's records would count
    // too few of them.
    private static void ValidateAcrossRecords<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        foreach (var across in dataset.Indicators.OfType<AcrossRecords>())
            Require(
                dataset,
                !dataset.IsOfEvents,
                $"{across.Code} needs all records of a day in one return, and a return of changes has only some of them: a dataset with "
                + "CountedOn cannot have it");
    }

    private static void RequireUnique(Dataset dataset, string what, IEnumerable<string> names)
    {
        foreach (var name in names.CountBy(name => name).Where(name => name.Value > 1))
            Require(dataset, false, $"there are {name.Value} times the {what} '{name.Key}'");
    }

    private static void Require(Dataset dataset, bool isSo, string otherwise)
    {
        if (!isSo) throw new InvalidDeclarationException($"{dataset.Name}: {otherwise}");
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KebabCase();
}
