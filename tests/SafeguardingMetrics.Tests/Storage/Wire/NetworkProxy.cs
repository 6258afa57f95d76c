using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// The network between the service and SQL Server, on this machine only: it carries every packet until a test has it
/// cut at a packet, slows it down or takes it away.
/// </summary>
public sealed class NetworkProxy : IAsyncDisposable
{
    private readonly IPEndPoint door;
    private readonly string server;
    private readonly Lock gate = new();
    private readonly HashSet<ProxiedConnection> lines = [];
    private readonly List<Task> work = [];
    private TcpListener? listener;
    private Func<Packet, CutPosition?>? plan;
    private bool staysCut;

    /// <summary>Lies before the server that a connection string names by host and port.</summary>
    public NetworkProxy(string connectionString)
    {
        var builder = new SqlConnectionStringBuilder(connectionString);
        server = builder.DataSource.Replace("tcp:", "", StringComparison.OrdinalIgnoreCase);
        listener = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        door = (IPEndPoint)listener.LocalEndpoint;
        builder.DataSource = $"127.0.0.1,{door.Port}";
        // Packets must be seen to be told apart.
        builder.Encrypt = SqlConnectionEncryptOption.Optional;
        ConnectionString = builder.ToString();
    }

    /// <summary>The connection string that leads over this network.</summary>
    public string ConnectionString { get; }

    /// <summary>How often it was cut.</summary>
    public int Cuts { get; private set; }

    /// <summary>Packets carried since it was last told to count anew.</summary>
    public int Packets { get; private set; }

    /// <summary>How long a packet waits on its way; null for not at all.</summary>
    public Func<Packet, TimeSpan>? Delay { get; set; }

    /// <summary>
    /// Counts packets anew, and drops every connection at the first of which the plan says where about it.
    /// </summary>
    /// <param name="where">Where about a packet, or null to let it pass.</param>
    /// <param name="stays">True to refuse new connections from then on, until healed.</param>
    public void CutWhere(Func<Packet, CutPosition?> where, bool stays = false)
    {
        lock (gate) (plan, staysCut, Packets) = (where, stays, 0);
    }

    /// <summary>Drops every connection, now.</summary>
    public void Cut()
    {
        lock (gate)
        {
            Cuts++;
            plan = null;
            if (staysCut) Refuse();
            foreach (var line in lines) line.Cut();
            lines.Clear();
        }
    }

    /// <summary>Refuses new connections until healed.</summary>
    public void Refuse()
    {
        lock (gate)
        {
            listener?.Dispose();
            listener = null;
        }
    }

    /// <summary>Carries everything again, at once, and counts packets anew.</summary>
    public void Restore()
    {
        lock (gate)
        {
            (plan, staysCut, Packets, Delay) = (null, false, 0, null);
            listener ??= Listen(door);
        }
    }

    /// <summary>Has the service make its next connection anew; those of others, past the network, stay.</summary>
    public async Task ForgetConnections()
    {
        // A pool is known by the service's own connection string.
        await using var any = (SqlConnection)await new SqlServerEngine(ConnectionString, null).Open(CancellationToken.None);
        SqlConnection.ClearPool(any);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Task[] all;
        Refuse();
        Cut();
        lock (gate) all = [.. work];
        await Task.WhenAll(all);
    }

    /// <summary>Counts a packet on its way: how long it waits, and where about it the network is cut.</summary>
    internal (TimeSpan Pause, CutPosition? Cut) GetFault(PacketDirection way, bool isCommit)
    {
        lock (gate)
        {
            var packet = new Packet(way, ++Packets, isCommit);
            var cut = plan?.Invoke(packet);
            if (cut is not null) plan = null;
            return (Delay?.Invoke(packet) ?? TimeSpan.Zero, cut);
        }
    }

    private TcpListener Listen(IPEndPoint at)
    {
        var listening = new TcpListener(at);
        listening.Start();
        work.Add(Accept(listening));
        return listening;
    }

    private async Task Accept(TcpListener from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptSocketAsync();
                lock (gate) work.Add(Join(client));
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // Refused from here on.
        }
    }

    private async Task Join(Socket client)
    {
        using var near = client;
        using var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        var line = new ProxiedConnection(this, near, far);
        try
        {
            var parts = server.Split(',');
            await far.ConnectAsync(parts[0], parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 1433);
            lock (gate)
            {
                if (listener is null) return;
                lines.Add(line);
            }

            await line.Forward();
        }
        catch (SocketException)
        {
            // The server does not answer: neither does the network.
        }
        finally
        {
            lock (gate) lines.Remove(line);
        }
    }
}
