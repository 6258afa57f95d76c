using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Finds where cells end: at a separator or a line feed. Of 32 bytes all are found at once and remembered, since a cell has eight on
/// average.
/// </summary>
/// <param name="bytes">The bytes from the beginning of a row.</param>
/// <param name="separator">The separator.</param>
internal ref struct CellStops(ReadOnlySpan<byte> bytes, byte separator)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private readonly Vector256<byte> separators = Vector256.Create(separator);
    private readonly byte separator = separator;
    private uint found;
    private int from = -Vector256<byte>.Count;

    /// <summary>The place of the first one at or after a place; -1 where there is none.</summary>
    /// <param name="at">A place behind the one that was found last.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int at)
    {
        var within = at - from;
        if (within < Vector256<byte>.Count && found >> within is not 0 and var rest) return at + BitOperations.TrailingZeroCount(rest);
        return FindBeyond(within < Vector256<byte>.Count ? from + Vector256<byte>.Count : at);
    }

    private int FindBeyond(int at)
    {
        ref var first = ref MemoryMarshal.GetReference(bytes);
        for (; at <= bytes.Length - Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var read = Vector256.LoadUnsafe(ref first, (nuint)at);
            var breaks = Vector256.Equals(read, Vector256.Create((byte)'\n'));
            found = (Vector256.Equals(read, separators) | breaks).ExtractMostSignificantBits();
            from = at;
            if (found != 0) return at + BitOperations.TrailingZeroCount(found);
        }

        if (at >= bytes.Length) return -1;
        var stop = bytes[at..].IndexOfAny(separator, (byte)'\n');
        return stop < 0 ? -1 : at + stop;
    }
}
