using System.IO.Hashing;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// JSON members and CSV columns that the dataset does not have. Each name gives one finding for the whole return.
/// </summary>
/// <param name="findings">Receives the findings.</param>
/// <param name="names">The names of the dataset's fields.</param>
internal sealed class UnknownFields(FindingCollector findings, IReadOnlyList<string> names)
{
    // Names beyond these are ignored, so that a hostile body cannot fill the memory or, with a finding for each, the database.
    private const int Most = 50;
    private readonly HashSet<UInt128> reported = [];
    private readonly long seed = HashSeed.Create();
    private readonly List<string> shownNames = [];

    /// <summary>Adds an unknown name.</summary>
    /// <param name="name">The name, in UTF-8.</param>
    /// <param name="place">Its position in the record or header, counted from 1.</param>
    public void Add(ReadOnlySpan<byte> name, int place)
    {
        if (reported.Count >= Most) return;
        if (!reported.Add(XxHash128.HashToUInt128(name, seed))) return;
        var shown = NameOf(name, place);
        shownNames.Add(shown);
        var nearest = FieldName.FindNearest(shown, names);
        findings.Add(
            null, null, null, CommonRules.KnownField, shown, () => null, null,
            shown == "purge" ? "purge is read with mode=changes only, and a record with it is left out."
                : nearest is null ? null : $"{shown}: did you mean {nearest}?");
    }

    /// <summary>The unknown name that is nearest to a field's; null where none is near.</summary>
    public string? FindNearest(string field) => FieldName.FindNearest(field, shownNames);

    // A shifted header has children's details where names belong. Only text that looks like a field name is repeated;
    // anything else is named by its position.
    private static string NameOf(ReadOnlySpan<byte> name, int place)
    {
        if (name.Length is 0 or > 40 || !char.IsAsciiLetter((char)name[0])) return $"(field {place})";
        // A UPN begins with a letter, and an NHS number may follow one. No field name has five digits.
        var digits = 0;
        foreach (var b in name)
            if (char.IsAsciiDigit((char)b) && ++digits == 5) return $"(field {place})";
        foreach (var b in name)
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'-' or (byte)'.')) return $"(field {place})";
        return Encoding.ASCII.GetString(name);
    }
}
