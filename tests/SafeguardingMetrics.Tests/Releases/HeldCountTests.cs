using SafeguardingMetrics.Releases.Protection;

namespace SafeguardingMetrics.Tests.Releases;

public sealed class HeldCountTests
{
    [TestCase(0, 0, 4)]
    [TestCase(4, 0, 4)]
    [TestCase(5, 5, 9)]
    [TestCase(14, 10, 14)]
    [TestCase(400, 400, 404)]
    public void A_count_is_told_as_its_group_of_five(int count, int atLeast, int atMost) =>
        Assert.That(ShownCount.GroupOf(count), Is.EqualTo(new ShownCount(atLeast, atMost)));

    [Test]
    public void A_group_is_told_by_its_middle_and_one_that_may_be_none_by_no_number() =>
        Assert.That(
            new[] { ShownCount.GroupOf(17).Number, ShownCount.GroupOf(3).Number, ShownCount.GroupOf(0).Number, ShownCount.Nought.Number },
            Is.EqualTo(new decimal?[] { 17, null, null, 0 }));

    [Test]
    public void What_is_told_moves_only_where_the_count_moved_by_five_since_it_was_renewed()
    {
        int[] counts = [19, 20, 23, 24, 20, 19, 28, 29];
        var held = (HeldCount?)null;
        var told = new List<decimal>();
        foreach (var count in counts)
        {
            held = HeldCount.Create(count, held);
            told.Add(held.Value.Shown.AtLeast);
        }

        Assert.That(told, Is.EqualTo(new[] { 15, 15, 15, 20, 20, 15, 25, 25 }));
    }

    [Test]
    public void None_is_told_where_it_may_be_and_ceases_with_the_first()
    {
        var none = HeldCount.Create(0, null, tellsNought: true);
        var first = HeldCount.Create(1, none, tellsNought: true);
        var again = HeldCount.Create(0, first, tellsNought: true);

        Assert.That(
            new[] { none.Shown, first.Shown, again.Shown, HeldCount.Create(0, null).Shown },
            Is.EqualTo(new[] { ShownCount.Nought, new(0, 4), new(0, 4), new(0, 4) }));
    }

    [Test]
    public void The_rest_of_a_sum_is_the_difference_of_what_is_told_and_never_told_as_none()
    {
        Assert.That(ShownCount.GroupOf(400).Subtract(ShownCount.GroupOf(17)), Is.EqualTo(new ShownCount(381, 389)));
        Assert.That(ShownCount.GroupOf(17).Subtract(ShownCount.GroupOf(18)), Is.EqualTo(new ShownCount(0, 4)));
    }
}
