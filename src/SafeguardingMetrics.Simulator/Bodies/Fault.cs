using System.Globalization;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>A mistake that case systems make. Spoils the row and says so, or leaves a row alone that cannot be wrong in this way.</summary>
internal delegate bool InjectedError(Row row, SeededRandom dice);

/// <summary>The mistakes any dataset can have. Those of one dataset stand beside its form.</summary>
internal static class InjectedErrors
{
    /// <summary>R01: a required field is left empty.</summary>
    public static InjectedError Missing(params string[] columns) => (row, dice) =>
    {
        row[dice.Pick<string>(columns)] = default;
        return true;
    };

    /// <summary>R02: a day that does not exist, or one that is not written as the contract asks.</summary>
    public static InjectedError ImpossibleDate(string column) => (row, dice) =>
    {
        if (row[column] is not { Kind: CellKind.Date, Number: var number })
            return false;
        var day = DateOnly.FromDayNumber(number);
        row[column] = Cell.Text(dice.NextBoolean(0.7)
            ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}-02-30")
            : day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        return true;
    };

    /// <summary>R03: a code as the case system shows it on the screen.</summary>
    public static InjectedError UnknownCode(string column) => (row, _) =>
    {
        if (row[column].Letters is not { } code)
            return false;
        row[column] = Cell.Text(code.Replace('-', ' ').ToUpperInvariant());
        return true;
    };

    /// <summary>R04: the same record twice.</summary>
    public static bool DuplicateRecord(Row row, SeededRandom dice)
    {
        row.Copies = 2;
        return true;
    }

    /// <summary>R06: two neighbouring digits changed places, or a letter mistyped, so that the check no longer fits.</summary>
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
