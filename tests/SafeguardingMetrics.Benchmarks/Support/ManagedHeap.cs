using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>
/// The managed heap of another process, as its runtime's event counters report it each second. Both processes must
/// share the directory for temporary files, which contains the diagnostic socket.
/// </summary>
internal sealed class ManagedHeap : IDisposable
{
    private readonly EventPipeSession session;
    private readonly EventPipeEventSource source;
    private readonly Task reading;
    private double megabytes;

    public ManagedHeap(int process)
    {
        session = new DiagnosticsClient(process).StartEventPipeSession(
            new EventPipeProvider(
                "System.Runtime", EventLevel.Informational, (long)EventKeywords.None, new Dictionary<string,
                string>
                { ["EventCounterIntervalSec"] = "1" }),
            requestRundown: false);
        source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += told =>
        {
            if (
                told.EventName != "EventCounters" || told.PayloadValue(0) is not IDictionary<string,
                object> { Count: > 0 } outer || outer["Payload"] is not IDictionary<string, object> counter)
                return;
            if ((string)counter["Name"] == "gc-heap-size") Volatile.Write(ref megabytes, (double)counter["Mean"]);
        };
        reading = Task.Run(source.Process);
    }

    /// <summary>The last reported size, in MB; 0 before the first report.</summary>
    public double Megabytes => Volatile.Read(ref megabytes);

    public void Dispose()
    {
        session.Stop();
        reading.Wait();
        source.Dispose();
        session.Dispose();
    }
}
