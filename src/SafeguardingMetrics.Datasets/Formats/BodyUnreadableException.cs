namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>A body is not of its format from some place on. The message never repeats what stands there.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="position">The byte in that line, counted from 1.</param>
/// <param name="error">The kind of fault.</param>
public sealed class BodyUnreadableException(string message, long line, long position, ReadError error = ReadError.NotOfFormat) : Exception(message)
{
    /// <summary>The line, counted from 1.</summary>
    public long Line => line;

    /// <summary>The byte in that line, counted from 1.</summary>
    public long Position => position;

    /// <summary>The kind of fault.</summary>
    public ReadError Error => error;
}
