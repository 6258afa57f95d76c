using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>
/// A line of an uploaded table. Its cells are parsed one by one; a cell that cannot be parsed becomes an error.
/// </summary>
/// <param name="line">The line, counted from 1.</param>
/// <param name="columns">The names of the columns.</param>
/// <param name="cells">The cells; null where empty.</param>
/// <param name="faults">Receives the errors.</param>
internal sealed class TableRow(int line, IReadOnlyList<string> columns, string?[] cells, List<TableError> faults)
{
    /// <summary>The line, counted from 1.</summary>
    public int Line => line;

    /// <summary>The text of a cell; null where empty.</summary>
    public string? this[string column] => cells[IndexOf(column)];

    /// <summary>Adds an error.</summary>
    public void AddError(string column, string message) => faults.Add(new TableError(line, column, message));

    /// <summary>Parses a required text; empty where missing.</summary>
    public string GetText(string column, int longest)
    {
        var text = this[column] ?? "";
        if (text.Length == 0) AddError(column, "A text is required.");
        else if (text.Length > longest) AddError(column, $"The text may have at most {longest} characters.");
        return text;
    }

    /// <summary>Parses a required date; the default value where invalid.</summary>
    public DateOnly GetDay(string column)
    {
        if (QueryParameters.TryParseDay(this[column], out var parsed) && parsed is { } day && WorkingDayCalendar.Knows(day)) return day;
        AddError(column, $"A date is required, YYYY-MM-DD, {WorkingDayCalendar.KnownDays}.");
        return default;
    }

    /// <summary>Parses an optional whole number; null where empty or invalid.</summary>
    public int? GetInteger(string column, int least, int most)
    {
        if (this[column] is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        AddError(column, $"A whole number from {least} to {most} is required, without separators.");
        return null;
    }

    /// <summary>Parses an optional number with at most two decimal places; null where empty or invalid.</summary>
    public decimal? GetDecimal(string column, decimal most)
    {
        if (this[column] is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= most
            && number == Rounding.ToTwoPlaces(number))
        {
            return number;
        }

        AddError(column, $"A number from 0 to {most:0} with at most two decimal places is required, without a sign or separators.");
        return null;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == column) return i;
        throw new ArgumentOutOfRangeException(nameof(column), column, null);
    }
}
