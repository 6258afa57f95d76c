using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>Allocates days to the returns that cover them: each day to the newest.</summary>
public static class SegmentAllocation
{
    /// <summary>
    /// The pieces that the days fall into, in their order: as long as they can be without crossing a month's end or
    /// changing hands. Days that no return covers are in none.
    /// </summary>
    public static IReadOnlyList<(CoverageClaim Holder, Period Days)> Allocate(Period days, IEnumerable<CoverageClaim> claims)
    {
        var newestFirst = claims.OrderByDescending(claim => claim.Ordinal).ToList();
        var pieces = new List<(CoverageClaim Holder, Period Days)>();
        foreach (var (from, to) in Stretches(days, newestFirst))
        {
            if (newestFirst.Find(claim => claim.Days.Contains(from)) is not { } holder) continue;
            if (pieces is [.., var last] && last.Holder == holder && last.Days.To.AddDays(1) == from
                && Period.MonthOf(last.Days.From) == Period.MonthOf(from))
                pieces[^1] = (holder, new Period(last.Days.From, to));
            else
                pieces.Add((holder, new Period(from, to)));
        }

        return pieces;
    }

    /// <summary>
    /// The pieces of <see cref="Allocate"/>, and between them the days that no return covers, whose holder is null. All in
    /// their order.
    /// </summary>
    public static IEnumerable<(CoverageClaim? Holder, Period Days)> AllocateWithGaps(Period days, IEnumerable<CoverageClaim> claims)
    {
        var next = days.From;
        foreach (var (holder, piece) in Allocate(days, claims))
        {
            if (next < piece.From) yield return (null, new Period(next, piece.From.AddDays(-1)));
            yield return (holder, piece);
            next = piece.To.AddDays(1);
        }

        if (next <= days.To) yield return (null, new Period(next, days.To));
    }

    // The days cut wherever a month or a claim begins or ends: within such a stretch all days belong to one return.
    private static IEnumerable<Period> Stretches(Period days, List<CoverageClaim> claims)
    {
        var cuts = days.SplitByMonth().Select(month => month.From)
            .Concat(claims.Select(claim => claim.FromDay))
            .Concat(claims.Select(claim => claim.ToDay.AddDays(1)))
            .Where(days.Contains)
            .Distinct()
            .Order()
            .ToList();
        for (var i = 0; i < cuts.Count; i++)
            yield return new Period(cuts[i], i + 1 < cuts.Count ? cuts[i + 1].AddDays(-1) : days.To);
    }
}
