using System.Globalization;
using System.Text;
using SQLitePCL;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Values as Microsoft.Data.Sqlite's parameters write them
/// (https://learn.microsoft.com/dotnet/standard/data/sqlite/types), so that a row is the same whichever way it went in.
/// </summary>
internal static class SqliteParameterBinder
{
    private const int OnTheStack = 512;

    /// <summary>Binds a value to a parameter.</summary>
    /// <returns>SQLite's result code.</returns>
    /// <exception cref="NotSupportedException">No column has this type.</exception>
    public static int Bind(sqlite3_stmt statement, int parameter, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, parameter),
        string text => BindText(statement, parameter, text),
        DateOnly day => BindDay(statement, parameter, day),
        int number => raw.sqlite3_bind_int(statement, parameter, number),
        bool truth => raw.sqlite3_bind_int(statement, parameter, truth ? 1 : 0),
        long number => raw.sqlite3_bind_int64(statement, parameter, number),
        double number => raw.sqlite3_bind_double(statement, parameter, number),
        decimal number => BindText(statement, parameter, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        DateTime instant =>
            BindText(statement, parameter, instant.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, parameter, bytes),
        _ => throw new NotSupportedException($"A {value.GetType().Name} has no column."),
    };

    // Copied by SQLite at once.
    private static int BindText(sqlite3_stmt statement, int parameter, string text)
    {
        // A span of no bytes would be a pointer to nothing, which SQLite takes for NULL.
        if (text.Length == 0) return raw.sqlite3_bind_text(statement, parameter, "");
        Span<byte> utf8 = text.Length <= OnTheStack / 3 ? stackalloc byte[OnTheStack] : new byte[Encoding.UTF8.GetByteCount(text)];
        return raw.sqlite3_bind_text(statement, parameter, utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    private static int BindDay(sqlite3_stmt statement, int parameter, DateOnly day)
    {
        Span<byte> utf8 = stackalloc byte[10];
        day.TryFormat(utf8, out var length, "O", CultureInfo.InvariantCulture);
        return raw.sqlite3_bind_text(statement, parameter, utf8[..length]);
    }
}
