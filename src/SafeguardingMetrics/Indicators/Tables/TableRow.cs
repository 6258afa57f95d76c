using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>A line of a table, whose cells are understood one by one; each that cannot be is a fault.</summary>
/// <param name="line">The line, counted from 1.</param>
/// <param name="columns">The columns' names.</param>
/// <param name="cells">Their cells; null where empty.</param>
/// <param name="faults">Where faults are noted.</param>
internal sealed class TableRow(int line, IReadOnlyList<string> columns, string?[] cells, List<TableError> faults)
{
    /// <summary>The line.</summary>
    public int Line => line;

    /// <summary>The cell's text, or null where it is empty.</summary>
    public string? this[string column] => cells[IndexOf(column)];

    /// <summary>Notes a fault.</summary>
    public void AddError(string column, string message) => faults.Add(new TableError(line, column, message));

    /// <summary>A text that must be there.</summary>
    public string GetText(string column, int longest)
    {
        var text = this[column] ?? "";
        if (text.Length == 0) AddError(column, "A text is needed here.");
        else if (text.Length > longest) AddError(column, $"At most {longest} characters are taken.");
        return text;
    }

    /// <summary>A day that must be there.</summary>
    public DateOnly GetDay(string column)
    {
        if (QueryParameters.TryParseDay(this[column], out var day) && day >= WorkingDayCalendar.FirstDay && day <= WorkingDayCalendar.LastDay) return day.Value;
        AddError(column, $"A date is needed here, YYYY-MM-DD, from {WorkingDayCalendar.FirstDay:yyyy-MM-dd} to {WorkingDayCalendar.LastDay:yyyy-MM-dd}.");
        return default;
    }

    /// <summary>A whole number, or null where the cell is empty.</summary>
    public int? GetInteger(string column, int least, int most)
    {
        if (this[column] is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        AddError(column, $"A whole number from {least} to {most} is needed here, without separators.");
        return null;
    }

    /// <summary>A number with at most two decimal places, or null where the cell is empty.</summary>
    public decimal? GetDecimal(string column, decimal most)
    {
        if (this[column] is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= most && number == Rounding.ToTwoPlaces(number)) return number;
        AddError(column, $"A number from 0 to {most:0} with at most two decimal places is needed here, without a sign or separators.");
        return null;
    }

    private int IndexOf(string column)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] == column) return i;
        throw new ArgumentOutOfRangeException(nameof(column), column, null);
    }
}
