using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Microsoft.Extensions.Caching.Memory;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Keeps what was decided about blocks of months. A decision follows from the block's counts alone, so it is kept under
/// a hash of the counts: a return that changes a count leads to another key, and no entry has to be removed for it.
/// Safe for several threads.
/// </summary>
public sealed class SuppressionCache : IDisposable
{
    // About 200 bytes each: at most 20 MB. A partnership of ten agencies needs a few MB for years of months; the rest
    // is of counts that returns have changed since, which nobody asks for again.
    private const int MostCounts = 100_000;

    private readonly MemoryCache decisions = new(new MemoryCacheOptions { SizeLimit = MostCounts, CompactionPercentage = 0.25 });

    /// <summary>What was decided of a block with these counts, decided now where it was not yet.</summary>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="block">The block.</param>
    /// <param name="counts">All that it holds, in one order.</param>
    /// <param name="decide">Decides.</param>
    internal Dictionary<CountKey, (decimal Amount, bool IsHidden)> GetOrAdd(
        string dataset,
        DisclosurePeriod block,
        IEnumerable<CountRow> counts,
        Func<Dictionary<CountKey, (decimal Amount, bool IsHidden)>> decide)
    {
        var key = (dataset, block, ComputeHash(counts));
        if (decisions.TryGetValue(key, out Dictionary<CountKey, (decimal Amount, bool IsHidden)>? known)) return known!;
        var decided = decide();
        return decisions.Set(key, decided, new MemoryCacheEntryOptions { Size = decided.Count + 1 });
    }

    /// <inheritdoc/>
    public void Dispose() => decisions.Dispose();

    private static UInt128 ComputeHash(IEnumerable<CountRow> counts)
    {
        var hash = new XxHash128();
        Span<byte> numbers = stackalloc byte[36];
        Span<int> parts = stackalloc int[4];
        foreach (var row in counts)
        {
            foreach (var text in (ReadOnlySpan<string>)[row.Agency, row.Sector, row.Indicator, row.Dimension, row.Member])
            {
                hash.Append(MemoryMarshal.AsBytes(text.AsSpan()));
                // No text holds this, so no two rows run into one another.
                hash.Append([0xFF, 0xFF]);
            }

            BinaryPrimitives.WriteInt32LittleEndian(numbers, row.MonthOn.DayNumber);
            decimal.GetBits(Rounding.TrimTrailingZeros(row.Numerator), parts);
            MemoryMarshal.AsBytes(parts).CopyTo(numbers[4..]);
            decimal.GetBits(Rounding.TrimTrailingZeros(row.Denominator), parts);
            MemoryMarshal.AsBytes(parts).CopyTo(numbers[20..]);
            hash.Append(numbers);
        }

        return hash.GetCurrentHashAsUInt128();
    }
}
