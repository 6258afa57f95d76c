namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Counts the records that another reader reads, for those who wait, and stops at the most that a return may have.</summary>
/// <param name="reader">The other reader.</param>
/// <param name="limits">How many are read.</param>
/// <param name="read">Told after each record how many there were.</param>
internal sealed class LimitedReader(RecordReader reader, ReaderLimits limits, Action<int>? read) : RecordReader
{
    private int count;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler intake)
    {
        if (!reader.Next(intake)) return false;
        Line = reader.Line;
        if (++count > limits.ReturnRecords) throw new BodyUnreadableException($"The return has more than {limits.ReturnRecords} records.", Line ?? 1, 1, ReadError.TooManyRecords);
        read?.Invoke(count);
        return true;
    }
}
