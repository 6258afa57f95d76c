using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// An exception as logs and traces may hold it: its type, the database's number of it, and where it was thrown. Not its message: those of
/// databases, parsers and servers quote what they were given ("The duplicate key value is (…)", "The input string '…' was not in a correct format").
/// </summary>
internal sealed class RedactedException(Exception fault) : Exception(GetDisplayName(fault), fault.InnerException is { } inner ? new RedactedException(inner) : null)
{
    public override string? StackTrace => fault.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (Exception? one = fault; one is not null; one = one.InnerException)
            text.Append(text.Length == 0 ? "" : "\n caused by ").Append(GetDisplayName(one)).Append('\n').Append(one.StackTrace);
        return text.ToString();
    }

    private static string GetDisplayName(Exception fault) => fault switch
    {
        SqlException sql => $"{sql.GetType().FullName} {sql.Number}",
        SqliteException sqlite => $"{sqlite.GetType().FullName} {sqlite.SqliteExtendedErrorCode}",
        _ => fault.GetType().FullName!,
    };
}
