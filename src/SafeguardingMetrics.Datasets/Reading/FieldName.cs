using System.Text;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Compares the name of a field as it was sent with its own: capitals, spaces, <c>_</c> and <c>-</c> aside they are one name, so that
/// <c>Visit ID</c>, <c>visit_id</c> and <c>VisitId</c> are <c>visitId</c>.
/// </summary>
public static class FieldName
{
    /// <summary>True where both are one name.</summary>
    /// <param name="sent">The name as it was sent, in UTF-8.</param>
    /// <param name="name">The field's own name, in ASCII letters and digits.</param>
    public static bool Matches(ReadOnlySpan<byte> sent, ReadOnlySpan<byte> name)
    {
        var at = 0;
        foreach (var b in sent)
        {
            if (b is (byte)' ' or (byte)'_' or (byte)'-' or (byte)'\t') continue;
            if (at == name.Length || !Ascii.EqualsIgnoreCase(new ReadOnlySpan<byte>(in b), name.Slice(at, 1))) return false;
            at++;
        }

        return at == name.Length;
    }

    /// <summary>The field's name that is nearest to a name: at most a third of its letters differ. Null where there is none.</summary>
    public static string? FindNearest(string sent, IEnumerable<string> names)
    {
        if (sent.Length is 0 or > 60) return null;
        var plain = Plain(sent);
        var (name, distance) = names.Select(name => (Name: name, Distance: NearestName.GetDistance(plain, name.ToUpperInvariant())))
            .DefaultIfEmpty().MinBy(name => name.Distance);
        return name is not null && distance * 3 <= name.Length ? name : null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
