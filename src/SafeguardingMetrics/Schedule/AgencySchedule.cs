using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>
/// The return schedule of one agency and dataset: entries ordered by first day, each in force until the next begins.
/// </summary>
public sealed class AgencySchedule
{
    private readonly IReadOnlyList<(ScheduleEntry Entry, Period InForce, DateOnly ExpectedSince)> spells;

    /// <summary>Creates the schedule from its entries, in any order.</summary>
    public AgencySchedule(IEnumerable<ScheduleEntry> entries)
    {
        var inOrder = entries.OrderBy(entry => entry.ValidFrom).ToList();
        var found = new List<(ScheduleEntry, Period, DateOnly)>();
        DateOnly? since = null;
        foreach (var (place, entry) in inOrder.Index())
        {
            since = entry.IsExpected ? since ?? entry.ValidFrom : null;
            var lastDay = place + 1 < inOrder.Count ? inOrder[place + 1].ValidFrom.AddDays(-1) : DateOnly.MaxValue;
            found.Add((entry, new Period(entry.ValidFrom, lastDay), since ?? entry.ValidFrom));
        }

        spells = found;
    }

    /// <summary>
    /// The entries, each with the days on which it is in force. The last entry ends on <see cref="DateOnly.MaxValue"/>.
    /// </summary>
    public IEnumerable<(ScheduleEntry Entry, Period InForce)> Entries => spells.Select(spell => (spell.Entry, spell.InForce));

    /// <summary>True where a return is expected on at least one of the days.</summary>
    public bool IsExpectedIn(Period days) => spells.Any(spell => spell.Entry.IsExpected && spell.InForce.Overlaps(days));

    /// <summary>
    /// The submissions expected for the periods that end on one of the days. The entry in force on a period's last day
    /// decides. Days before the agency was first expected to report are cut off the period.
    /// </summary>
    public IEnumerable<ExpectedSubmission> ListDueIn(Period days)
    {
        foreach (var (entry, inForce, expectedSince) in spells)
        {
            if (!entry.IsExpected || !inForce.Overlaps(days)) continue;
            var within = new Period(Max(inForce.From, days.From), Min(inForce.To, days.To));
            foreach (var (_, whole) in Interval.Find(entry.Frequency)!.Split(within))
            {
                if (!within.Contains(whole.To)) continue;
                var expected = new Period(Max(whole.From, expectedSince), whole.To);
                yield return new ExpectedSubmission(entry.Dataset, entry.Agency, expected, entry.GetDueAt(expected));
            }
        }
    }

    private static DateOnly Max(DateOnly first, DateOnly second) => first > second ? first : second;

    private static DateOnly Min(DateOnly first, DateOnly second) => first < second ? first : second;
}
