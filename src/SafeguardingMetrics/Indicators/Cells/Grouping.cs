using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Indicators.Cells;

/// <summary>What one set of cells tells records apart by: nothing, one of the dataset's dimensions, or two crossed.</summary>
/// <param name="name">The dimension, or the first of two; <c>all</c> for the total.</param>
/// <param name="first">The dimension's place among the dataset's; -1 for the total.</param>
/// <param name="second">The second dimension's place; -1 where there is none.</param>
/// <param name="isByDay">True where days are kept apart; otherwise the days of one week within a piece are one.</param>
internal sealed class Grouping(string name, int first, int second, bool isByDay)
{
    private readonly TextNumbers firsts = new();
    private readonly TextNumbers seconds = new();
    private readonly Dictionary<(int First, int Second), int> pairs = [];
    private readonly List<(int First, int Second)> numbered = [];
    private readonly Dictionary<long, int> places = [];
    private readonly List<(int StartsOn, int Member)> placed = [];

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
        var (startsOn, member) = placed[place];
        var (one, other) = first < 0 ? ("", "") : second < 0 ? (firsts.TextOf(member), "") : (firsts.TextOf(numbered[member].First), seconds.TextOf(numbered[member].Second));
        return (DateOnly.FromDayNumber(startsOn), one, other);
    }

    private int PlaceOf(DateOnly startsOn, int member)
    {
        if (member < 0) return -1;
        // Both numbers in one: a record asks for some places, and one number is quicker to hash than two.
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(places, ((long)startsOn.DayNumber << 32) | (uint)member, out var isKnown);
        if (isKnown) return place;
        placed.Add((startsOn.DayNumber, member));
        return place = placed.Count - 1;
    }

    private int NumberOf(ReadOnlySpan<string?> members)
    {
        if (first < 0) return 0;
        var one = firsts.Of(members[first]);
        if (second < 0 || one < 0) return one;
        var other = seconds.Of(members[second]);
        if (other < 0) return -1;
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(pairs, (one, other), out var isKnown);
        if (isKnown) return number;
        numbered.Add((one, other));
        return number = numbered.Count - 1;
    }
}
