namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>
/// The side of data quality that a rule guards: the six dimensions of the Government Data Quality Framework.
/// </summary>
public enum QualityDimension
{
    /// <summary>What should be there is there.</summary>
    Completeness,

    /// <summary>Values are of the expected type, format and range.</summary>
    Validity,

    /// <summary>Nothing is recorded twice.</summary>
    Uniqueness,

    /// <summary>Values do not contradict one another.</summary>
    Consistency,

    /// <summary>What is recorded belongs to the time it is recorded for, and was done when it was due.</summary>
    Timeliness,

    /// <summary>What is recorded is what happened.</summary>
    Accuracy,
}
