using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

[TestFixture]
public sealed class ReleaseCheckTests
{
    [Test]
    public void A_table_that_tells_nothing_stays_as_it_is()
    {
        var table = new CountTable();
        AddBreakdown(table, "by locality, May", 3, 7, 12);
        var result = ReleaseCheck.Run(table);

        Assert.That((result.Moves.Count, result.Withheld.Count, result.DeterminedBefore), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public void Where_every_part_would_be_known_the_total_is_shown_a_group_lower()
    {
        var table = new CountTable();
        var places = AddBreakdown(table, "by team, May", 4, 4, 4, 4, 4);
        var result = ReleaseCheck.Run(table);

        Assert.That(result.Moves, Is.EqualTo(new[] { new MovedNumber(places[0], 15, 19, 19) }));
        Assert.That((result.DeterminedBefore, result.Withheld.Count), Is.EqualTo((5, 0)));
    }

    [Test]
    public void What_is_known_without_the_release_leaves_nothing_out()
    {
        // 24 of a group of 24 are known from elsewhere to have it. That none is left is known whatever is shown.
        var table = new CountTable();
        var denominator = table.AddShown(Number("denominator", 24));
        table.AddEquality(denominator, table.AddKnown(24));
        var numerator = table.AddShown(Number("numerator", 24));
        table.AddEquality(numerator, table.AddKnown(24));
        table.AddAmong(numerator, denominator);
        var result = ReleaseCheck.Run(table);

        Assert.That((result.Moves.Count, result.Withheld.Count, result.DeterminedBefore, result.IsSafe), Is.EqualTo((0, 0, 1, true)));
    }

    [Test]
    public void Where_no_move_helps_the_breakdown_is_left_out()
    {
        // The total is known to be 16 from elsewhere, and there is no number of five or more to move.
        var table = new CountTable();
        var parts = Enumerable.Range(0, 4).Select(_ => table.AddShown(Number("by team, May", 4))).ToList();
        table.AddSum(table.AddKnown(16), parts);
        var other = AddBreakdown(table, "by locality, May", 8, 8);
        table.AddEquality(other[0], table.AddKnown(16));
        var result = ReleaseCheck.Run(table);

        Assert.That(result.Withheld, Is.EqualTo(new[] { "by team, May" }));
        Assert.That((result.Moves.Count, result.IsSafe), Is.EqualTo((0, true)));
    }

    [Test]
    public void A_count_known_from_elsewhere_moves_what_stands_beside_it()
    {
        // The year is known to be 20 and its four quarters are four at most and eight: 4 + 4 + 4 + 8 at most.
        var table = new CountTable();
        var year = table.AddKnown(21);
        var quarters = new long[] { 4, 4, 4, 9 }.Select(count => table.AddShown(Number("quarters", count))).ToList();
        table.AddSum(year, quarters);
        var result = ReleaseCheck.Run(table);

        Assert.That(result.DeterminedBefore, Is.EqualTo(3));
        Assert.That(result.Moves, Is.EqualTo(new[] { new MovedNumber(quarters[3], 10, 14, 10) }));
    }

    [Test]
    public void A_number_held_tells_of_a_difference_only_that_it_is_under_five()
    {
        var table = new CountTable();
        var first = table.AddShown(Number("May", 7) with { IsNew = false });
        table.AddShown(Number("May", 7) with { Value = 11 }, first);
        var bounds = table.System.Propagate();

        Assert.That(bounds[first], Is.EqualTo((5L, 9L)));
        Assert.That(bounds[first + 1], Is.EqualTo((1L, 13L)));
        Assert.That(bounds[first + 2], Is.EqualTo((-4L, 4L)));
    }

    [Test]
    public void A_number_renewed_tells_that_it_differs_by_five()
    {
        var table = new CountTable();
        var first = table.AddShown(Number("May", 7) with { IsNew = false });
        table.AddShown(Number("May", 13), first);
        var bounds = table.System.Propagate();

        Assert.That(bounds[first + 1], Is.EqualTo((10L, 14L)));
        Assert.That(bounds[first + 2], Is.EqualTo((5L, 9L)));
    }

    [Test]
    public void A_number_held_twice_is_held_from_when_it_was_renewed()
    {
        var table = new CountTable();
        var first = table.AddShown(Number("May", 7) with { IsNew = false });
        var second = table.AddShown(Number("May", 7) with { IsNew = false }, first);
        var third = table.AddShown(Number("May", 7), second);
        var bounds = table.System.Propagate();

        Assert.That(bounds[third].AtMost, Is.EqualTo(13), "not four more than the second");
        Assert.That(() => table.AddShown(Number("May", 7), third), Throws.ArgumentException);
    }

    [Test]
    public void A_nought_that_was_told_and_is_none_any_more_is_one_to_four()
    {
        var table = new CountTable();
        var nought = new ShownNumber { Table = "May", AtLeast = 0, AtMost = 0, Value = 0, IsNew = false, IsNoughtTold = true };
        var first = table.AddShown(nought);
        table.AddShown(Number("May", 2), first);

        Assert.That(table.System.Propagate()[first + 1], Is.EqualTo((1L, 4L)));
        Assert.That(ReleaseCheck.Run(table).DeterminedBefore, Is.Zero);
    }

    [Test]
    public void Where_a_nought_is_told_fewer_than_five_is_not_nought()
    {
        // One to four of the whole, all of it in one of two places that have four at most: nothing is determined.
        var table = new CountTable();
        var whole = table.AddShown(Number("May", 1) with { IsNoughtTold = true });
        var places = new long[] { 1, 0 }.Select(count => table.AddShown(Number("by locality, May", count))).ToList();
        table.AddSum(whole, places);

        Assert.That(table.System.Propagate()[whole], Is.EqualTo((1L, 4L)));
        Assert.That(ReleaseCheck.Run(table).DeterminedBefore, Is.Zero);
    }

    [TestCase(4, 15, Description = "nothing has changed: the total is held as 19, which differs by one")]
    [TestCase(9, 25, Description = "five more: the total is renewed")]
    public void A_number_that_was_moved_is_held_from_where_it_was_moved_to(long first, long totalShown)
    {
        var table = new CountTable();
        var moved = Number("by team, May", 19) with { Value = 20, IsNew = false };
        var before = new long[] { 4, 4, 4, 4, 4 }.Select(count => Number("by team, May", count) with { IsNew = false }).Prepend(moved)
            .Select(number => table.AddShown(number)).ToList();
        table.AddSum(before[0], before.Skip(1));
        long[] counts = [16 + first, first, 4, 4, 4, 4];
        var now = counts.Select((count, i) => table.AddShown(
            Number("by team, May", i == 0 ? totalShown : count) with { Value = count }, before[i])).ToList();
        table.AddSum(now[0], now.Skip(1));
        var result = ReleaseCheck.Run(table);

        Assert.That((result.IsSafe, result.DeterminedBefore, result.Moves.Count, result.Withheld.Count), Is.EqualTo((true, 0, 0, 0)));
    }

    [Test]
    public void The_same_table_gives_the_same_again()
    {
        var runs = Enumerable.Range(0, 2).Select(_ =>
        {
            var table = new CountTable();
            var places = AddBreakdown(table, "by team, May", 4, 4, 4, 4, 4);
            var others = AddBreakdown(table, "by team, June", 4, 9, 9, 9, 9);
            table.AddSum(table.AddShown(Number("quarter", 60)), [places[0], others[0]]);
            return ReleaseCheck.Run(table);
        }).ToList();

        Assert.That(runs[0].Moves, Is.Not.Empty.And.EqualTo(runs[1].Moves));
    }

    private static List<int> AddBreakdown(CountTable table, string name, params long[] counts)
    {
        var places = counts.Prepend(counts.Sum()).Select(count => table.AddShown(Number(name, count))).ToList();
        table.AddSum(places[0], places.Skip(1));
        return places;
    }

    private static ShownNumber Number(string table, long count)
    {
        var group = ShownGroups.Five(count);
        return new ShownNumber { Table = table, AtLeast = group.AtLeast, AtMost = group.AtMost, Value = count, IsNew = true };
    }
}
