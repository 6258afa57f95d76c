using System.Globalization;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The rounds of a subject and its baseline, which alternate. The shortest round of each counts.</summary>
internal sealed class Rounds
{
    public Timings Subject { get; init; } = new();

    public Timings Baseline { get; } = new();

    /// <summary>The ratio of speeds: work per second of the subject over work per second of the baseline.</summary>
    /// <param name="of">The case.</param>
    /// <param name="work">The subject's work in a round.</param>
    /// <param name="baselineWork">The baseline's work in a round.</param>
    /// <param name="unit">The unit, such as records/s.</param>
    public Result Speed(string of, double work, double baselineWork, string unit)
    {
        static string Text(double value) => value.ToString(value < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
        double Ratio(double subject, double baseline) => work / subject / (baselineWork / baseline);
        return new(
            of, $"{Text(work / Subject.Least)} {unit}", $"{Text(baselineWork / Baseline.Least)} {unit}",
            Ratio(Subject.Least, Baseline.Least))
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"least of each; by medians {Ratio(Subject.Median, Baseline.Median):0.00} ({work / Subject.Median:#,0} and "
                + $"{baselineWork / Baseline.Median:#,0} {unit}); least processor time {Subject.LeastProcessor:0.00} s and "
                + $"{Baseline.LeastProcessor:0.00} s"),
        };
    }
}
