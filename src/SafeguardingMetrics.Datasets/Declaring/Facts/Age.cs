namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>Ages in completed years.</summary>
public static class Age
{
    /// <summary>
    /// The age on a day of someone born on another; a birthday on 29 February is reached on 1 March in other years.
    /// Negative for the unborn.
    /// </summary>
    public static int InYears(DateOnly day, DateOnly bornOn)
    {
        var years = day.Year - bornOn.Year;
        return (day.Month, day.Day).CompareTo((bornOn.Month, bornOn.Day)) < 0 ? years - 1 : years;
    }
}
