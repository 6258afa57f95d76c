using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Says in a sentence what is wrong with one value in its field, and the way out. What of the value the sentence shows,
/// <see cref="ShownValue"/> decides.
/// </summary>
public static class ValueExplanation
{
    /// <summary>The sentence, which ends with a full stop; null where the rule's own sentence says it all.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">The value.</param>
    /// <param name="shown">What <see cref="ShownValue"/> allows of it; null for nothing.</param>
    /// <param name="error">What is wrong with it.</param>
    /// <param name="facts">The return it came in.</param>
    public static string? Explain(Field field, in FieldValue value, string? shown, FieldError error, ReturnContext facts)
    {
        if (value.Kind is FieldValueKind.Other) return "A list or an object stands where one value belongs.";
        if (value.Kind is FieldValueKind.List && field.Type != FieldType.CodeSet) return "A list stands where one value belongs.";
        if (value.Kind is FieldValueKind.True or FieldValueKind.False && field.Type != FieldType.Boolean)
            return "True or false stands where another value belongs.";
        var utf8 = ValueText.Trim(value.Utf8);
        if (!Utf8.IsValid(utf8)) return ExplainBytes(utf8);
        if (error == FieldError.CheckDigit || field.IsHashed) return null;
        if (RawIdentifier.ContainsIdentifier(utf8))
            return "It holds what looks like an NHS number or UPN, which belongs in its own field."
                + (field.Type == FieldType.Identifier ? " Where the agency's own ids look so, an administrator declares it." : "");
        if (utf8.Length > 2 && utf8[0] == '\'' && utf8[^1] == '\'')
            return "It stands in single quotes: write it without them, or in double quotes.";
        if (NumberText.IsScientific(utf8))
            return $"{Encoding.ASCII.GetString(utf8)}: shortened by a spreadsheet, its last digits are lost; format the column as text.";
        return field.Type switch
        {
            FieldType.Identifier or FieldType.Text => ExplainText(field, utf8),
            FieldType.Date => ExplainDate(utf8, shown, error, facts),
            FieldType.Code or FieldType.CodeSet => ExplainCode(field, utf8, shown),
            FieldType.WholeNumber or FieldType.DecimalNumber => ExplainNumber(field, utf8, shown),
            _ => $"{Name(shown, utf8)} is neither true nor false.",
        };
    }

    private static string ExplainBytes(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (at < utf8.Length && Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == OperationStatus.Done) at += length;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Byte 0x{utf8[at]:X2}, at place {at + 1} of the value, is not UTF-8: save the file as CSV UTF-8, or send it with "
            + $"charset=windows-1252.");
    }

    private static string? ExplainText(Field field, ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (text.AsSpan().IndexOfAny('\r', '\n') >= 0) return "It holds a line break.";
        if (text.Any(char.IsControl)) return "It holds a control character.";
        var characters = text.EnumerateRunes().Count();
        if (characters > field.MaxLength) return $"{characters} characters; at most {field.MaxLength}.";
        if (field.Type == FieldType.Text && MemberSpellings.IsReserved(ValueText.Normalise(text)))
            return $"{MemberSpellings.Others} is the service's own word for members beyond those that it counts by name.";
        if (field.Type != FieldType.Identifier)
            return PersonalText.Find(text) is { } what
                ? $"It holds what looks like {what}, which belongs in no name of a team or place." : null;
        var sign = text.EnumerateRunes().FirstOrDefault(rune => !IsOfIdentifier(rune));
        return sign.Value switch
        {
            0 => null,
            ' ' or 0xA0 => "It holds a space.",
            > ' ' and < 0x7F when !Rune.IsLetterOrDigit(sign) => $"It holds the character {sign}.",
            _ => "It holds a letter or sign beyond A to Z.",
        };
    }

    private static bool IsOfIdentifier(Rune rune) =>
        rune.Value is '_' or '-' or '/' or '.' || (rune.IsAscii && Rune.IsLetterOrDigit(rune));

    private static string? ExplainDate(ReadOnlySpan<byte> utf8, string? shown, FieldError error, ReturnContext facts)
    {
        var form = DateText.Read(utf8, facts.ReceivedOn, out var day);
        if (error == FieldError.Future) return null;
        var iso = shown is null ? "" : $" {day:yyyy-MM-dd}";
        return form switch
        {
            DateForm.MonthFirst => $"{shown ?? "It"}: month first? Write YYYY-MM-DD{(shown is null ? "" : $", such as{iso}")}.",
            DateForm.SerialNumber when shown is not null =>
                $"{shown} is a spreadsheet's number for{iso}: format the column as a date, YYYY-MM-DD.",
            DateForm.SerialNumber => "It is a spreadsheet's number of a day: format the column as a date, YYYY-MM-DD.",
            DateForm.Zoned when shown is not null => $"{shown} is an instant with a time zone: in England that is{iso}; send the day.",
            DateForm.Zoned => "It is an instant with a time zone: send the day in England, YYYY-MM-DD.",
            DateForm.NotADay => $"{shown ?? "It"} is no day that exists.",
            // Read by itself it would be a day, but another of the field can only be month first.
            DateForm.DayFirst => $"{shown ?? "It"}: day first or month first? Another value of the field can only be month first. "
                + "Write YYYY-MM-DD.",
            _ => $"{Name(shown, utf8)} is no date. Write YYYY-MM-DD.",
        };
    }

    private static string ExplainCode(Field field, ReadOnlySpan<byte> utf8, string? shown)
    {
        if (field.Type == FieldType.CodeSet && shown.AsSpan().IndexOfAny(";,|") >= 0)
            return $"{shown}: a code stands twice, or beside one that stands only alone.";
        return shown is not null && ShownValue.FindNearestCode(field, shown) is { } nearest
            ? $"{shown}: did you mean {nearest}?"
            : $"{Name(shown, utf8)} is none of its codes.";
    }

    private static string ExplainNumber(Field field, ReadOnlySpan<byte> utf8, string? shown)
    {
        if (utf8.Count((byte)',') == 1 && shown is not null && !NumberText.TryRead(utf8, out _))
            return $"{shown}: a comma for the decimal point? Write a point.";
        if (!NumberText.TryRead(utf8, out var number)) return $"{Name(shown, utf8)} is no number that can be read.";
        shown ??= "It";
        var (least, most) = field.Range;
        if (number < least) return string.Create(CultureInfo.InvariantCulture, $"{shown} is less than {least}.");
        if (number > most) return string.Create(CultureInfo.InvariantCulture, $"{shown} is more than {most}.");
        return field.Type == FieldType.WholeNumber ? $"{shown} is no whole number." : $"{shown} has more than 2 decimal places.";
    }

    // At the beginning of a sentence: the value as it was written, or what it looks like.
    private static string Name(string? shown, ReadOnlySpan<byte> utf8)
    {
        if (shown is not null) return shown;
        var shape = ShownValue.DescribeShape(utf8);
        return char.ToUpperInvariant(shape[0]) + shape[1..];
    }
}
