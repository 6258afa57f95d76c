using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Schedule;

/// <summary>What one agency owes of one dataset: its entries in the order of their days, each in force until the next.</summary>
public sealed class AgencySchedule
{
    private readonly IReadOnlyList<(ScheduleEntry Entry, Period InForce, DateOnly ExpectedSince)> spells;

    /// <summary>Puts the entries in order.</summary>
    public AgencySchedule(IEnumerable<ScheduleEntry> entries)
    {
        var inOrder = entries.OrderBy(entry => entry.ValidFrom).ToList();
        var found = new List<(ScheduleEntry, Period, DateOnly)>();
        DateOnly? since = null;
        foreach (var (place, entry) in inOrder.Index())
        {
            since = entry.IsExpected ? since ?? entry.ValidFrom : null;
            found.Add((entry, new Period(entry.ValidFrom, place + 1 < inOrder.Count ? inOrder[place + 1].ValidFrom.AddDays(-1) : DateOnly.MaxValue), since ?? entry.ValidFrom));
        }

        spells = found;
    }

    /// <summary>The entries, each with the days on which it is in force; the last has no end.</summary>
    public IEnumerable<(ScheduleEntry Entry, Period InForce)> Entries => spells.Select(spell => (spell.Entry, spell.InForce));

    /// <summary>True where something is expected on one of the days.</summary>
    public bool IsExpectedIn(Period days) => spells.Any(spell => spell.Entry.IsExpected && spell.InForce.Overlaps(days));

    /// <summary>
    /// What is owed for the periods that end on one of the days. A period is owed under the entry that is in force on its last day, and its days before
    /// anything was expected are no part of it.
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
                var owed = new Period(Max(whole.From, expectedSince), whole.To);
                yield return new ExpectedSubmission(entry.Dataset, entry.Agency, owed, entry.GetDueAt(owed));
            }
        }
    }

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;
}
