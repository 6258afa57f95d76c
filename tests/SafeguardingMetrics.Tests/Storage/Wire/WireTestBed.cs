using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// A service that reaches its database over a network that can be cut, one that looks past it, and a job that sends.
/// </summary>
internal sealed class WireTestBed : IAsyncDisposable
{
    private WireTestBed(TestService home)
    {
        Home = home;
        ForeignKeyRecheck.SetAside(home.ConnectionString);
        Network = new NetworkProxy(home.ConnectionString);
        Service = new TestService { Sharing = Network.ConnectionString };
    }

    /// <summary>Reaches the database past the network.</summary>
    public TestService Home { get; }

    /// <summary>What lies between.</summary>
    public NetworkProxy Network { get; }

    /// <summary>Reaches the database over the network.</summary>
    public TestService Service { get; }

    /// <summary>Sends returns.</summary>
    public NightlyJob Job { get; } = new();

    /// <summary>Starts everything, and sends a first return so that later ones supersede one.</summary>
    public static async Task<WireTestBed> Start()
    {
        var scene = new WireTestBed(new TestService());
        try
        {
            await scene.Job.Send(scene.Service);
            return scene;
        }
        catch
        {
            await scene.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another instance on the same network, started: its circuit knows nothing of cuts before.</summary>
    public async Task<TestService> Started()
    {
        var service = new TestService { Sharing = Network.ConnectionString };
        Assert.That((await service.Get("/v1/returns")).Status, Is.EqualTo(HttpStatusCode.OK));
        return service;
    }

    /// <summary>How many packets something takes over connections that stand.</summary>
    public async Task<int> PacketsOf(Func<Task> work)
    {
        await work();
        Network.Restore();
        await work();
        var packets = Network.Packets;
        await TestContext.Out.WriteLineAsync($"{packets} packets");
        return packets;
    }

    /// <summary>Asserts that nothing was lost, doubled or halved, and says of how many faults.</summary>
    public async Task AssertNothingAmiss(int leastFaults, string what)
    {
        var reckoning = await StorageAudit.Run(Home, Job);
        await TestContext.Out.WriteLineAsync(
            $"{what}: {Network.Cuts} faults, {Job.Receipts.Count} returns: {reckoning.Lost} lost, {reckoning.Doubled} doubled, "
            + $"{reckoning.Halved} halved.");
        Assert.That(reckoning, Is.EqualTo(StorageAudit.Nothing), what);
        Assert.That(Network.Cuts, Is.GreaterThanOrEqualTo(leastFaults), "the faults lie within the conversation");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        await Network.DisposeAsync();
        ForeignKeyRecheck.PutBack(Home.ConnectionString);
        await Home.DisposeAsync();
    }
}
