using System.Globalization;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A subject and its baseline, which took turns; each judged by its shortest round.</summary>
internal sealed class Rounds
{
    public Timings Subject { get; init; } = new();

    public Timings Baseline { get; } = new();

    /// <summary>How fast the subject is, of the baseline's speed: work a second over work a second.</summary>
    /// <param name="of">The case.</param>
    /// <param name="work">How much the subject does in a round.</param>
    /// <param name="baselineWork">How much the baseline does.</param>
    /// <param name="unit">What it is counted in, such as records/s.</param>
    public Result Speed(string of, double work, double baselineWork, string unit)
    {
        static string Text(double value) => value.ToString(value < 1000 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
        double Ratio(double subject, double baseline) => work / subject / (baselineWork / baseline);
        return new(of, $"{Text(work / Subject.Least)} {unit}", $"{Text(baselineWork / Baseline.Least)} {unit}", Ratio(Subject.Least, Baseline.Least))
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"least of each; by medians {Ratio(Subject.Median, Baseline.Median):0.00} ({work / Subject.Median:#,0} and {baselineWork / Baseline.Median:#,0} {unit}); least processor time {Subject.LeastProcessor:0.00} s and {Baseline.LeastProcessor:0.00} s"),
        };
    }
}
