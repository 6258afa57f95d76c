using System.Runtime.InteropServices;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// One indicator's counts by place, which is a number that a <see cref="GroupKeyEncoder"/> gave to a member on a day or
/// in a week. Nearly every record adds to some dozen of these and most have no amount: they are an array, so that
/// adding is not looking up.
/// </summary>
internal sealed class CellCounters
{
    private readonly Dictionary<(int Place, int Amount), Sum> withAmount = [];
    private Sum[] withoutAmount = [];

    /// <summary>Adds to the counts of a place and amount.</summary>
    /// <param name="place">The place.</param>
    /// <param name="amount">Working days, or 0.</param>
    /// <param name="numerator">Hundredths; negative where a record is taken away.</param>
    /// <param name="denominator">Hundredths; negative where a record is taken away.</param>
    /// <param name="times">1, or -1 where a record is taken away.</param>
    public void Add(int place, int amount, long numerator, long denominator, int times = 1)
    {
        if (amount != 0)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(withAmount, (place, amount), out _).Add(numerator, denominator, times);
            return;
        }

        if (place >= withoutAmount.Length) Array.Resize(ref withoutAmount, Math.Max(place + 1, withoutAmount.Length * 2));
        withoutAmount[place].Add(numerator, denominator, times);
    }

    /// <summary>
    /// Every place and amount that something was added to, be it nought, and was not taken away again.
    /// </summary>
    public IEnumerable<(int Place, int Amount, decimal Numerator, decimal Denominator)> GetTotals()
    {
        for (var place = 0; place < withoutAmount.Length; place++)
            if (withoutAmount[place].IsCounted)
                yield return (
                    place,
                    0,
                    withoutAmount[place].Numerator / (decimal)Measure.One,
                    withoutAmount[place].Denominator / (decimal)Measure.One);
        foreach (var ((place, amount), sum) in withAmount)
            if (sum.IsCounted) yield return (place, amount, sum.Numerator / (decimal)Measure.One, sum.Denominator / (decimal)Measure.One);
    }

    private struct Sum
    {
        public long Numerator;
        public long Denominator;
        public int Times;

        public readonly bool IsCounted => Times != 0 || Numerator != 0 || Denominator != 0;

        public void Add(long numerator, long denominator, int times)
        {
            Numerator += numerator;
            Denominator += denominator;
            Times += times;
        }
    }
}
