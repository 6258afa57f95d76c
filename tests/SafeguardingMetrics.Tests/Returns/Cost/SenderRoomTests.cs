using System.Text;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Returns.Cost;

/// <summary>How many bytes one sender has under way or waiting.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SenderRoomTests
{
    private static readonly string Large = $"[{new string(' ', 60_000)}]";

    [Test]
    public async Task Returns_under_way_have_so_many_bytes_together_and_another_sender_has_its_own()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Replace = gate.Before, Setting = [("Limits:ClientBytes", "100000")] };
        await service.Get("/health/ready", null);
        gate.Close();
        var first = service.Post("statutory-visits", "2026-11", Large, "application/json");
        await gate.Reached;

        var refused = await service.Post("statutory-visits", "2026-10", Large, "application/json");
        Refused(refused, 429, "too-many-bytes-at-once");
        Assert.That(refused.Headers["Retry-After"], Is.EqualTo("15"));
        Assert.That((string)refused.Json["detail"]!, Does.Contain("100000 bytes"));
        var small = service.Post("statutory-visits", "2026-09", "[]", "application/json");
        var other = service.Post("police-notifications", "2026-11", Large, "application/json");
        gate.Open();

        Assert.That((await Task.WhenAll(first, small, other)).Select(answer => (int)answer.Status), Is.All.EqualTo(201));
        var again = await service.Post("statutory-visits", "2026-10", Large, "application/json");
        Assert.That((int)again.Status, Is.EqualTo(201), "there is room again");
    }

    [Test]
    public async Task One_return_alone_always_has_room()
    {
        await using var service = new TestService { Setting = [("Limits:ClientBytes", "100"), ("Limits:AcceptedBytes", "100")] };

        Assert.That((int)(await service.Post("statutory-visits", "2026-11", Large, "application/json")).Status, Is.EqualTo(201));
        Assert.That(
            (int)(await service.Post("statutory-visits", "2026-10", Large, "application/json", prefer: "respond-async")).Status,
            Is.EqualTo(202));
    }

    [Test]
    public async Task Accepted_returns_that_wait_have_so_many_bytes_together_and_another_sender_has_its_own()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Replace = gate.Before, Setting = [("Limits:AcceptedBytes", "100000")] };
        await service.Get("/health/ready", null);
        gate.Close();

        Assert.That((int)(await Accept("statutory-visits", "2026-11")).Status, Is.EqualTo(202));
        var refused = await Accept("statutory-visits", "2026-10");
        Refused(refused, 429, "too-many-bytes-at-once");
        Assert.That(refused.Headers["Retry-After"], Is.Not.Empty);
        Assert.That((int)(await Accept("police-notifications", "2026-11")).Status, Is.EqualTo(202));
        gate.Open();

        Task<ApiResponse> Accept(string dataset, string period) =>
            service.Post(dataset, period, new StringContent(Large, Encoding.UTF8, "application/json"), prefer: "respond-async");
    }
}
