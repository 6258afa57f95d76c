using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>Reads true and false in every form that cannot be misread.</summary>
internal static class TruthText
{
    /// <summary>True or false; null where the value is neither.</summary>
    public static bool? Find(in FieldValue value)
    {
        if (value.Kind is FieldValueKind.True) return true;
        if (value.Kind is FieldValueKind.False) return false;
        if (value.Kind is not (FieldValueKind.Cell or FieldValueKind.Text or FieldValueKind.Number)) return null;
        // Nearly every value is written so, and needs no search.
        if (value.Utf8.SequenceEqual("true"u8)) return true;
        if (value.Utf8.SequenceEqual("false"u8)) return false;
        if (MatchesAny(value.Utf8, "true", "1", "yes", "y", "t")) return true;
        if (MatchesAny(value.Utf8, "false", "0", "no", "n", "f")) return false;
        // -1 is what Access writes for true; 1.0 is what a column with gaps becomes in pandas.
        if (!NumberText.TryRead(value.Utf8, out var number)) return null;
        return number is 0 ? false : number is 1 or -1 ? true : null;
    }

    private static bool MatchesAny(ReadOnlySpan<byte> utf8, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (Ascii.EqualsIgnoreCase(utf8, word)) return true;
        return false;
    }
}
