using System.Globalization;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>How a day was written.</summary>
public enum DateForm
{
    /// <summary>In no form that is known.</summary>
    None,

    /// <summary>As it should be, or with a midnight behind it or with slashes: <c>2025-03-04T00:00:00</c>, <c>2025/03/04</c>.</summary>
    Plain,

    /// <summary>Day first in numbers, as England writes it: <c>04/03/2025</c>, <c>4.3.25</c>.</summary>
    DayFirst,

    /// <summary>With the name of the month: <c>04-Mar-2025</c>, <c>March 4, 2025</c>, <c>04MAR2025</c>.</summary>
    NamedMonth,

    /// <summary>Without hyphens: <c>20250304</c>.</summary>
    Compact,

    /// <summary>With a time of day, which is dropped: <c>2025-03-04 14:30</c>.</summary>
    WithTime,

    /// <summary>It can only be month first: <c>03/25/2025</c>. The day is what that would be.</summary>
    MonthFirst,

    /// <summary>An instant with a zone: <c>2025-06-04T23:30:00Z</c>. The day is the one in England.</summary>
    Zoned,

    /// <summary>A spreadsheet's number of a day: <c>45720</c>. The day is what it stands for.</summary>
    SerialNumber,

    /// <summary>A day that does not exist: <c>31/02/2025</c>.</summary>
    NotADay,
}

/// <summary>Reads a day from a text that is not written <c>YYYY-MM-DD</c>.</summary>
public static class DateText
{
    private const int Longest = 40;
    private const int FirstSerial = 20_000;
    private const int LastSerial = 60_000;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    /// <summary>How a day was written, and the day.</summary>
    /// <param name="utf8">The value, without blanks around it.</param>
    /// <param name="receivedOn">The day of receipt: a year of two digits is at most ten years after it.</param>
    /// <param name="day">The day, where the form gives one.</param>
    public static DateForm Read(ReadOnlySpan<byte> utf8, DateOnly receivedOn, out DateOnly day)
    {
        day = default;
        if (utf8.Length is 0 or > Longest || !Ascii.IsValid(utf8)) return DateForm.None;
        var text = Encoding.ASCII.GetString(utf8);
        if (ReadNumber(text, ref day) is not DateForm.None and var number) return number;
        var (date, time, zone) = Split(text);
        var form = ReadDate(date, receivedOn, ref day);
        if (form == DateForm.None || time is null || form is DateForm.NotADay or DateForm.MonthFirst) return form;
        if (!TryReadTime(time, out var ofDay)) return DateForm.None;
        if (zone is null) return ofDay == TimeSpan.Zero ? form : DateForm.WithTime;
        if (!TryReadZone(zone, out var offset)) return DateForm.None;
        day = ToDayInEngland(day, ofDay, offset);
        return DateForm.Zoned;
    }

    private static DateOnly ToDayInEngland(DateOnly day, TimeSpan ofDay, TimeSpan offset)
    {
        if (day.Year is < 2 or > 9998) return day;
        return London.DayOf(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue) + ofDay, offset));
    }

    private static DateForm ReadNumber(string text, ref DateOnly day)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('0', '9') && text.Length == 8) return ReadCompact(text, ref day);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)) return DateForm.None;
        if (serial is < FirstSerial or >= LastSerial) return DateForm.None;
        // 04.2025 and the like are no numbers of days.
        day = SerialZero.AddDays((int)serial);
        return DateForm.SerialNumber;
    }

    // 20250304 could also be day, month and year. It is read only where it cannot.
    private static DateForm ReadCompact(string text, ref DateOnly day)
    {
        var (year, month, dayOfMonth) = (int.Parse(text[..4], CultureInfo.InvariantCulture), Two(text, 4), Two(text, 6));
        if (year is < 1900 or > 2100 || !TryCreate(year, month, dayOfMonth, out day)) return DateForm.None;
        var isDayFirst = int.Parse(text[4..], CultureInfo.InvariantCulture) is >= 1900 and <= 2100
            && TryCreate(2000, Two(text, 2), Two(text, 0), out _);
        return isDayFirst ? DateForm.None : DateForm.Compact;
    }

    private static int Two(string text, int at) => int.Parse(text.AsSpan(at, 2), CultureInfo.InvariantCulture);

    private static (string Date, string? Time, string? Zone) Split(string text)
    {
        // The time begins at the last T or blank before the first colon: "4 March 2025 14:30" has blanks of its own.
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (text, null, null);
        var at = text.LastIndexOfAny(['T', 't', ' '], colon);
        if (at < 0) return (text, "", null);
        var time = text[(at + 1)..].Trim();
        var zone = time.AsSpan().IndexOfAny("Zz+-");
        return zone < 0 ? (text[..at].Trim(), time, null) : (text[..at].Trim(), time[..zone].Trim(), time[zone..].Trim());
    }

    private static DateForm ReadDate(string text, DateOnly receivedOn, ref DateOnly day)
    {
        var parts = text.Split(['-', '/', '.', ' ', ','], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 4 && IsWeekday(parts[0])) parts = parts[1..];
        if (parts is [var joined]) parts = SplitJoined(joined);
        if (parts.Length != 3) return DateForm.None;
        if (FindMonth(parts[1]) is { } named)
        {
            return parts[0].Length == 4
                ? ReadNamed(parts[2], named, parts[0], receivedOn, ref day)
                : ReadNamed(parts[0], named, parts[2], receivedOn, ref day);
        }

        if (FindMonth(parts[0]) is { } first) return ReadNamed(parts[1], first, parts[2], receivedOn, ref day);
        // 2025-03/04 and 1-3/2025 can be two months as well as a day.
        if (text.Contains('-', StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal)) return DateForm.None;
        if (parts[0].Length == 4
            && TryNumber(parts[0], out var year) && TryNumber(parts[1], out var inYear) && TryNumber(parts[2], out var last))
        {
            if (parts[1].Length > 2 || parts[2].Length > 2) return DateForm.None;
            return TryCreate(year, inYear, last, out day) ? DateForm.Plain : DateForm.NotADay;
        }

        if (!TryNumber(parts[0], out var one) || !TryNumber(parts[1], out var two) || parts[0].Length > 2 || parts[1].Length > 2)
            return DateForm.None;
        if (ReadYear(parts[2], receivedOn) is not { } inFull) return DateForm.None;
        if (TryCreate(inFull, two, one, out day)) return DateForm.DayFirst;
        return TryCreate(inFull, one, two, out day) ? DateForm.MonthFirst : DateForm.NotADay;
    }

    // 04MAR2025, as statistics programs write it.
    private static string[] SplitJoined(string text)
    {
        var from = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var to = text.AsSpan().LastIndexOfAnyExceptInRange('0', '9') + 1;
        return from > 0 && to < text.Length ? [text[..from], text[from..to], text[to..]] : [];
    }

    private static DateForm ReadNamed(string dayText, int month, string yearText, DateOnly receivedOn, ref DateOnly day)
    {
        var digits = dayText.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        if (!TryNumber(digits, out var dayOfMonth) || digits.Length > 2 || ReadYear(yearText, receivedOn) is not { } year)
            return DateForm.None;
        return TryCreate(year, month, dayOfMonth, out day) ? DateForm.NamedMonth : DateForm.NotADay;
    }

    private static int? ReadYear(string text, DateOnly receivedOn)
    {
        if (!TryNumber(text, out var year)) return null;
        if (text.Length == 4) return year;
        if (text.Length != 2) return null;
        return 2000 + year <= receivedOn.Year + 10 ? 2000 + year : 1900 + year;
    }

    private static int? FindMonth(string text)
    {
        if (text.Length < 3) return null;
        for (var i = 0; i < 12; i++)
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[i];
            if (name.StartsWith(text, StringComparison.OrdinalIgnoreCase)) return i + 1;
        }

        return null;
    }

    private static bool IsWeekday(string text) => text.Length >= 3
        && CultureInfo.InvariantCulture.DateTimeFormat.DayNames.Any(name => name.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    private static bool TryReadTime(string text, out TimeSpan time)
    {
        time = default;
        if (!TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var ofDay)) return false;
        time = ofDay.ToTimeSpan();
        return true;
    }

    private static bool TryReadZone(string text, out TimeSpan offset)
    {
        offset = default;
        if (text is "Z" or "z") return true;
        var digits = text[1..].Replace(":", "", StringComparison.Ordinal);
        if (!TryNumber(digits, out var number) || digits.Length is not (2 or 4)) return false;
        offset = digits.Length == 2 ? TimeSpan.FromHours(number) : new TimeSpan(number / 100, number % 100, 0);
        if (offset > TimeSpan.FromHours(14)) return false;
        if (text[0] == '-') offset = -offset;
        return true;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryCreate(int year, int month, int dayOfMonth, out DateOnly day)
    {
        day = default;
        if (year is < 1 or > 9999 || month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }
}
