namespace SafeguardingMetrics.Storage;

/// <summary>The database did not answer, or not in time, however often it was asked. Nothing was kept; the same request may succeed later.</summary>
public sealed class DatabaseUnavailableException : Exception
{
    /// <summary>Says so of a fault.</summary>
    public DatabaseUnavailableException(Exception inner) : base("The database does not answer.", inner)
    {
    }

    /// <summary>Says so in other words.</summary>
    public DatabaseUnavailableException(string message) : base(message)
    {
    }
}
