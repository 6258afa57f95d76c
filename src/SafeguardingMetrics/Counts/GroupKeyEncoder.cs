namespace SafeguardingMetrics.Counts;

/// <summary>
/// What one set of cells tells records apart by: nothing, one of the dataset's dimensions, or two crossed.
/// </summary>
/// <param name="name">The dimension, or the first of two; <c>all</c> for the total.</param>
/// <param name="first">The dimension's place among the dataset's; -1 for the total.</param>
/// <param name="second">The second dimension's place; -1 where there is none.</param>
/// <param name="isByDay">True where days are kept apart; otherwise the days of one week within a piece are one.</param>
internal sealed class GroupKeyEncoder(string name, int first, int second, bool isByDay)
{
    private readonly StringInterner firsts = new();
    private readonly StringInterner seconds = new();
    private readonly PairInterner crossed = new();
    private readonly PairInterner places = new();

    /// <summary>The dimension, or the first of two.</summary>
    public string Name => name;

    /// <summary>True where days are kept apart.</summary>
    public bool IsByDay => isByDay;

    /// <summary>
    /// The place of a record with these members of every dimension, on a day or in a week; -1 where it has no member
    /// here.
    /// </summary>
    public int Encode(DateOnly startsOn, ReadOnlySpan<string?> members) => Encode(startsOn, EncodeMembers(members));

    /// <summary>The place of a member by its name; -1 where two dimensions are crossed.</summary>
    public int EncodeMember(DateOnly startsOn, string member) =>
        Encode(startsOn, second >= 0 ? -1 : first < 0 ? 0 : firsts.GetOrAdd(member));

    /// <summary>
    /// What stands at a place: the day or the week's first, and the members' names, empty where there is none.
    /// </summary>
    public (DateOnly StartsOn, string First, string Second) Decode(int place)
    {
        var (startsOn, member) = places.GetPair(place);
        var day = DateOnly.FromDayNumber(startsOn);
        if (first < 0) return (day, "", "");
        if (second < 0) return (day, firsts.GetString(member), "");
        var (one, other) = crossed.GetPair(member);
        return (day, firsts.GetString(one), seconds.GetString(other));
    }

    private int Encode(DateOnly startsOn, int member) => member < 0 ? -1 : places.GetOrAdd(startsOn.DayNumber, member);

    private int EncodeMembers(ReadOnlySpan<string?> members)
    {
        if (first < 0) return 0;
        var one = firsts.GetOrAdd(members[first]);
        if (second < 0 || one < 0) return one;
        var other = seconds.GetOrAdd(members[second]);
        return other < 0 ? -1 : crossed.GetOrAdd(one, other);
    }
}
