namespace SafeguardingMetrics.Simulator.Days;

/// <summary>Events ordered by day, so that the events of a period are a slice.</summary>
internal sealed class DayIndex<T>
{
    private readonly T[] entries;
    private readonly int[] days;

    public DayIndex(IEnumerable<T> entries, Func<T, DateOnly> day)
    {
        // OrderBy keeps the order of equals, Array.Sort does not: the same seed must give the same bytes.
        this.entries = [.. entries.OrderBy(day)];
        days = [.. this.entries.Select(entry => day(entry).DayNumber)];
    }

    public ArraySegment<T> GetRange(Period period)
    {
        var first = FirstOnOrAfter(period.From.DayNumber);
        return new(entries, first, FirstOnOrAfter(period.To.DayNumber + 1) - first);
    }

    private int FirstOnOrAfter(int day)
    {
        int low = 0, high = days.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (days[middle] < day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
