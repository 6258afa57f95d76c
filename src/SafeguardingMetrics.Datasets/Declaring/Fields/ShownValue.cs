using System.Globalization;
using System.Text;
using SafeguardingMetrics.Datasets.Reading;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Decides what a finding may show of a value that was not taken, and says of anything else what it looks like. A slipped column puts
/// a child's name where a code belongs, so that only what cannot be one is shown:
/// <list type="bullet">
/// <item>a code of the field, its label, and what is at most two letters from a code or begins one;</item>
/// <item>words and days that stand for nothing;</item>
/// <item>in a field of dates, what reads as a day or an instant of 1900 to 2100, there or not, and a spreadsheet's number of a day: never
/// in a date of birth;</item>
/// <item>a number within ten times the field's range, or in scientific notation.</item>
/// </list>
/// This is the only place that decides it.
/// </summary>
public static class ShownValue
{
    private const int Longest = 60;
    private const int LargestOfNoRange = 100_000;
    private const int FewestOfBeginning = 2;
    private const int MostLetters = 2;

    private static readonly (char Sign, string Name)[] Signs =
    [
        ('-', "a hyphen"), ('/', "a slash"), (' ', "a space"), ('.', "a point"), (',', "a comma"), ('@', "an @"), (':', "a colon"),
    ];

    /// <summary>The value as it may be shown; null where it must not be.</summary>
    public static string? Find(Field field, ReadOnlySpan<byte> utf8)
    {
        utf8 = ValueText.Trim(utf8);
        if (utf8.Length is 0 or > Longest || field.IsHashed || !Ascii.IsValid(utf8)) return null;
        // A text with a control character is damaged, and would damage what shows it.
        if (utf8.ContainsAnyInRange((byte)0, (byte)0x1F) || utf8.Contains((byte)0x7F)) return null;
        if (MissingWord.Find(utf8) != MissingWordKind.None || NumberText.IsScientific(utf8)) return Encoding.ASCII.GetString(utf8);
        if (RawIdentifier.LooksLikeIdentifier(utf8)) return null;
        var text = Encoding.ASCII.GetString(utf8);
        return MayBeShown(field, utf8, text) ? text : null;
    }

    /// <summary>The code that was nearly written: at most two letters away, or begun. Null where there is none.</summary>
    public static string? FindNearestCode(Field field, string text)
    {
        if (field.Codes is not { } codes || text.Length > Longest) return null;
        var nearest = codes
            .Select(code => (code.Value, Distance: Math.Min(GetDistance(text, code.Value), GetDistance(text, code.Meaning))))
            // Short codes are all two letters from one another: M is no slip for U.
            .Where(code => code.Distance <= Math.Min(MostLetters, code.Value.Length / 3))
            .OrderBy(code => code.Distance).FirstOrDefault().Value;
        if (nearest is not null || text.Length < FewestOfBeginning) return nearest;
        var begun = codes.Where(code => code.Value.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            || code.Meaning.StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return begun is [var only] ? only.Value : null;
    }

    /// <summary>What a value looks like, without a letter or digit of it: "11 digits", "text of 18 characters with a hyphen".</summary>
    public static string DescribeShape(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        var (digits, signs) = (text.Count(char.IsAsciiDigit), FindSigns(text));
        var with = signs.Count == 0 ? "" : $" with {string.Join(" and ", signs)}";
        if (digits > 0 && !text.Any(char.IsLetter)) return $"{digits} {(digits == 1 ? "digit" : "digits")}{with}";
        var characters = text.EnumerateRunes().Count();
        return $"text of {characters} {(characters == 1 ? "character" : "characters")}{with}";
    }

    // Texts that differ in length by more letters than may differ are not compared letter by letter.
    private static int GetDistance(string text, string code) => Math.Abs(text.Length - code.Length) > MostLetters
        ? int.MaxValue
        : NearestName.GetDistance(text.ToUpperInvariant(), code.ToUpperInvariant());

    private static List<string> FindSigns(string text) =>
        [.. Signs.Where(sign => text.Contains(sign.Sign)).Select(sign => sign.Name).Take(2)];

    private static bool MayBeShown(Field field, ReadOnlySpan<byte> utf8, string text) => field.Type switch
    {
        FieldType.Code or FieldType.CodeSet => FindNearestCode(field, text) is not null
            || field.Codes!.Any(code => text.Equals(code.Value, StringComparison.OrdinalIgnoreCase)
                || text.Equals(code.Meaning, StringComparison.OrdinalIgnoreCase))
            || (field.Type == FieldType.CodeSet && IsListOfCodes(field, text)),
        FieldType.Date => field.IsShown && LooksLikeDay(utf8),
        FieldType.Boolean => IsNumberUpTo(text, 1, 1),
        FieldType.WholeNumber or FieldType.DecimalNumber => IsNumberUpTo(text, field.Range.Most ?? LargestOfNoRange / 10, 10),
        _ => false,
    };

    private static bool IsListOfCodes(Field field, string text) => text.Split([';', ',', '|'], StringSplitOptions.TrimEntries)
        .All(part => part.Length == 0 || field.Codes!.Any(code => part.Equals(code.Value, StringComparison.OrdinalIgnoreCase)));

    private static bool IsNumberUpTo(string text, decimal most, int times) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= most * times;

    private static bool LooksLikeDay(ReadOnlySpan<byte> utf8)
    {
        var form = DateText.Read(utf8, new DateOnly(2026, 1, 1), out var day);
        if (form == DateForm.NotADay) return HasYear(utf8);
        return form != DateForm.None && (day.Year is >= 1900 and <= 2100 || PlaceholderDay.IsOne(day));
    }

    // 31/02/2025 has a year of 1900 to 2100 among its digits; with two digits the year cannot be another.
    private static bool HasYear(ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.ASCII.GetString(utf8);
        var parts = text.Split(['-', '/', '.', ' ', 'T', 't', ','], StringSplitOptions.RemoveEmptyEntries);
        return parts.Take(3).Where(part => part.Length == 4 && part.All(char.IsAsciiDigit))
            .All(part => int.Parse(part, CultureInfo.InvariantCulture) is >= 1900 and <= 2100);
    }
}
