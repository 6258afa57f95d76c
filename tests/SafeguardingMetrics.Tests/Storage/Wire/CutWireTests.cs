using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// What agencies see when the network between the service and SQL Server is cut in the middle of a conversation,
/// wherever that is: no lost return, no doubled one, no half one, and receipts equal to what is stored.
/// </summary>
[OnEachEngine(Only = "SqlServer")]
public sealed class CutWireTests
{
    [Test]
    public async Task A_submission_cut_once_wherever_it_is_is_stored_once_and_whole()
    {
        await using var scene = await WireTestBed.Start();
        var packets = await scene.PacketsOf(() => scene.Job.Send(scene.Service));

        foreach (var k in Spread(packets, 24))
        {
            scene.Network.CutWhere(packet => packet.Number == k ? Where(packet.Way) : null);
            await scene.Job.Send(scene.Service, scene.Network.Restore);
            Assert.That(await StorageAudit.IsNewestAsReceipt(scene.Home, scene.Job), $"cut at packet {k} of {packets}");
        }

        // One cut at a time is no reason to refuse anyone.
        Assert.That(scene.Job.Receipts.Select(receipt => receipt.First), Is.All.EqualTo(HttpStatusCode.Created));
        await scene.AssertNothingAmiss(leastFaults: Spread(packets, 24).Count() - 2, "a submission cut once");
    }

    [Test]
    public async Task A_submission_cut_for_good_wherever_it_is_is_503_and_stored_once_and_whole_when_sent_again()
    {
        await using var scene = await WireTestBed.Start();
        var packets = await scene.PacketsOf(() => scene.Job.Send(scene.Service));

        foreach (var k in Spread(packets - 1, 6))
        {
            // An instance of its own each time: its circuit knows nothing of the cuts before.
            await using var service = await scene.Started();
            scene.Network.CutWhere(packet => packet.Number == k ? Where(packet.Way) : null, stays: true);
            var kept = await scene.Job.Send(service, scene.Network.Restore);
            Assert.That(kept.First, Is.EqualTo(HttpStatusCode.ServiceUnavailable), $"cut at packet {k} of {packets}");
            Assert.That(await StorageAudit.IsNewestAsReceipt(scene.Home, scene.Job), $"cut at packet {k} of {packets}");
        }

        await scene.AssertNothingAmiss(leastFaults: 5, "a submission cut for good");
    }

    [Test]
    public async Task A_submission_cut_at_its_commit_is_stored_once_and_whole([Values] bool stays)
    {
        await using var scene = await WireTestBed.Start();

        foreach (var way in Enum.GetValues<PacketDirection>())
            foreach (var place in Enum.GetValues<CutPosition>())
            {
                var what = $"a commit, {way} {place}{(stays ? ", for good" : "")}";
                await using var service = await scene.Started();
                var before = StorageAudit.ReturnsIn(scene.Home);
                scene.Network.CutWhere(packet => packet.IsCommit && packet.Way == way ? place : null, stays);
                var stored = -1;
                var kept = await scene.Job.Send(service, () =>
                {
                    stored = StorageAudit.ReturnsIn(scene.Home) - before;
                    scene.Network.Restore();
                });

                // A commit that did not arrive is none, and one whose answer did not arrive is one: told by the same
                // request, not by a second return.
                if (stays && way == PacketDirection.Asked && place != CutPosition.After)
                    Assert.That(
                        (stored, kept.First, kept.Last),
                        Is.EqualTo((0, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Created)),
                        what);
                else if (stays && way == PacketDirection.Answered && place != CutPosition.After)
                    Assert.That(
                        (stored, kept.First, kept.Last),
                        Is.EqualTo((1, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK)),
                        what);
                else if (!stays) Assert.That((stored, kept.First), Is.EqualTo((1, HttpStatusCode.Created)), what);
                Assert.That(await StorageAudit.IsNewestAsReceipt(scene.Home, scene.Job), what);
            }

        await scene.AssertNothingAmiss(leastFaults: 6, $"a commit{(stays ? ", for good" : "")}");
    }

    [Test]
    public async Task A_connection_cut_while_it_is_made_goes_unnoticed()
    {
        await using var scene = await WireTestBed.Start();
        // Hellos, the handshake that hides the login, the login and its answer, and the first question after them.
        const int packets = 8;

        for (var k = 1; k <= packets; k++)
        {
            await scene.Network.ForgetConnections();
            scene.Network.CutWhere(packet => packet.Number == k ? Where(packet.Way) : null);
            await scene.Job.Send(scene.Service, scene.Network.Restore);
            Assert.That(await StorageAudit.IsNewestAsReceipt(scene.Home, scene.Job), $"cut at packet {k} of {packets}");
        }

        Assert.That(scene.Job.Receipts.Select(receipt => receipt.First), Is.All.EqualTo(HttpStatusCode.Created));
        await scene.AssertNothingAmiss(leastFaults: packets, "a login");
    }

    [Test]
    public async Task A_withdrawal_cut_once_wherever_it_is_gives_the_days_back_whole()
    {
        await using var scene = await WireTestBed.Start();
        await scene.Job.Send(scene.Service);
        await scene.Job.Withdraw(scene.Service);
        await scene.Job.Send(scene.Service);
        scene.Network.Restore();
        await scene.Job.Withdraw(scene.Service);
        var packets = scene.Network.Packets;

        foreach (var k in Spread(packets, 8))
        {
            await scene.Job.Send(scene.Service);
            scene.Network.CutWhere(packet => packet.Number == k ? Where(packet.Way) : null);
            Assert.That(
                await scene.Job.Withdraw(scene.Service, scene.Network.Restore),
                Is.EqualTo(HttpStatusCode.OK),
                $"cut at packet {k} of {packets}");
            Assert.That(await StorageAudit.IsNewestAsReceipt(scene.Home, scene.Job), $"cut at packet {k} of {packets}");
        }

        await scene.AssertNothingAmiss(leastFaults: 6, "a withdrawal cut once");
    }

    // At most so many of the packets, evenly spread.
    private static IEnumerable<int> Spread(int packets, int most) =>
        Enumerable.Range(0, Math.Min(packets, most)).Select(i => 1 + i * packets / Math.Min(packets, most));

    // A request that arrives in part is not done; an answer that does not arrive was done.
    private static CutPosition Where(PacketDirection way) => way == PacketDirection.Asked ? CutPosition.Midst : CutPosition.Before;
}
