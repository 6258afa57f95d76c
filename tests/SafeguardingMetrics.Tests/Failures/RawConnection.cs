using System.Net;
using System.Net.Sockets;
using System.Text;
using SafeguardingMetrics.Tests.Fuzzing;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>A connection on which a test says every byte, and when.</summary>
internal sealed class RawConnection : IDisposable
{
    private readonly Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private RawConnection()
    {
    }

    /// <summary>Connects to a port of this machine.</summary>
    public static async Task<RawConnection> Connect(int port)
    {
        var connection = new RawConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>The head of a submission of statutory visits.</summary>
    public static string Head(string more) =>
        $"POST /v1/returns/statutory-visits?period=2025-10&confirmed=true HTTP/1.1\r\nHost: localhost\r\n"
        + "X-Api-Key: demo-social-care\r\nContent-Type: "
        + $"application/json\r\n{more}\r\n\r\n";

    /// <summary>Sends text; false where nobody takes it any more.</summary>
    public async Task<bool> Send(string text) => await Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes; false where nobody takes them any more.</summary>
    public async Task<bool> Send(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await socket.SendAsync(bytes);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Waits for the answer; null where the connection was ended without one.</summary>
    public async Task<RawHttpResponse?> ReadResponse(TimeSpan patience)
    {
        using var cancel = new CancellationTokenSource(patience);
        try
        {
            return await RawHttpResponse.Read(new NetworkStream(socket), hasBody: true, cancel.Token);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Breaks off: with a reset where it is rude, otherwise as one that has ended.</summary>
    public void Close(bool isRude)
    {
        if (isRude) socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();
}
