using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>No log, however much it is asked to say, holds a key or a token.</summary>
[TestFixture]
public sealed class SecretTests
{
    [Test]
    public async Task No_line_of_the_log_holds_a_secret()
    {
        using var log = new RecordingLoggerProvider();
        await using var service = new TestService
        {
            Replace = services => services.AddLogging(logging => logging
                .SetMinimumLevel(LogLevel.Trace)
                .AddFilter<RecordingLoggerProvider>(null, LogLevel.Trace)
                .AddProvider(log)),
        };
        var client = await service.AddClient([Permission.ReadFigures]);
        var (id, key) = await service.AddKey(client);
        var secret = key[^64..];
        const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
        await service.Get(Figures, key);
        await service.Get(Figures, key[..^1] + "x");
        await service.Send(HttpMethod.Get, Figures, null, ("Authorization", Callers.Basic(id, secret)));
        await service.Send(HttpMethod.Get, "/v1/returns", null, ("Authorization", Callers.Basic(id, secret)));
        var token = (string)(await service.AskToken(id, secret)).Json["access_token"]!;
        await service.AskToken(id, secret[..^1]);
        await service.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {token}"));
        await service.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {token}x"));

        Assert.That(log.Lines, Has.Count.GreaterThan(50));
        foreach (var planted in new[]
        {
            secret[..^1],
            token.Split('.')[^1],
            Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}:{secret}")),
            ApiKeyFormat.ComputeHash(key),
        })
            Assert.That(log.Lines.Where(line => line.Contains(planted, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private sealed class RecordingLoggerProvider : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
