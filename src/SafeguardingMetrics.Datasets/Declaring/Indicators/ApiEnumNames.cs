using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>The API's words for what the code has as enumerations, so that each is spelt in one place.</summary>
public static class ApiEnumNames
{
    /// <summary><c>error</c> or <c>query</c>.</summary>
    public static string ToText(Severity severity) => severity switch { Severity.Error => "error", _ => "query" };

    /// <summary>The dimension in lower case.</summary>
    public static string ToText(QualityDimension dimension) => dimension switch
    {
        QualityDimension.Completeness => "completeness",
        QualityDimension.Validity => "validity",
        QualityDimension.Uniqueness => "uniqueness",
        QualityDimension.Consistency => "consistency",
        QualityDimension.Timeliness => "timeliness",
        _ => "accuracy",
    };

    /// <summary><c>snapshot</c> or <c>activity</c>.</summary>
    public static string ToText(DatasetShape shape) => shape switch { DatasetShape.Snapshot => "snapshot", _ => "activity" };

    /// <summary><c>percent</c>, <c>days</c> or <c>cases</c>.</summary>
    public static string ToText(Unit unit) => unit switch { Unit.Percent => "percent", Unit.Days => "days", _ => "cases" };

    /// <summary><c>high</c> or <c>low</c>: which is better.</summary>
    public static string ToText(Polarity polarity) => polarity switch { Polarity.High => "high", _ => "low" };

    /// <summary><c>statutory</c>, <c>published</c> or <c>local</c>.</summary>
    public static string ToText(Basis basis) =>
        basis switch { Basis.Statutory => "statutory", Basis.Published => "published", _ => "local" };
}
