using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// Which connections that do not come are waited for and which are given up, by a clock that the tests move.
/// </summary>
[TestFixture]
public sealed class ConnectTimeoutPolicyTests
{
    private const int Turns = 20;
    private readonly FakeTimeProvider clock = new();

    private static Task Never => new TaskCompletionSource().Task;

    [Test]
    public async Task The_first_connection_of_all_is_waited_for()
    {
        var policy = new ConnectTimeoutPolicy(waitsLongAtFirst: true, clock);
        var opening = new TaskCompletionSource();

        var waiting = policy.Wait(opening.Task, CancellationToken.None);
        await LetPass(waiting, Turns);
        Assert.That(waiting.IsCompleted, Is.False);
        opening.SetResult();
        await waiting;
    }

    [Test]
    public async Task One_of_a_copy_is_given_up_even_if_it_is_the_first() =>
        await AssertGivenUp(new ConnectTimeoutPolicy(waitsLongAtFirst: false, clock).Wait(Never, CancellationToken.None));

    [Test]
    public async Task A_slow_login_succeeds_and_one_that_never_comes_is_given_up()
    {
        var policy = new ConnectTimeoutPolicy(waitsLongAtFirst: true, clock);
        await policy.Wait(Task.CompletedTask, CancellationToken.None);

        var login = new TaskCompletionSource();
        var waiting = policy.Wait(login.Task, CancellationToken.None);
        await LetPass(waiting, 2);
        login.SetResult();
        await waiting;
        await AssertGivenUp(policy.Wait(Never, CancellationToken.None));
    }

    [Test]
    public async Task After_one_was_given_up_callers_are_told_sooner_until_any_is_answered()
    {
        var policy = new ConnectTimeoutPolicy(waitsLongAtFirst: false, clock);
        var first = await AssertGivenUp(policy.Wait(Never, CancellationToken.None));

        var slow = new TaskCompletionSource();
        Assert.That(await AssertGivenUp(policy.Wait(slow.Task, CancellationToken.None)), Is.LessThan(first));
        policy.ReportConnected();
        var waiting = policy.Wait(slow.Task, CancellationToken.None);
        await LetPass(waiting, 2);
        Assert.That(waiting.IsCompleted, Is.False);
        slow.SetResult();
        await waiting;
    }

    [Test]
    public void What_the_attempt_throws_is_thrown()
    {
        var policy = new ConnectTimeoutPolicy(waitsLongAtFirst: true, clock);

        Assert.That(
            async () => await policy.Wait(Task.FromException(new InvalidDataException()), CancellationToken.None),
            Throws.TypeOf<InvalidDataException>());
    }

    // How many turns passed before the caller was told.
    private async Task<int> AssertGivenUp(Task waiting)
    {
        var passed = await LetPass(waiting, Turns);
        Assert.That(waiting.IsCompleted, Is.True);
        Assert.That(async () => await waiting, Throws.TypeOf<DatabaseUnavailableException>());
        return passed;
    }

    // Moves the clock turn by turn until it is enough or the wait is over.
    private async Task<int> LetPass(Task waiting, int turns)
    {
        for (var passed = 1; passed <= turns; passed++)
        {
            clock.Advance(ConnectTimeoutPolicy.Slice);
            // The wait goes on to its next turn on a thread of the pool; the clock may move only when it has.
            await Task.WhenAny(waiting, Task.Delay(20));
            if (waiting.IsCompleted) return passed;
        }

        return turns;
    }
}
