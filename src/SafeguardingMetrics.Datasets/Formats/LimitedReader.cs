namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Decorates a reader: reports progress and enforces the limit of records in a return.</summary>
/// <param name="reader">The decorated reader.</param>
/// <param name="limits">The limits; only <see cref="ReaderLimits.ReturnRecords"/> is used.</param>
/// <param name="progress">Called after each record with the number of records so far; null where nobody follows the
/// progress.</param>
internal sealed class LimitedReader(RecordReader reader, ReaderLimits limits, Action<int>? progress) : RecordReader
{
    private int count;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        if (!reader.Next(handler)) return false;
        Line = reader.Line;
        if (++count > limits.ReturnRecords)
        {
            throw new BodyUnreadableException(
                $"The return has more than {limits.ReturnRecords} records.", Line ?? 1, 1, ReadError.TooManyRecords);
        }

        progress?.Invoke(count);
        return true;
    }
}
