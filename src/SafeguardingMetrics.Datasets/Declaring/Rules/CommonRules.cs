namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>The rules that every dataset has. They follow from its fields' declarations.</summary>
public static class CommonRules
{
    /// <summary><c>R01</c>.</summary>
    public static readonly Rule Required = new("R01", Severity.Error, QualityDimension.Completeness, "A required field must be present.");

    /// <summary><c>R02</c>.</summary>
    public static readonly Rule ValidType = new(
        "R02",
        Severity.Error,
        QualityDimension.Validity,
        "A value must be of its field's type (a date that exists, a whole number, true or false).");

    /// <summary><c>R03</c>.</summary>
    public static readonly Rule InBounds = new(
        "R03", Severity.Error, QualityDimension.Validity, "A value must be in its field's code list, length or range.");

    /// <summary><c>R04</c>.</summary>
    public static readonly Rule UniqueKey = new(
        "R04",
        Severity.Error,
        QualityDimension.Uniqueness,
        "A record's key must not occur twice in a return (the first is kept, each later one is a finding).");

    /// <summary><c>R05</c>.</summary>
    public static readonly Rule KnownField = new(
        "R05",
        Severity.Query,
        QualityDimension.Validity,
        "A field that the dataset does not have is not stored (one finding a return for each such field).");

    /// <summary><c>R06</c>.</summary>
    public static readonly Rule CheckDigit = new(
        "R06",
        Severity.Query,
        QualityDimension.Accuracy,
        "An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).");

    /// <summary><c>R07</c>.</summary>
    public static readonly Rule NotInFuture = new(
        "R07",
        Severity.Error,
        QualityDimension.Timeliness,
        "A date must not be after the day the return was received, unless its field says so.");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> All { get; } = [Required, ValidType, InBounds, UniqueKey, KnownField, CheckDigit, NotInFuture];
}
