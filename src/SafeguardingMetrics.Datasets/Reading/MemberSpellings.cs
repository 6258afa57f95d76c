namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// The spellings of a breakdown's members, such as localities and teams. Spellings that differ only in capitals, spaces, accents or a
/// doubled encoding are one member, and the first that is known counts.
/// </summary>
public sealed class MemberSpellings
{
    // A field of free text that never repeats must not fill the memory: beyond so many spellings each stays as it is.
    private const int Most = 10_000;
    private readonly Dictionary<string, string> members = [];
    private readonly Dictionary<string, string> firstByFold = [];
    private string? last;
    private string? lastMember;

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
        if (ReferenceEquals(text, last) && ReferenceEquals(lastMember, text)) return text;
        if (!members.TryGetValue(text, out var member))
        {
            if (members.Count >= Most) return text;
            var fold = ValueText.Fold(text);
            if (!firstByFold.TryGetValue(fold, out member)) firstByFold[fold] = member = text;
            members[text] = member;
        }

        (last, lastMember) = (text, member);
        if (ReferenceEquals(member, text) || member == text) return member;
        Respelt++;
        if (FirstRecord == 0) FirstRecord = record;
        return member;
    }
}
