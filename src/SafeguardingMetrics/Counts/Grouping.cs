namespace SafeguardingMetrics.Counts;

/// <summary>What one set of cells tells records apart by: nothing, one of the dataset's dimensions, or two crossed.</summary>
/// <param name="name">The dimension, or the first of two; <c>all</c> for the total.</param>
/// <param name="first">The dimension's place among the dataset's; -1 for the total.</param>
/// <param name="second">The second dimension's place; -1 where there is none.</param>
/// <param name="isByDay">True where days are kept apart; otherwise the days of one week within a piece are one.</param>
internal sealed class Grouping(string name, int first, int second, bool isByDay)
{
    private readonly TextNumbers firsts = new();
    private readonly TextNumbers seconds = new();
    private readonly PairNumbers crossed = new();
    private readonly PairNumbers places = new();

    /// <summary>The dimension, or the first of two.</summary>
    public string Name => name;

    /// <summary>True where days are kept apart.</summary>
    public bool IsByDay => isByDay;

    /// <summary>The place of a record with these members of every dimension, on a day or in a week; -1 where it has no member here.</summary>
    public int PlaceOf(DateOnly startsOn, ReadOnlySpan<string?> members) => PlaceOf(startsOn, NumberOf(members));

    /// <summary>The place of a member by its name; -1 where two dimensions are crossed.</summary>
    public int PlaceOfAlone(DateOnly startsOn, string member) => PlaceOf(startsOn, second >= 0 ? -1 : first < 0 ? 0 : firsts.Of(member));

    /// <summary>What stands at a place: the day or the week's first, and the members' names, empty where there is none.</summary>
    public (DateOnly StartsOn, string First, string Second) At(int place)
    {
        var (startsOn, member) = places.At(place);
        var day = DateOnly.FromDayNumber(startsOn);
        if (first < 0) return (day, "", "");
        if (second < 0) return (day, firsts.TextOf(member), "");
        var (one, other) = crossed.At(member);
        return (day, firsts.TextOf(one), seconds.TextOf(other));
    }

    private int PlaceOf(DateOnly startsOn, int member) => member < 0 ? -1 : places.Of(startsOn.DayNumber, member);

    private int NumberOf(ReadOnlySpan<string?> members)
    {
        if (first < 0) return 0;
        var one = firsts.Of(members[first]);
        if (second < 0 || one < 0) return one;
        var other = seconds.Of(members[second]);
        return other < 0 ? -1 : crossed.Of(one, other);
    }
}
