using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SafeguardingMetrics.Tests.Telemetry;

/// <summary>
/// Takes what the service sends over OTLP and keeps the bytes: texts stand in them as they are, so a search finds them.
/// </summary>
internal sealed class OtlpCollector : IDisposable
{
    private readonly HttpListener listener = new();

    /// <summary>Listens on a free port.</summary>
    public OtlpCollector()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Address);
        listener.Start();
        _ = Listen();
    }

    /// <summary>Where to.</summary>
    public string Address { get; }

    /// <summary>What came, by its path: /v1/traces, /v1/metrics or /v1/logs.</summary>
    public ConcurrentQueue<(string Path, string Text)> Received { get; } = new();

    /// <summary>All that came to a path.</summary>
    public string GetReceived(string path) => string.Concat(Received.Where(one => one.Path == path).Select(one => one.Text));

    public void Dispose() => listener.Close();

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Received.Enqueue((context.Request.Url!.AbsolutePath, Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length)));
                context.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
