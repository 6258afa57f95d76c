using System.Globalization;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>
/// The command <c>recalculate [code]</c>: progress goes to the error stream, what changed to the output.
/// </summary>
public static class RecalculateCommand
{
    private const string Usage = "Say which indicator: recalculate <code>. GET /v1/indicators lists the codes.";

    /// <summary>Runs it.</summary>
    /// <param name="services">What the service is made of.</param>
    /// <param name="arguments">The words after <c>recalculate</c>; those with = in them are settings.</param>
    /// <param name="cancel">Ends it after the return at hand.</param>
    /// <returns>The exit code: 0, or 1 where it was not done to the end.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        if (arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).ToList() is not [var code]
            || IndicatorCatalogue.Find(code) is not DatasetIndicator indicator)
        {
            await Console.Error.WriteLineAsync(Usage);
            return 1;
        }

        try
        {
            await Run(
                services.GetRequiredService<Database>(),
                services.GetRequiredService<TimeProvider>(),
                indicator,
                Console.Out,
                Console.Error,
                cancel);
            return 0;
        }
        catch (Exception fault) when (fault is DatabaseUnavailableException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"{fault.Message} What was recalculated is kept; run it again to go on.");
            return 1;
        }
    }

    /// <summary>Recalculates, and says which months' figures of the partnership changed.</summary>
    public static async Task Run(
        Database database,
        TimeProvider time,
        DatasetIndicator indicator,
        TextWriter output,
        TextWriter progress,
        CancellationToken cancel)
    {
        var before = Instant.Now(time);
        var (days, segments) = await new Recalculator(database, time).Run(
            indicator.Dataset,
            indicator,
            (done, of) => progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {of} returns")),
            cancel);
        if (days is not { } touched)
        {
            await output.WriteLineAsync($"{indicator.Code}: every figure is by version {indicator.Version} already.");
            return;
        }

        await output.WriteLineAsync(
            string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}: {segments} segments are now by version {indicator.Version}."));
        var (old, now) = await database.Read(
            async reading => (await Months(reading, before.AddMilliseconds(-1)), await Months(reading, null)),
            cancel);
        var changed = old.Zip(now).Where(pair => FormatFigure(pair.First) != FormatFigure(pair.Second)).ToList();
        await output.WriteLineAsync(
            changed.Count == 0 ? "No month's figure changed." : "Months whose figure changed (the value, numerator over denominator):");
        foreach (var (first, second) in changed)
            await output.WriteLineAsync($"{second.Label}: {FormatFigure(first)} became {FormatFigure(second)}");

        Task<IReadOnlyList<Figure>> Months(ReadSession reading, DateTimeOffset? knownAt) =>
            FigureCalculator.Read(
                reading,
                new FigureSelection(touched, Interval.Month, time.GetUtcNow()) { KnownAt = knownAt },
                [indicator]);
    }

    private static string FormatFigure(Figure figure) => figure.Counts is not { } tally ? "nothing"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.GetValue(figure.Indicator)} "
            + $"({Rounding.TrimTrailingZeros(tally.Numerator)}/{Rounding.TrimTrailingZeros(tally.Denominator)})");
}
