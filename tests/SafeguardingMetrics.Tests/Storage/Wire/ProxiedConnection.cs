using System.Net.Sockets;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>One connection over the network, a socket at each end, that carries packet by packet.</summary>
internal sealed class ProxiedConnection(NetworkProxy network, Socket client, Socket server)
{
    private volatile bool isCommitting;

    /// <summary>Carries both ways until either end hangs up or the line is cut.</summary>
    public Task Forward() =>
        Task.WhenAll(Forward(client, server, PacketDirection.Asked), Forward(server, client, PacketDirection.Answered));

    /// <summary>
    /// The service sees a reset; the server reads what was sent so far and then an end, as when something between them
    /// died.
    /// </summary>
    public void Cut()
    {
        client.Close(0);
        server.Close();
    }

    private async Task Forward(Socket from, Socket to, PacketDirection way)
    {
        var bytes = new byte[HeadLimit];
        try
        {
            while (await Fill(from, bytes.AsMemory(0, Packet.HeadLength)))
            {
                var length = Packet.LengthOf(bytes);
                if (!await Fill(from, bytes.AsMemory(Packet.HeadLength, length - Packet.HeadLength))) break;
                if (way == PacketDirection.Asked) isCommitting = Packet.AsksForCommit(bytes.AsSpan(0, length));

                var (pause, cut) = network.GetFault(way, isCommitting);
                if (pause > TimeSpan.Zero) await Task.Delay(pause);
                await Send(to, bytes.AsMemory(0, cut switch { CutPosition.Before => 0, CutPosition.Midst => length / 2, _ => length }));
                if (cut is not null) network.Cut();
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Cut, or hung up by either end: the other end is told.
            Cut();
        }
    }

    // A packet's length is a number of 16 bits, and a TLS record's too, after its own head.
    private const int HeadLimit = Packet.HeadLength + ushort.MaxValue;

    private static async Task<bool> Fill(Socket from, Memory<byte> space)
    {
        while (space.Length > 0)
        {
            var read = await from.ReceiveAsync(space);
            if (read == 0) return false;
            space = space[read..];
        }

        return true;
    }

    private static async Task Send(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await to.SendAsync(bytes)..];
    }
}
