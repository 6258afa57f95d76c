using System.Runtime.CompilerServices;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// The spellings of a breakdown's members, such as localities and teams. Spellings that differ only in capitals, spaces, accents or a
/// doubled encoding are one member, and the first that is known counts.
/// </summary>
public sealed class MemberSpellings
{
    // A field of free text that never repeats must not fill the memory: beyond so many spellings each stays as it is.
    private const int Most = 10_000;
    private const int Recent = 256;
    private readonly Dictionary<string, string> members = [];
    private readonly Dictionary<string, string> firstByFold = [];
    // Texts spelt like their member, by the object: those of a field come again and again, in any order.
    private readonly (string Text, string Member)[] recent = new (string, string)[Recent];

    /// <summary>How many values were spelt in another way than their member.</summary>
    public int Respelt { get; private set; }

    /// <summary>The record with the first such value, counted from 1; 0 where there is none.</summary>
    public int FirstRecord { get; private set; }

    /// <summary>Gives a spelling that is known from earlier returns.</summary>
    public void AddKnown(string member)
    {
        if (firstByFold.TryAdd(ValueText.Fold(member), member)) members.TryAdd(member, member);
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
            if (members.Count >= Most) return text;
            var fold = ValueText.Fold(text);
            if (!firstByFold.TryGetValue(fold, out member)) firstByFold[fold] = member = text;
            members[text] = member;
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
}
