using System.Collections.Frozen;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>What a word says that stands where a value should.</summary>
public enum MissingWordKind
{
    /// <summary>The text is no such word.</summary>
    None,

    /// <summary>
    /// There is nothing: what databases, spreadsheets and scripts write for no value, such as <c>NULL</c> or <c>#N/A</c>.
    /// </summary>
    Nothing,

    /// <summary>
    /// There is nothing, except in a free text, where it may be a name: <c>NA</c> is what R writes for no value, and a North Area;
    /// <c>Missing</c> is also a team for missing children.
    /// </summary>
    NothingUnlessName,

    /// <summary>Somebody wrote that it is not known, such as <c>Unknown</c> or <c>TBC</c>.</summary>
    NotKnown,

    /// <summary>Nobody holds the case or the post, such as <c>UNALLOCATED</c> or <c>VACANT</c>. Only an id of a worker reads it.</summary>
    NoWorker,
}

/// <summary>Words that stand for no value. They are compared without regard to capitals; <c>_</c> counts as a space.</summary>
public static class MissingWord
{
    /// <summary>The member of a breakdown for records of which the member is not known.</summary>
    public const string NotRecorded = "not-recorded";

    private const int Longest = 24;

    private static readonly FrozenDictionary<string, MissingWordKind> Words = new Dictionary<MissingWordKind, string[]>
    {
        [MissingWordKind.Nothing] =
        [
            "null", "(null)", "[null]", "<null>", "dbnull", "\\n", "nil", "none", "(none)", "nan", "nat", "<na>", "n/a", "n.a.",
            "n.a",
            "#n/a", "#n/a n/a", "#na", "#ref!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#spill!", "#calc!", "undefined",
            "-", "--", "---", "\u2013", "\u2014", ".", "..", "?", "??", "???", "(blank)", "[blank]", "(empty)",
            "not applicable", "not available", "not entered", "no data", "no value",
        ],
        [MissingWordKind.NothingUnlessName] = ["na", "blank", "empty", "missing", "void"],
        [MissingWordKind.NotKnown] =
        [
            "not known", "unknown", "(unknown)", "not yet known", "n/k", "nk", "unk", "dk", "tbc", "tba", "tbd", "to be confirmed",
            "not recorded", "(not recorded)", "unrecorded", "not stated", "unspecified", "not specified", "not provided", "not given",
        ],
        [MissingWordKind.NoWorker] =
        [
            "unallocated", "not allocated", "not yet allocated", "unassigned", "not assigned", "not yet assigned", "awaiting allocation",
            "pending allocation", "to be allocated", "tb allocated", "no worker", "no social worker", "no allocated worker", "nobody",
            "no one", "vacant", "vacancy", "vacant post",
        ],
    }.SelectMany(kind => kind.Value.Select(word => (word, kind.Key))).ToFrozenDictionary(pair => pair.word, pair => pair.Key);

    private static readonly FrozenDictionary<string, MissingWordKind>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All words of a kind, in small letters.</summary>
    public static IReadOnlyList<string> List(MissingWordKind kind) =>
        [.. Words.Where(word => word.Value == kind).Select(word => word.Key).Order(StringComparer.Ordinal)];

    /// <summary>What the text says. Of a text with a digit only <c>#DIV/0!</c> is such a word, so that ids cost one search.</summary>
    /// <param name="utf8">The value, without blanks around it.</param>
    public static MissingWordKind Find(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is 0 or > Longest || (utf8.ContainsAnyInRange((byte)'0', (byte)'9') && utf8[0] != '#')) return default;
        Span<char> folded = stackalloc char[Longest];
        var length = 0;
        if (System.Text.Unicode.Utf8.ToUtf16(utf8, folded, out _, out var written) != System.Buffers.OperationStatus.Done) return default;
        foreach (var c in folded[..written])
        {
            var small = c is '_' or '\u00A0' ? ' ' : char.ToLowerInvariant(c);
            if (small != ' ' || length == 0 || folded[length - 1] != ' ') folded[length++] = small;
        }

        if (Lookup.TryGetValue(folded[..length], out var kind)) return kind;
        // Words with hyphens between them, as codes are written: not-known.
        if (!folded[..length].Contains('-')) return default;
        folded[..length].Replace('-', ' ');
        return Lookup.TryGetValue(folded[..length], out kind) ? kind : default;
    }
}
