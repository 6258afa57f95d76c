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

    /// <summary>The dimension, or the first of two.</summary>
    public string Name => name;

    /// <summary>True where days are kept apart.</summary>
    public bool IsByDay => isByDay;

    /// <summary>The number of the member that a record with these members of every dimension is in; -1 where it is in none.</summary>
    public int NumberOf(ReadOnlySpan<string?> members)
    {
        if (first < 0) return 0;
        var one = firsts.Of(members[first]);
        if (second < 0 || one < 0) return one;
        var other = seconds.Of(members[second]);
        if (other < 0) return -1;
        ref var number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(pairs, (one, other), out var isKnown);
        if (isKnown) return number;
        numbered.Add((one, other));
        return number = numbered.Count - 1;
    }

    /// <summary>The number of a member by its name; -1 where two dimensions are crossed.</summary>
    public int NumberOfAlone(string member) => second >= 0 ? -1 : first < 0 ? 0 : firsts.Of(member);

    /// <summary>The names of a member: empty where there is none.</summary>
    public (string First, string Second) MemberOf(int number)
    {
        if (first < 0) return ("", "");
        return second < 0 ? (firsts.TextOf(number), "") : (firsts.TextOf(numbered[number].First), seconds.TextOf(numbered[number].Second));
    }
}
