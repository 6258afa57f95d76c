using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>A body is not of its format from some place on. The message never repeats what stands there.</summary>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="line">The line, counted from 1.</param>
/// <param name="position">The byte in that line, counted from 1.</param>
/// <param name="problem">The limit that it breaks, where it does; otherwise it is no such format.</param>
public sealed class BodyUnreadableException(string message, long line, long position, Problem? problem = null) : Exception(message)
{
    /// <summary>The line, counted from 1.</summary>
    public long Line => line;

    /// <summary>The byte in that line, counted from 1.</summary>
    public long Position => position;

    /// <summary>What it is answered with.</summary>
    public Problem Problem => problem ?? ProblemCatalogue.UnreadableBody;
}
