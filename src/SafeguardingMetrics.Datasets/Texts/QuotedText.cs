using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Datasets.Texts;

/// <summary>
/// What a caller sent, in quotation marks, for a sentence that says what is wrong with it. It is short and printable, and
/// never an identifier: a text with a number of ten digits or more, however they are grouped, is not repeated.
/// </summary>
public static partial class QuotedText
{
    /// <summary>The most characters that are repeated; a longer text is cut.</summary>
    public const int Longest = 60;

    /// <summary>The text in quotation marks; null where it is not repeated.</summary>
    public static string? Create(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || LongNumber().IsMatch(text) || !text.All(IsPrintable)) return null;
        var shown = text.Length <= Longest ? text : $"{text[..(Longest - 1)]}…";
        return $"\"{shown.Replace('"', '\'')}\"";
    }

    // Marks that combine with other characters, change the direction of writing or break the line can make a sentence
    // look like another.
    private static bool IsPrintable(char c) => c == ' ' || char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.DashPunctuation
        or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.OtherPunctuation or UnicodeCategory.OpenPunctuation
        or UnicodeCategory.ClosePunctuation or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    // Ten digits in a row; or grouped as an NHS number is written, 943 476 5919.
    [GeneratedRegex(@"[0-9]{10}|[0-9](?:[ ]?[0-9]){9}|[0-9]{3}[-./ ][0-9]{3}[-./ ][0-9]{4}")]
    private static partial Regex LongNumber();
}
