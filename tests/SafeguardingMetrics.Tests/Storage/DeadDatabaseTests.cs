using System.Net;
using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>A server that was there, is gone, and comes back at the same address.</summary>
[TestFixture]
public sealed class DeadDatabaseTests
{
    private static readonly Sql Ask = new("SELECT COUNT(*) FROM SchemaMigration");

    // What would wait for SqlClient would wait this long, for each of its tries.
    private const int ConnectTimeout = 120;

    [Test]
    public async Task Nobody_waits_for_SqlClient_to_give_up_and_it_is_found_when_it_is_back()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var lent = TestSqlServer.Borrow();
        try
        {
            var server = new SqlConnectionStringBuilder(lent);
            var address = server.DataSource.Split(',');
            using var way = new TcpRelay(
                address[0],
                address.Length > 1 ? int.Parse(address[1], System.Globalization.CultureInfo.InvariantCulture) : 1433);
            server.DataSource = $"127.0.0.1,{way.Port}";
            server.ConnectTimeout = ConnectTimeout;
            var engine = new SqlServerEngine(server.ToString(), null);
            var database = new Database(engine, new Resilience(engine, NullLogger<Resilience>.Instance));
            way.Open();
            Assert.That(await Read(database), Is.Positive);

            way.Close();
            for (var i = 0; i < 3; i++)
                Assert.That(
                    async () => await Read(database).WaitAsync(TimeSpan.FromSeconds(ConnectTimeout / 4)),
                    Throws.TypeOf<DatabaseUnavailableException>());

            way.Open();
            Assert.That(async () => await Found(database), Is.Positive.After(60).Seconds.PollEvery(500));
        }
        finally
        {
            TestSqlServer.Release(lent);
        }
    }

    private static Task<long> Read(Database database) => database.Read(reading => reading.Count(Ask), CancellationToken.None);

    private static async Task<long> Found(Database database)
    {
        try
        {
            return await Read(database);
        }
        catch (DatabaseUnavailableException)
        {
            return 0;
        }
    }

    // An address that leads to the server or refuses.
    private sealed class TcpRelay(string host, int port) : IDisposable
    {
        private readonly List<TcpClient> open = [];
        private TcpListener? listener;

        public int Port { get; private set; } = Free();

        public void Open()
        {
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            _ = Accept(listener);
        }

        public void Close()
        {
            listener?.Stop();
            lock (open)
            {
                foreach (var end in open) end.Dispose();
                open.Clear();
            }
        }

        public void Dispose() => Close();

        private static int Free()
        {
            using var any = new TcpListener(IPAddress.Loopback, 0);
            any.Start();
            return ((IPEndPoint)any.LocalEndpoint).Port;
        }

        private async Task Accept(TcpListener from)
        {
            try
            {
                while (true)
                {
                    var here = await from.AcceptTcpClientAsync();
                    var there = new TcpClient();
                    await there.ConnectAsync(host, port);
                    lock (open) open.AddRange([here, there]);
                    _ = Pump(here, there);
                    _ = Pump(there, here);
                }
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // Closed.
            }
        }

        private static async Task Pump(TcpClient from, TcpClient to)
        {
            try
            {
                await from.GetStream().CopyToAsync(to.GetStream());
            }
            catch (Exception fault) when (fault is IOException or ObjectDisposedException or InvalidOperationException)
            {
                // Closed.
            }

            to.Dispose();
        }
    }
}
