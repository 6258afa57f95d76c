using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Redacts log lines. The service's own lines pass, since they are written to hold ids and counts only. Of a library's
/// line the message template and the numbers pass: its texts can be an address, a header or a value that somebody sent.
/// The message of an exception never passes.
/// </summary>
/// <param name="inner">The logger that writes the lines.</param>
/// <param name="isOurs">True for the service's own categories.</param>
internal sealed class RedactingLogger(ILogger inner, bool isOurs) : ILogger
{
    /// <inheritdoc/>
    /// <remarks>A library's scopes are left out: ASP.NET Core's holds the path of the request.</remarks>
    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => isOurs ? inner.BeginScope(state) : null;

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    /// <inheritdoc/>
    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!inner.IsEnabled(logLevel)) return;
        var redacted = exception is null ? null : new RedactedException(exception);
        if (isOurs) inner.Log(logLevel, eventId, state, redacted, formatter);
        else inner.Log(logLevel, eventId, RedactedLogState.Create(state), redacted, static (line, _) => line.ToString());
    }
}

/// <summary>
/// Creates loggers that redact. It stands between all code that logs and all providers that write logs, so that no line
/// can hold what a caller sent, at any level and from any provider: configuration chooses lines, and cannot make them
/// say more.
/// </summary>
internal sealed class RedactingLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    private const string Ours = "SafeguardingMetrics";

    // The host's lines at start and stop: the addresses it listens on and the environment's name.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    /// <summary>Creates the factory over the framework's own.</summary>
    public static RedactingLoggerFactory Create(IServiceProvider services) => new(new LoggerFactory(
        services.GetServices<ILoggerProvider>(),
        services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
        services.GetRequiredService<IOptions<LoggerFactoryOptions>>(),
        services.GetService<IExternalScopeProvider>()));

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        var isOurs = categoryName == Ours || categoryName.StartsWith(Ours + ".", StringComparison.Ordinal) || categoryName == Lifetime;
        return new RedactingLogger(inner.CreateLogger(categoryName), isOurs);
    }

    /// <inheritdoc/>
    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();
}

/// <summary>
/// A library's log line without its texts: the message template as it stands in the library's source, and the values
/// that are numbers, booleans or time spans.
/// </summary>
internal sealed partial class RedactedLogState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Format = "{OriginalFormat}";
    private const string Withheld = "(a line without a template; its text is withheld)";
    private readonly List<KeyValuePair<string, object?>> kept = [];
    private readonly string template = Withheld;

    private RedactedLogState(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values) return;
        foreach (var (name, value) in values)
        {
            if (name == Format) template = value as string ?? Withheld;
            else if (IsSafe(value)) kept.Add(KeyValuePair.Create(name, value));
        }

        kept.Add(KeyValuePair.Create<string, object?>(Format, template));
    }

    /// <inheritdoc/>
    public int Count => kept.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => kept[index];

    /// <summary>Redacts a library's log state.</summary>
    public static RedactedLogState Create(object? state) => new(state);

    /// <summary>
    /// The message template with the safe values filled in. The placeholder of a withheld value stays.
    /// </summary>
    public override string ToString() => Placeholder().Replace(template, hole =>
    {
        foreach (var (name, value) in kept)
            if (name == hole.Groups["name"].Value && value is not null) return Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return hole.Value;
    });

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsSafe(object? value) =>
        value is null or bool or Enum or TimeSpan or byte or short or int or long or float or double or decimal;

    [GeneratedRegex(@"\{(?<name>[^{}:,]+)[^{}]*\}")]
    private static partial Regex Placeholder();
}

/// <summary>
/// An exception as logs and traces may hold it: its type, the database's error number, and the stack trace. Not the
/// message: databases, parsers and servers quote what they were given ("The duplicate key value is (…)", "The input
/// string '…' was not in a correct format").
/// </summary>
internal sealed class RedactedException(Exception fault)
    : Exception(GetDisplayName(fault), fault.InnerException is { } inner ? new RedactedException(inner) : null)
{
    /// <inheritdoc/>
    public override string? StackTrace => fault.StackTrace;

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (Exception? one = fault; one is not null; one = one.InnerException)
            text.Append(text.Length == 0 ? "" : "\n caused by ").Append(GetDisplayName(one)).Append('\n').Append(one.StackTrace);
        return text.ToString();
    }

    private static string GetDisplayName(Exception fault) => fault switch
    {
        SqlException sql => $"{sql.GetType().FullName} {sql.Number}",
        SqliteException sqlite => $"{sqlite.GetType().FullName} {sqlite.SqliteExtendedErrorCode}",
        _ => fault.GetType().FullName!,
    };
}
