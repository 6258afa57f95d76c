using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SafeguardingMetrics.Tests.Telemetry;

/// <summary>
/// Keeps every line that is logged, with its category, values, exception and scopes, as a writer of structured logs
/// would.
/// </summary>
internal sealed class LogRecorder : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    /// <summary>The lines.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => new CategoryLogger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class CategoryLogger(LogRecorder book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => book.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            var line =
                $"{logLevel} {category} {eventId}: {formatter(state, exception)} | {Values(state)} | {exception} {exception?.Message}";
            book.scopes.ForEachScope((scope, _) => line += $" | {scope} {Values(scope)}", 0);
            book.Lines.Enqueue(line);
        }

        private static string Values(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? string.Join(", ", values.Select(value => $"{value.Key}={Convert.ToString(value.Value, CultureInfo.InvariantCulture)}"))
            : state?.ToString() ?? "";
    }
}
