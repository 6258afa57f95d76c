using System.Globalization;
using System.Text;

namespace SafeguardingMetrics.Indicators.Endpoints;

/// <summary>Writes text as a literal of the Power Query formula language, M.</summary>
/// <remarks>
/// Source: Microsoft, Power Query M language specification, "Lexical structure": text literals and character escape
/// sequences.
/// </remarks>
internal static class MText
{
    /// <summary>
    /// The literal, with its quotes. A quote is doubled; <c>#(</c>, which would begin an escape, is escaped; and so is
    /// every character that is not seen, or changes the order in which others are seen, so that what is pasted is what
    /// is read.
    /// </summary>
    public static string ToLiteral(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"') literal.Append("\"\"");
            else if (c == '#' && i + 1 < text.Length && text[i + 1] == '(') literal.Append("#(#)");
            else if (IsPrintable(c) || char.IsSurrogate(c)) literal.Append(c);
            else literal.Append(CultureInfo.InvariantCulture, $"#({(int)c:X4})");
        }

        return literal.Append('"').ToString();
    }

    private static bool IsPrintable(char c) =>
        char.GetUnicodeCategory(
            c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
