using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Tests.Datasets.Declaring.Fields;

/// <summary>A set of fields is a set, whatever their number.</summary>
public sealed class FieldSetTests
{
    private static readonly int[] Places = [0, 1, 63, 64, 65, 127, 128, 200, 255];

    [Test]
    public void It_holds_what_was_added_in_order()
    {
        var set = default(FieldSet);
        Assert.That(set.IsEmpty, Is.True);
        foreach (var place in Places.Reverse()) set.Add(place);

        Assert.That(ToList(set), Is.EqualTo(Places));
        Assert.That(Enumerable.Range(0, FieldSet.Capacity).Where(place => set.Contains(place)), Is.EqualTo(Places));
        Assert.That(set.IsEmpty, Is.False);
    }

    [Test]
    public void Sets_are_joined_and_compared_as_random_sets_are([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        var (left, right) = (Draw(), Draw());
        var (one, other) = (ToSet(left), ToSet(right));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToList(one | other), Is.EqualTo(left.Union(right).Order()));
            Assert.That(ToList(one & other), Is.EqualTo(left.Intersect(right).Order()));
            Assert.That(ToList(one - other), Is.EqualTo(left.Except(right).Order()));
            Assert.That(one.Overlaps(other), Is.EqualTo(left.Intersect(right).Any()));
            Assert.That(one == other, Is.EqualTo(left.SetEquals(right)));
            Assert.That(one == ToSet(left), Is.True);
        }

        HashSet<int> Draw() => [.. Enumerable.Range(0, random.Next(8)).Select(_ => random.Next(FieldSet.Capacity))];
    }

    [Test]
    public void The_first_fields_are_those_and_no_others([Values(0, 1, 12, 64, 65, 256)] int count) =>
        Assert.That(ToList(FieldSet.CreateFirst(count)), Is.EqualTo(Enumerable.Range(0, count)));

    private static FieldSet ToSet(IEnumerable<int> places)
    {
        var set = default(FieldSet);
        foreach (var place in places) set.Add(place);
        return set;
    }

    private static List<int> ToList(FieldSet set)
    {
        var places = new List<int>();
        foreach (var place in set) places.Add(place);
        return places;
    }
}
