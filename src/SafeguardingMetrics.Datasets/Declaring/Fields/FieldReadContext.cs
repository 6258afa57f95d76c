using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>What the fields of one return share while it is read. One return, one thread.</summary>
/// <param name="texts">Texts met before, so that ten thousand records of one team hold one string.</param>
/// <param name="hash">Turns an NHS number or UPN into the keyed hash that is kept in its place.</param>
public sealed class FieldReadContext(StringPool texts, IdentifierHasher hash, int mostMembers = MemberSpellings.MostMembers)
{
    private readonly List<(Field Field, MemberSpellings Spellings)> spellings = [];

    /// <summary>Texts met before.</summary>
    public StringPool Texts => texts;

    /// <summary>Turns an NHS number or UPN into the keyed hash.</summary>
    public IdentifierHasher Hash => hash;

    /// <summary>
    /// Counts the ids of an agency that has declared that its own have the form of NHS numbers or UPNs; null of every other, whose ids are
    /// refused where they pass for one.
    /// </summary>
    public OwnIdentifiers? OwnIdentifiers { get; set; }

    /// <summary>
    /// What there is to say of the value that was read last, where it was not read as it is expected. The caller takes it away.
    /// </summary>
    public ValueNote? Note { get; set; }

    /// <summary>The number of the record that is being read, counted from 1.</summary>
    public int Record { get; set; }

    /// <summary>How the members of a field of free text were spelt so far.</summary>
    public MemberSpellings GetSpellings(Field field)
    {
        foreach (var known in spellings)
            if (ReferenceEquals(known.Field, field)) return known.Spellings;
        var added = new MemberSpellings(mostMembers);
        spellings.Add((field, added));
        return added;
    }

    /// <summary>The fields that have more members than count by their names.</summary>
    public IEnumerable<(Field Field, MemberSpellings Spellings)> ListCrowded() => spellings.Where(known => known.Spellings.OfOthers > 0);

    /// <summary>The fields of which at least one member was spelt in two ways.</summary>
    public IEnumerable<(Field Field, MemberSpellings Spellings)> ListRespelt() => spellings.Where(known => known.Spellings.Respelt > 0);
}
