using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// What agencies and probes see while the network to SQL Server is slow, dead or refusing, and when it has healed.
/// </summary>
[OnEachEngine(Only = "SqlServer")]
public sealed class TroubledWireTests
{
    [Test]
    public async Task A_slow_network_is_answered_all_the_same()
    {
        await using var scene = await WireTestBed.Start();

        scene.Network.Delay = _ => TimeSpan.FromMilliseconds(20);
        await scene.Job.Send(scene.Service);
        foreach (var way in Enum.GetValues<PacketDirection>())
        {
            scene.Network.Delay = packet => packet.IsCommit && packet.Way == way ? TimeSpan.FromMilliseconds(400) : TimeSpan.Zero;
            await scene.Job.Send(scene.Service);
        }

        Assert.That(scene.Job.Receipts.Select(receipt => receipt.First), Is.All.EqualTo(HttpStatusCode.Created));
        await scene.AssertNothingAmiss(leastFaults: 0, "a slow network");
    }

    [Test]
    public async Task A_commit_held_up_and_then_cut_is_stored_once_and_whole([Values] PacketDirection way)
    {
        await using var scene = await WireTestBed.Start();

        scene.Network.Delay = packet => packet.IsCommit ? TimeSpan.FromMilliseconds(300) : TimeSpan.Zero;
        scene.Network.CutWhere(packet => packet.IsCommit && packet.Way == way ? CutPosition.Before : null);
        var kept = await scene.Job.Send(scene.Service);

        Assert.That(kept.First, Is.EqualTo(HttpStatusCode.Created));
        await scene.AssertNothingAmiss(leastFaults: 1, $"a commit held up, {way}");
    }

    [Test]
    public async Task A_pool_of_connections_that_all_died_unseen_goes_unnoticed()
    {
        await using var scene = await WireTestBed.Start();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => scene.Service.Get("/v1/returns")));

        scene.Network.Cut();
        var kept = await scene.Job.Send(scene.Service);
        scene.Network.Cut();
        var read = await scene.Service.Get($"/v1/returns/{kept.ReturnId}");

        Assert.That(kept.First, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(read.Text, Is.EqualTo(kept.Text));
        await scene.AssertNothingAmiss(leastFaults: 2, "a pool that died");
    }

    [Test]
    public async Task A_network_that_refuses_is_503_until_it_heals_and_the_service_recovers_by_itself()
    {
        await using var scene = await WireTestBed.Start();

        scene.Network.Refuse();
        scene.Network.Cut();
        var answers = new List<ApiResponse>();
        for (var i = 0; i < 4; i++) answers.Add(await scene.Service.Get("/v1/indicators/visits-on-time/values", "demo-board"));
        var ready = await scene.Service.Get("/health/ready", null);
        // It works again, but nobody asks: the circuit is open, and so no answer waits for the network.
        scene.Network.Restore();
        answers.Add(await scene.Service.Get("/v1/indicators/visits-on-time/values", "demo-board"));

        Assert.That(
            answers.Select(answer => (answer.Status, answer.Problem, answer.Headers["Retry-After"])),
            Is.All.EqualTo((HttpStatusCode.ServiceUnavailable, "database-unavailable", "5")));
        Assert.That(ready.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(scene.Network.Packets, Is.Zero, "while the circuit is open nobody asks the database");

        Assert.That(async () => (await scene.Service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK).After(20_000, 250));
        Assert.That((await scene.Job.Send(scene.Service)).First, Is.EqualTo(HttpStatusCode.Created));
        await scene.AssertNothingAmiss(leastFaults: 1, "a network that refuses");
    }
}
