using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>How long is waited for a connection that does not come; the tests say who is waited for, and leave out how long.</summary>
[TestFixture]
public sealed class ConnectTimeoutPolicyTests
{
    [Test]
    public async Task The_first_connection_of_all_is_waited_for()
    {
        var patience = new ConnectTimeoutPolicy(bearsWithTheFirst: true);
        var opening = new TaskCompletionSource();

        var waiting = patience.Wait(opening.Task, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.That(waiting.IsCompleted, Is.False);
        opening.SetResult();
        await waiting;
    }

    [Test]
    public void One_of_a_copy_is_given_up_even_if_it_is_the_first() =>
        Assert.That(async () => await new ConnectTimeoutPolicy(bearsWithTheFirst: false).Wait(Never, CancellationToken.None), Throws.TypeOf<DatabaseUnavailableException>());

    [Test]
    public async Task A_slow_login_succeeds_and_one_that_never_comes_is_given_up()
    {
        var patience = new ConnectTimeoutPolicy(bearsWithTheFirst: true);
        await patience.Wait(Task.CompletedTask, CancellationToken.None);

        await patience.Wait(Task.Delay(TimeSpan.FromSeconds(2)), CancellationToken.None);
        Assert.That(async () => await patience.Wait(Never, CancellationToken.None), Throws.TypeOf<DatabaseUnavailableException>());
    }

    [Test]
    public async Task After_one_was_given_up_callers_are_told_sooner_until_any_is_answered()
    {
        var patience = new ConnectTimeoutPolicy(bearsWithTheFirst: false);
        Assert.That(async () => await patience.Wait(Never, CancellationToken.None), Throws.TypeOf<DatabaseUnavailableException>());

        var slow = new TaskCompletionSource();
        Assert.That(async () => await patience.Wait(slow.Task, CancellationToken.None), Throws.TypeOf<DatabaseUnavailableException>());
        patience.ReportConnected();
        var waiting = patience.Wait(slow.Task, CancellationToken.None);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.That(waiting.IsCompleted, Is.False);
        slow.SetResult();
        await waiting;
    }

    [Test]
    public void What_the_attempt_throws_is_thrown() =>
        Assert.That(async () => await new ConnectTimeoutPolicy(bearsWithTheFirst: true).Wait(Task.FromException(new InvalidDataException()), CancellationToken.None), Throws.TypeOf<InvalidDataException>());

    private static Task Never => new TaskCompletionSource().Task;
}
