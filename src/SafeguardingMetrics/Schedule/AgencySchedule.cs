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
    public bool ExpectsOn(Period days) => spells.Any(spell => spell.Entry.IsExpected && spell.InForce.Overlaps(days));

    /// <summary>
    /// What is owed for the periods that end on one of the days. A period is owed under the entry that is in force on its last day, and its days before
    /// anything was expected are no part of it.
    /// </summary>
    public IEnumerable<DueReturn> EndingIn(Period days)
    {
        foreach (var (entry, inForce, expectedSince) in spells)
        {
            if (!entry.IsExpected || !inForce.Overlaps(days)) continue;
            var within = new Period(Later(inForce.From, days.From), Earlier(inForce.To, days.To));
            foreach (var (_, whole) in Interval.Find(entry.Frequency)!.Of(within))
            {
                if (!within.Covers(whole.To)) continue;
                var owed = new Period(Later(whole.From, expectedSince), whole.To);
                yield return new DueReturn(entry.Dataset, entry.Agency, owed, entry.DueAt(owed));
            }
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
