namespace SafeguardingMetrics.Releases.Checking;

/// <summary>
/// All that a release shows and the earlier releases of the same months have shown, with how the counts add up, as a
/// reader knows it. Counts are named by their place, in the order in which they were added; what the check does follows from that
/// order and from what is shown.
/// </summary>
/// <remarks>
/// Each count of each release is an unknown of its own. A number that a later release shows in the same group as before
/// was not renewed: the count differs by four at most from when it was last renewed. Where the group is another, it was
/// renewed: the count lies in the group and differs by five or more, in the direction in which the group has moved.
/// </remarks>
public sealed class CountTable
{
    private readonly List<long> values = [];
    private readonly List<AskedCount> asked = [];
    private readonly Dictionary<int, TableNumber> numbers = [];

    /// <summary>The unknowns and equations, with the bounds that follow from what is shown.</summary>
    public CountSystem System { get; } = new();

    /// <summary>What must not be worked out.</summary>
    public IReadOnlyList<AskedCount> Asked => asked;

    /// <summary>The true values, from which a solution is looked for.</summary>
    internal IReadOnlyList<long> Values => values;

    /// <summary>Adds a count that is shown.</summary>
    /// <param name="number">The number.</param>
    /// <param name="previous">The same count in the release before, where there was one.</param>
    /// <returns>Its place.</returns>
    /// <exception cref="ArgumentException">The release before is one that is being made, or its count is no number.</exception>
    public int AddShown(ShownNumber number, int? previous = null) =>
        Add(number, new CountGroup(number.AtLeast, number.AtMost), previous);

    /// <summary>
    /// Adds a count that a release would have shown and left out with its table. A later release holds the number as it was
    /// shown before that.
    /// </summary>
    /// <param name="number">The number as it would have been shown.</param>
    /// <param name="previous">The same count in the release before, where there was one.</param>
    /// <returns>Its place.</returns>
    /// <exception cref="ArgumentException">The release before is one that is being made, or its count is no number.</exception>
    public int AddLeftOut(ShownNumber number, int? previous = null) => Add(number, null, previous);

    /// <summary>Adds a count of children that is not shown and that nobody may work out where it is small.</summary>
    /// <returns>Its place.</returns>
    public int AddUnshown(long value) => AddUnknown(value, AskedKind.Count);

    /// <summary>Adds a count that is known exactly from elsewhere, as the Department for Education publishes it.</summary>
    /// <returns>Its place.</returns>
    public int AddKnown(long value)
    {
        values.Add(value);
        return System.Add(value, value);
    }

    /// <summary>Says that a whole is the sum of its parts.</summary>
    /// <exception cref="ArgumentException">A part comes twice.</exception>
    public void AddSum(int whole, IEnumerable<int> parts) => System.AddSum(whole, parts);

    /// <summary>Says that two places are the same count.</summary>
    public void AddEquality(int one, int other) => System.AddSum(one, [other]);

    /// <summary>
    /// Says that one count is among another's, as a numerator is among its denominator. Nobody may work out how many are
    /// left where these are few, or that none are.
    /// </summary>
    /// <returns>The place of those that are left.</returns>
    public int AddAmong(int part, int whole)
    {
        var rest = AddUnshown(Math.Max(0, values[whole] - values[part]));
        System.AddSum(whole, [part, rest]);
        return rest;
    }

    /// <summary>Adds how much two counts differ, which nobody may work out where it is one to four.</summary>
    /// <returns>The place of the difference: negative where the second is the greater.</returns>
    public int AddDifference(int from, int taken)
    {
        var difference = System.AddDifference(from, taken, -CountSystem.Most, CountSystem.Most);
        values.Add(values[from] - values[taken]);
        asked.Add(new AskedCount(difference, AskedKind.Difference));
        return difference;
    }

    /// <summary>The numbers that are shown, in order.</summary>
    internal IEnumerable<TableNumber> ListNumbers() => numbers.Values;

    /// <summary>The number at a place, where that is one.</summary>
    internal TableNumber? FindNumber(int count) => numbers.GetValueOrDefault(count);

    /// <summary>Shows a number as another group, or not at all.</summary>
    internal void Show(int count, CountGroup? group)
    {
        var number = numbers[count];
        number.Group = group;
        var (bounds, change) = number.Bounds();
        System.SetBounds(count, bounds.AtLeast, bounds.AtMost);
        if (number.ChangeSinceRenewal is { } difference) System.SetBounds(difference, change.AtLeast, change.AtMost);
    }

    private int Add(ShownNumber number, CountGroup? group, int? previous)
    {
        var before = previous is { } place ? FindNumber(place) : null;
        if (previous is not null && before is not { IsNew: false })
            throw new ArgumentException("A number follows one of an earlier release.", nameof(previous));

        var count = AddUnknown(number.Value, number.IsNoughtTold ? AskedKind.CountWithNoughtTold : AskedKind.Count);
        int? change = null;
        for (var earlier = before; earlier is not null; earlier = earlier.Previous)
        {
            var difference = AddDifference(count, earlier.Count);
            if (before!.LastRenewed == earlier) change = difference;
        }

        numbers.Add(count, new TableNumber(count, number.Table, number.Value, number.IsNew, before)
        {
            IsNoughtTold = number.IsNoughtTold,
            ChangeSinceRenewal = change,
        });
        Show(count, group);
        return count;
    }

    private int AddUnknown(long value, AskedKind kind)
    {
        values.Add(value);
        var unknown = System.Add(0, CountSystem.Most);
        asked.Add(new AskedCount(unknown, kind));
        return unknown;
    }
}
