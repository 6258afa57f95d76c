using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// The period that somebody most likely meant who wrote one in another form. It is only ever suggested: a period that
/// can be misread is never taken.
/// </summary>
/// <param name="Days">The days that are meant.</param>
/// <param name="Hint">Why the text could not be used as it is, a sentence; null where the form alone was wrong.</param>
public sealed record MeantPeriod(Period Days, string? Hint = null)
{
    // Longest first, so that a dash within a date is not taken for the dash between two.
    private static readonly string[] Separators = [" to ", " until ", " and ", "...", "..", "--", " - ", "/", ",", ";", ":", "_", "-", " "];

    /// <summary>The form in which the period is taken: a day, a month or an interval.</summary>
    public string Text => Days.Days > 1 && Days.From.Day == 1 && Days.From.AddMonths(1).AddDays(-1) == Days.To
        ? $"{Days.From:yyyy-MM}"
        : Days.ToString();

    /// <summary>The period that is meant, as a sentence with a blank before it.</summary>
    public string Sentence => Hint is null ? $" Did you mean {Text}?" : $" {Hint}: {Text}.";

    /// <summary>Finds what is meant; null where it cannot be told.</summary>
    public static MeantPeriod? Find(string text)
    {
        // Nothing longer is a period, and the patterns take time in proportion to the length.
        if (text.Length > 60) return null;
        var plain = Normalise(text);
        if (Period.TryParse(plain, out var days)) return new MeantPeriod(days);
        return LoosePeriod.Find(plain) ?? FindInterval(plain);
    }

    private static MeantPeriod? FindInterval(string text)
    {
        foreach (var separator in Separators)
        {
            for (var at = 1; at + separator.Length < text.Length; at++)
            {
                if (string.CompareOrdinal(text, at, separator, 0, separator.Length) != 0) continue;
                if (LoosePeriod.FindDays(text[..at].Trim()) is not { } first) continue;
                if (FindEnd(text[(at + separator.Length)..].Trim(), first) is not { } last) continue;
                return last.To < first.From
                    ? new MeantPeriod(new Period(last.From, first.To), "The earlier day comes first")
                    : new MeantPeriod(new Period(first.From, last.To));
            }
        }

        return null;
    }

    // The end of 2025-03-01/31 is the day alone, as ISO 8601 shortens it, and that of 2025-03/04 the month.
    private static Period? FindEnd(string text, Period first)
    {
        if (LoosePeriod.FindDays(text) is { } days) return days;
        if (text.Length > 2) return null;
        return LoosePeriod.FindDays(first.Days == 1 ? $"{first.From:yyyy-MM}-{text}" : $"{first.From:yyyy}-{text}");
    }

    private static string Normalise(string text)
    {
        var characters = text.Select(c => c switch
        {
            '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
            '\\' or '\u2044' => '/',
            '"' or '\'' => ' ',
            _ when char.IsWhiteSpace(c) => ' ',
            _ => c,
        });
        return string.Join(' ', string.Concat(characters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
