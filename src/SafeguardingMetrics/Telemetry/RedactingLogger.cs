namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Lets our own lines through, which are written to hold ids and counts only, and of a library's lines the sentence and the numbers: its
/// words can be an address, a header or a value that somebody sent. No message of an exception passes, whoever logs it.
/// </summary>
/// <param name="inner">Where lines go.</param>
/// <param name="isOurs">True for the service's own categories.</param>
internal sealed class RedactingLogger(ILogger inner, bool isOurs) : ILogger
{
    // A library's scopes hold the request's path.
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => isOurs ? inner.BeginScope(state) : null;

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel)) return;
        var fault = exception is null ? null : new RedactedException(exception);
        if (isOurs) inner.Log(logLevel, eventId, state, fault, formatter);
        else inner.Log(logLevel, eventId, RedactedLogState.Create(state), fault, static (line, _) => line.ToString());
    }
}
