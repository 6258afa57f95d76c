using System.Globalization;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>
/// An error to inject into a record. Returns false, with the row unchanged, where the error does not fit the record.
/// </summary>
internal delegate bool InjectedError(Row row, SeededRandom random);

/// <summary>Errors that fit any dataset. Errors of one dataset are declared in its own file.</summary>
internal static class InjectedErrors
{
    private static readonly int SpreadsheetZero = new DateOnly(1899, 12, 30).DayNumber;

    /// <summary>R01: a required field is empty.</summary>
    public static InjectedError Missing(params string[] columns) => (row, random) =>
    {
        row[random.Pick<string>(columns)] = default;
        return true;
    };

    /// <summary>R02: a date that does not exist, or a spreadsheet's number of the day.</summary>
    public static InjectedError ImpossibleDate(string column) => (row, random) =>
    {
        if (row[column] is not { Kind: CellKind.Date, Number: var number })
            return false;
        var day = DateOnly.FromDayNumber(number);
        row[column] = Cell.Text(random.NextBoolean(0.7)
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}-02-30")
            : (number - SpreadsheetZero).ToString(CultureInfo.InvariantCulture));
        return true;
    };

    /// <summary>R03: a code that an older system knew.</summary>
    public static InjectedError UnknownCode(string column) => (row, _) =>
    {
        if (row[column].Letters is not { } code)
            return false;
        row[column] = Cell.Text($"{code}-legacy");
        return true;
    };

    /// <summary>R14: the same record twice.</summary>
    public static bool DuplicateRecord(Row row, SeededRandom random)
    {
        row.Copies = 2;
        return true;
    }

    /// <summary>R06: a mistyped digit, so that the check digit is wrong.</summary>
    public static InjectedError MistypedValue(string column) => (row, _) =>
    {
        if (row[column].Letters is not { Length: > 9 } number)
            return false;
        // Adding 1 to one digit always breaks a check with a prime modulus; swapping equal digits would not.
        var digit = number[8] == '9' ? '0' : (char)(number[8] + 1);
        row[column] = Cell.Text($"{number[..8]}{digit}{number[9..]}");
        return true;
    };
}
