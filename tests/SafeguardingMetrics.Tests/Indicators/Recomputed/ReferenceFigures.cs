using System.Globalization;

namespace SafeguardingMetrics.Tests.Indicators.Recomputed;

/// <summary>
/// Figures worked out the slow way from the returns that were posted: newest wins by day, then each record counted by
/// itself.
/// </summary>
internal sealed class ReferenceFigures(IReadOnlyList<PostedReturn> posted)
{
    /// <summary>
    /// The figures of an interval, as "members numerator/denominator value p90"; the total has one where a return
    /// covers a day, members where something counts.
    /// </summary>
    public IEnumerable<string> Calculate(
        string indicator,
        string dataset,
        DateOnly from,
        DateOnly to,
        IReadOnlyList<string> by,
        string? agency,
        DateTimeOffset knownAt)
    {
        var standing = posted
            .Where(sent => sent.Dataset == dataset && (agency is null || sent.Agency == agency) && sent.IsInForceAt(knownAt))
            .ToList();
        var counted = new List<(PostedReturn Return, IReadOnlyDictionary<string, string> Record)>();
        var hasReturn = false;
        foreach (var own in standing.GroupBy(sent => sent.Agency))
        {
            var held = new List<(DateOnly Day, PostedReturn Holder)>();
            for (var day = from; day <= to; day = day.AddDays(1))
                if (own.LastOrDefault(sent => sent.From <= day && day <= sent.To) is { } holder) held.Add((day, holder));
            if (dataset is "open-cases" or "workforce-posts") held = [.. held.TakeLast(1)];
            hasReturn |= held.Count > 0;
            counted.AddRange(
                held.SelectMany(day => day.Holder.Records
                    .Where(record => ReferenceCounts.GetCountedOn(day.Holder, record) == day.Day)
                    .Select(record => (day.Holder, record))));
        }

        if (!hasReturn) return [];
        return counted
            .GroupBy(pair => string.Join(" | ", by.Select(dimension => ReferenceCounts.GetMember(dimension, pair.Return, pair.Record))))
            .Select(member => (Member: member.Key, Counts: CountsOf(indicator, [.. member])))
            .Where(member => by.Count == 0 || member.Counts.Sum(count => count.Denominator) != 0)
            .DefaultIfEmpty((Member: "", Counts: []))
            .Where(member => by.Count == 0 || member.Counts.Count > 0)
            .Select(member => Text(indicator, member.Member, member.Counts));
    }

    private static List<(decimal Numerator, decimal Denominator, int Amount)> CountsOf(
        string indicator,
        IReadOnlyList<(PostedReturn Return, IReadOnlyDictionary<string, string> Record)> records) =>
        indicator == "average-caseload"
            ? [
                .. records
                    .Where(pair => pair.Record.ContainsKey("allocatedWorkerId"))
                    .GroupBy(pair => (pair.Return.Id, pair.Record["team"], pair.Record["allocatedWorkerId"]))
                    .Select(held => ((decimal)held.Count(), 1m, 0)),
            ]
            : [.. records.Select(pair => ReferenceCounts.Count(indicator, pair.Return, pair.Record)).OfType<(decimal, decimal, int)>()];

    private static string Text(string indicator, string member, List<(decimal Numerator, decimal Denominator, int Amount)> counts)
    {
        var (numerator, denominator) = (counts.Sum(count => count.Numerator), counts.Sum(count => count.Denominator));
        var isLength = indicator is "time-to-allocation" or "visit-lateness" or "strategy-meeting-delay" or "notification-delay";
        var amounts = counts.Select(count => (decimal)count.Amount).Order().ToList();
        decimal? value = denominator == 0 ? null : isLength ? amounts[(amounts.Count + 1) / 2 - 1]
            : Math.Round((indicator == "average-caseload" ? 1 : 100) * numerator / denominator, 1, MidpointRounding.AwayFromZero);
        decimal? p90 = isLength && denominator != 0 ? amounts[(9 * amounts.Count + 9) / 10 - 1] : null;
        return Text(member, numerator, denominator, value, p90);
    }

    /// <summary>A figure as text.</summary>
    public static string Text(string member, decimal numerator, decimal denominator, decimal? value, decimal? p90) =>
        string.Create(CultureInfo.InvariantCulture, $"{member} {numerator:0.##}/{denominator:0.##} {value:0.0} {p90:0.0}");
}
