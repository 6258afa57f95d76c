namespace SafeguardingMetrics.Storage;

/// <summary>The database did not answer, or not in time, however often it was asked. Nothing was kept; the same request may succeed later.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Says so of a fault.</summary>
    public DatabaseUnavailableException(Exception inner) : base("The database does not answer.", inner)
    {
    }

    /// <summary>Says so of a fault that somebody must mend.</summary>
    /// <param name="advice">What to tell callers.</param>
    /// <param name="inner">The fault.</param>
    public DatabaseUnavailableException(string advice, Exception inner) : base(advice, inner) => Advice = advice;

    /// <summary>What to tell callers of this fault; null where there is nothing to say but that they may come again.</summary>
    public string? Advice { get; }

    /// <summary>Says so in other words.</summary>
    public DatabaseUnavailableException(string message) : base(message)
    {
    }
}
