using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Tests.Telemetry;

/// <summary>Log lines are written off the request's path, and none is lost at a normal stop.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class BatchingConsoleLoggerTests
{
    [Test]
    public void Every_line_is_written_in_order_with_few_writes()
    {
        const int Threads = 4;
        const int Lines = 5_000;
        using var output = new CountingStream();
        using (var provider = Create(output))
        {
            var log = provider.CreateLogger("one");
            Parallel.For(0, Threads, thread =>
            {
                for (var i = 0; i < Lines; i++) Write(log, $"{thread} {i}");
            });
        }

        var written = output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(written, Has.Length.EqualTo(Threads * Lines));
        foreach (var thread in Enumerable.Range(0, Threads))
            Assert.That(
                written.Where(line => line.StartsWith($"{thread} ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]),
                Is.EqualTo(Enumerable.Range(0, Lines).Select(i => $"{i}")));
        Assert.That(output.Writes, Is.LessThan(Threads * Lines / 20));
    }

    [Test]
    public void A_line_has_the_scopes_that_it_was_logged_in()
    {
        using var output = new CountingStream();
        using (var provider = Create(output))
        {
            provider.SetScopeProvider(new LoggerExternalScopeProvider());
            var log = provider.CreateLogger("one");
            using (log.BeginScope("outer"))
            {
                using (log.BeginScope("inner")) Write(log, "a");
                Write(log, "b");
            }

            Write(log, "c");
        }

        Assert.That(output.Text, Is.EqualTo("a outer inner\nb outer\nc\n"));
    }

    [Test]
    public void A_console_that_nobody_reads_any_more_holds_nobody_up()
    {
        using var output = new CountingStream { IsBroken = true };
        using var provider = Create(output);
        var log = provider.CreateLogger("one");
        Assert.That(() =>
        {
            for (var i = 0; i < 50_000; i++) Write(log, new string('x', 100));
        }, Throws.Nothing);
    }

    private static BatchingConsoleLoggerProvider Create(Stream output) =>
        new([new PlainFormatter()], Options.Create(new ConsoleLoggerOptions { FormatterName = "plain" }), output);

    private static void Write(ILogger log, string text) => log.Log(LogLevel.Information, default, text, null, static (line, _) => line);

    private sealed class PlainFormatter() : ConsoleFormatter("plain")
    {
        public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
        {
            textWriter.Write(logEntry.Formatter(logEntry.State, logEntry.Exception));
            scopeProvider?.ForEachScope(static (scope, text) => text.Write($" {scope}"), textWriter);
            textWriter.Write('\n');
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        public bool IsBroken { get; init; }

        public int Writes { get; private set; }

        public string Text => Encoding.UTF8.GetString(ToArray());

        // A memory stream that is derived from writes a span through the array's method, so that the array's is the one to count.
        public override void Write(byte[] buffer, int offset, int count)
        {
            Writes++;
            if (IsBroken) throw new IOException("Broken pipe");
            base.Write(buffer, offset, count);
        }
    }
}
