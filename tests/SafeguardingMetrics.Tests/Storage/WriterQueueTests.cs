using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>Whose turn it is to write.</summary>
public sealed class WriterQueueTests
{
    [Test]
    public async Task Turns_come_in_the_order_of_arrival_and_urgent_ones_first()
    {
        var (queue, order) = (new WriterQueue(), new List<string>());
        var first = await queue.Take(isUrgent: false, CancellationToken.None);
        var waiting = new[] { ("return 1", false), ("return 2", false), ("revoke", true), ("audit", true) }
            .Select(one => Work(one.Item1, one.Item2)).ToList();

        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.That(order, Is.EqualTo(new[] { "revoke", "audit", "return 1", "return 2" }));

        async Task Work(string name, bool isUrgent)
        {
            using var turn = await queue.Take(isUrgent, CancellationToken.None);
            order.Add(name);
        }
    }

    [Test]
    public async Task However_many_are_urgent_the_others_have_turns_too()
    {
        var (queue, order) = (new WriterQueue(), new List<bool>());
        var first = await queue.Take(isUrgent: false, CancellationToken.None);
        var waiting = Enumerable.Range(0, 100).Select(_ => Work(true)).Append(Work(false)).ToList();

        first.Dispose();
        await Task.WhenAll(waiting);

        Assert.That(order.IndexOf(false), Is.EqualTo(WriterQueue.MostUrgentInTurn));

        async Task Work(bool isUrgent)
        {
            using var turn = await queue.Take(isUrgent, CancellationToken.None);
            order.Add(isUrgent);
        }
    }

    [Test]
    public async Task Whoever_goes_while_waiting_leaves_no_turn_behind()
    {
        var queue = new WriterQueue();
        var first = await queue.Take(isUrgent: false, CancellationToken.None);
        using var gone = new CancellationTokenSource();
        var left = queue.Take(isUrgent: true, gone.Token);
        var next = queue.Take(isUrgent: false, CancellationToken.None);

        await gone.CancelAsync();
        Assert.That(async () => await left, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(next.IsCompleted, Is.False);
        first.Dispose();
        first.Dispose();
        (await next).Dispose();

        using var last = await queue.Take(isUrgent: false, CancellationToken.None);
        Assert.That(last, Is.Not.Null);
    }
}
