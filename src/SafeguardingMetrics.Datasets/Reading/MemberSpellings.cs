using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// The members of a breakdown that free text names, such as localities and teams, in one return. Spellings that differ only in capitals,
/// spaces, accents or a doubled encoding are one member, and the first that is known counts. The first members of the return count by
/// their names, so many as a return may have; every value of a further one is read as <see cref="Others"/>.
/// </summary>
/// <remarks>
/// What is read is what is stored, so that whoever counts the records again finds the same members, in whatever order and for whatever
/// days.
/// </remarks>
/// <param name="most">How many members count by their names.</param>
public sealed class MemberSpellings(int most = MemberSpellings.MostMembers)
{
    /// <summary>How many members of a dimension a return has by their names, unless another number is set.</summary>
    public const int MostMembers = 500;

    /// <summary>The member of all records of further members. No value that is sent may be this text.</summary>
    public const string Others = "other-members";

    // So many spellings are looked up by themselves; beyond, each is folded first.
    private const int MostTexts = 10_000;
    private const int Recent = 256;
    private static readonly string OthersFolded = ValueText.Fold(Others);
    private readonly Dictionary<string, string> members = [];
    private readonly Dictionary<string, string> firstByFold = [];
    private readonly HashSet<string> named = [];
    // Texts spelt like their member, by the object: those of a field come again and again, in any order.
    private readonly (string Text, string Member)[] recent = new (string, string)[Recent];

    /// <summary>How many values were spelt in another way than their member.</summary>
    public int Respelt { get; private set; }

    /// <summary>The record with the first such value, counted from 1; 0 where there is none.</summary>
    public int FirstRecord { get; private set; }

    /// <summary>How many members count by their names.</summary>
    public int Most => most;

    /// <summary>How many values were of further members.</summary>
    public int OfOthers { get; private set; }

    /// <summary>The record with the first of them, counted from 1; 0 where there is none.</summary>
    public int FirstOfOthers { get; private set; }

    /// <summary>True for a text that reads like <see cref="Others"/>, which only the service itself may write.</summary>
    public static bool IsReserved(string text) => text.Length <= 2 * Others.Length && ValueText.Fold(text) == OthersFolded;

    /// <summary>Gives a spelling that is known from earlier returns.</summary>
    public void AddKnown(string member)
    {
        if (member != Others) firstByFold.TryAdd(ValueText.Fold(member), member);
    }

    /// <summary>The member that a value names.</summary>
    /// <param name="text">The value. The same object for the same text is found without a search.</param>
    /// <param name="record">The number of the record, counted from 1.</param>
    public string GetMember(string text, int record)
    {
        ref var place = ref recent[RuntimeHelpers.GetHashCode(text) % Recent];
        if (ReferenceEquals(text, place.Text)) return place.Member;
        if (!members.TryGetValue(text, out var member))
        {
            member = Find(text);
            if (members.Count < MostTexts) members[text] = member;
        }

        if (ReferenceEquals(member, Others))
        {
            OfOthers++;
            if (FirstOfOthers == 0) FirstOfOthers = record;
            return member;
        }

        if (member == text)
        {
            place = (text, member);
            return member;
        }

        Respelt++;
        if (FirstRecord == 0) FirstRecord = record;
        return member;
    }

    private string Find(string text)
    {
        var fold = ValueText.Fold(text);
        var member = firstByFold.GetValueOrDefault(fold, text);
        if (named.Contains(member)) return member;
        if (named.Count >= most) return Others;
        named.Add(member);
        firstByFold.TryAdd(fold, member);
        return member;
    }
}
