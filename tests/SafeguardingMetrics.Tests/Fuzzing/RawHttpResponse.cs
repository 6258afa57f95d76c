using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers, by name.</param>
/// <param name="Body">The body, out of its chunks.</param>
internal sealed record RawHttpResponse(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The media type, without its parameters.</summary>
    public string MediaType => Headers.GetValueOrDefault("Content-Type", "").Split(';')[0].Trim();

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Sends bytes to a port of this machine and reads one answer.</summary>
    /// <exception cref="IOException">The connection ended without a whole answer.</exception>
    public static async Task<RawHttpResponse> Exchange(int port, byte[] request, bool hasBody, CancellationToken cancel)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port, cancel);
        await using var stream = new NetworkStream(socket);
        // Both ways at once: an answer may come before all is sent.
        var sending = Send(stream, request, cancel);
        var answer = await Read(stream, hasBody, cancel);
        socket.Close();
        await sending;
        return answer;
    }

    private static async Task Send(NetworkStream stream, byte[] request, CancellationToken cancel)
    {
        try
        {
            await stream.WriteAsync(request, cancel);
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // Answered and closed before all was sent.
        }
    }

    /// <summary>Reads one answer.</summary>
    /// <exception cref="IOException">The connection ended without a whole answer.</exception>
    public static async Task<RawHttpResponse> Read(Stream stream, bool hasBody, CancellationToken cancel)
    {
        var received = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int status, end;
        Dictionary<string, string> headers;
        do
        {
            while ((end = received.GetBuffer().AsSpan(0, (int)received.Length).IndexOf("\r\n\r\n"u8)) < 0)
                if (!await More()) throw new IOException($"No answer: the connection ended after {received.Length} bytes.");
            var head = Encoding.Latin1.GetString(received.GetBuffer(), 0, end).Split("\r\n");
            status = int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture);
            headers = head.Skip(1).Select(line => line.Split(':', 2)).GroupBy(pair => pair[0], StringComparer.OrdinalIgnoreCase)
                .ToDictionary(
                    group => group.Key,
                    group => string.Join(", ", group.Select(pair => pair[1].Trim())),
                    StringComparer.OrdinalIgnoreCase);
            var rest = received.ToArray()[(end + 4)..];
            received = new MemoryStream();
            received.Write(rest);
        }
        while (status == 100);

        if (!hasBody || status is 204 or 304) return new RawHttpResponse(status, headers, []);
        if (headers.TryGetValue("Content-Length", out var length))
        {
            while (received.Length < int.Parse(length, CultureInfo.InvariantCulture))
                if (!await More()) throw new IOException($"Half an answer: {status}, {received.Length} of {length} bytes.");
            return new RawHttpResponse(status, headers, received.ToArray());
        }

        if (headers.GetValueOrDefault("Transfer-Encoding") != "chunked")
        {
            while (await More())
            {
            }

            return new RawHttpResponse(status, headers, received.ToArray());
        }

        byte[]? body;
        while ((body = Unchunked(received.GetBuffer().AsSpan(0, (int)received.Length))) is null)
            if (!await More()) throw new IOException($"Half an answer: {status}, broken off in the midst of its chunks.");
        return new RawHttpResponse(status, headers, body);

        async Task<bool> More()
        {
            int read;
            try
            {
                read = await stream.ReadAsync(buffer, cancel);
            }
            catch (IOException)
            {
                read = 0;
            }

            received.Write(buffer, 0, read);
            return read > 0;
        }
    }

    // Null where the last chunk has not come yet.
    private static byte[]? Unchunked(ReadOnlySpan<byte> chunks)
    {
        var body = new MemoryStream();
        while (true)
        {
            var line = chunks.IndexOf("\r\n"u8);
            if (line < 0) return null;
            var length = int.Parse(Encoding.ASCII.GetString(chunks[..line]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (chunks.Length < line + 2 + length + 2) return null;
            if (length == 0) return body.ToArray();
            body.Write(chunks.Slice(line + 2, length));
            chunks = chunks[(line + 2 + length + 2)..];
        }
    }
}
