using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// An exception as logs and traces may hold it: its type, the database's number of it, and where it was thrown. Not its message: those of
/// databases, parsers and servers quote what they were given ("The duplicate key value is (…)", "The input string '…' was not in a correct format").
/// </summary>
internal sealed class WithheldFault(Exception fault) : Exception(NameOf(fault), fault.InnerException is { } inner ? new WithheldFault(inner) : null)
{
    public override string? StackTrace => fault.StackTrace;

    public override string ToString()
    {
        var text = new StringBuilder();
        for (Exception? one = fault; one is not null; one = one.InnerException)
            text.Append(text.Length == 0 ? "" : "\n caused by ").Append(NameOf(one)).Append('\n').Append(one.StackTrace);
        return text.ToString();
    }

    private static string NameOf(Exception fault) => fault switch
    {
        SqlException sql => $"{sql.GetType().FullName} {sql.Number}",
        SqliteException sqlite => $"{sqlite.GetType().FullName} {sqlite.SqliteExtendedErrorCode}",
        _ => fault.GetType().FullName!,
    };
}
