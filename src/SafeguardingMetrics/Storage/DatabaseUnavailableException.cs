namespace SafeguardingMetrics.Storage;

/// <summary>
/// The database did not answer in time, also when it was asked again. Nothing was stored; the same request can succeed
/// later.
/// </summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Wraps a fault.</summary>
    public DatabaseUnavailableException(Exception inner) : base("The database does not answer.", inner)
    {
    }

    /// <summary>Wraps a fault that the administrator must correct.</summary>
    /// <param name="advice">What callers are told.</param>
    /// <param name="inner">The fault.</param>
    public DatabaseUnavailableException(string advice, Exception inner) : base(advice, inner) => Advice = advice;

    /// <summary>What callers are told; null where they are only told to try again.</summary>
    public string? Advice { get; }

    /// <summary>Gives the message.</summary>
    public DatabaseUnavailableException(string message) : base(message)
    {
    }
}
