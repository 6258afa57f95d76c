using System.IO.Hashing;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>Members and columns that are no field of the dataset: each is told once for the whole return.</summary>
/// <param name="findings">Where findings go.</param>
internal sealed class UnknownFields(FindingCollector findings)
{
    private const int Most = 1000;
    private readonly HashSet<UInt128> told = [];

    /// <summary>Takes one.</summary>
    /// <param name="name">Its name, in UTF-8.</param>
    /// <param name="place">Its place in the record or header, counted from 1.</param>
    public void Add(ReadOnlySpan<byte> name, int place)
    {
        if (told.Count >= Most) return;
        if (!told.Add(XxHash128.HashToUInt128(name))) return;
        findings.Add(null, null, null, CommonRules.KnownField, NameOf(name, place), () => null, null);
    }

    // A slipped header has children's details where names belong: only what looks like a field's name is repeated, others by their place.
    private static string NameOf(ReadOnlySpan<byte> name, int place)
    {
        if (name.Length is 0 or > 40 || !char.IsAsciiLetter((char)name[0])) return $"(field {place})";
        // A UPN begins with a letter too, and an NHS number may stand behind one; no field's name has so many digits.
        var digits = 0;
        foreach (var b in name)
            if (char.IsAsciiDigit((char)b) && ++digits == 5) return $"(field {place})";
        foreach (var b in name)
            if (!char.IsAsciiLetterOrDigit((char)b) && b is not ((byte)'_' or (byte)'-' or (byte)'.')) return $"(field {place})";
        return Encoding.ASCII.GetString(name);
    }
}
