using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// Rows made ahead are the rows that were made, in their order, and nobody goes on making them when they are not
/// wanted.
/// </summary>
public sealed class PrefetchingRowsTests
{
    private bool isLeft;

    [Test]
    public void Every_row_comes_once_and_in_order([Values(0, 1, 999, 1_000, 1_001, 1_255, 1_256, 1_257, 50_000)] int count) =>
        Assert.That(
            PrefetchingRows.Prefetch(Rows(count), 2).Select(row => ((int)row[0]!, (string)row[1]!)).ToList(),
            Is.EqualTo(Enumerable.Range(0, count).Select(number => (number, $"{number}"))));

    [Test]
    public void What_the_maker_throws_is_thrown_as_it_is([Values(1, 1_000, 1_001, 20_000)] int failing)
    {
        var taken = 0;

        Assert.That(() =>
        {
            foreach (var _ in PrefetchingRows.Prefetch(Rows(failing).Concat(Failing()), 2)) taken++;
        }, Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("stop"));

        Assert.That(taken, Is.LessThanOrEqualTo(failing + 1));
        Assert.That(isLeft, Is.True);

        static IEnumerable<object?[]> Failing()
        {
            yield return [0, ""];
            throw new InvalidDataException("stop");
        }
    }

    [Test]
    public void Left_early_the_making_has_ended_before_the_caller_goes_on([Values(1, 500, 1_000, 5_000)] int wanted)
    {
        var made = 0;
        foreach (var row in PrefetchingRows.Prefetch(Rows(int.MaxValue, () => made++), 2))
            if ((int)row[0]! == wanted) break;

        var then = made;
        Thread.Sleep(50);
        Assert.That(made, Is.EqualTo(then).And.LessThan(wanted + 3_000));
        Assert.That(isLeft, Is.True);
    }

    // One array for all, as a return's records have it.
    private IEnumerable<object?[]> Rows(int count, Action? each = null)
    {
        isLeft = false;
        var row = new object?[2];
        try
        {
            for (var number = 0; number < count; number++)
            {
                each?.Invoke();
                (row[0], row[1]) = (number, $"{number}");
                yield return row;
            }
        }
        finally
        {
            isLeft = true;
        }
    }
}
