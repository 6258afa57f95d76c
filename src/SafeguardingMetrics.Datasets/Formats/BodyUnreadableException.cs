namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// The body of a return is not valid JSON, NDJSON or CSV from some place on, or exceeds a limit. The message never
/// repeats any content of the body.
/// </summary>
/// <param name="message">One sentence for the sender: what is wrong.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="position">The byte in that line, counted from 1.</param>
/// <param name="error">The kind of error, which decides the HTTP problem.</param>
public sealed class BodyUnreadableException(string message, long line, long position, ReadError error = ReadError.NotOfFormat)
    : Exception(message)
{
    /// <summary>The line, counted from 1.</summary>
    public long Line => line;

    /// <summary>The byte in that line, counted from 1.</summary>
    public long Position => position;

    /// <summary>The kind of error, which decides the HTTP problem.</summary>
    public ReadError Error => error;
}
