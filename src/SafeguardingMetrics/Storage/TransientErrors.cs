using Microsoft.Data.SqlClient;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// The transient errors of SQL Server and Azure SQL. <c>SqlException.IsTransient</c> is of no use: SqlClient does not
/// override it, and it is always false.
/// </summary>
internal static class TransientErrors
{
    // The baseline is Microsoft's own, "a starting point to copy and extend":
    // https://learn.microsoft.com/dotnet/api/microsoft.data.sqlclient.sqlconfigurableretryfactory.baselinetransienterrors
    // What is added are the ways in which a connection is lost, from
    // https://learn.microsoft.com/sql/relational-databases/errors-events/mssqlserver-20-database-engine-error and the
    // Windows socket errors that SqlClient passes on.
    private static readonly HashSet<int> Numbers =
    [
        .. SqlConfigurableRetryFactory.BaselineTransientErrors,
        -2,     // no answer in time
        0,      // the connection is broken
        2,      // the server was not found or did not answer
        20,     // the server does not support encryption: seen while it starts
        53,     // the network path was not found
        64,     // the name is no longer available: seen when a connection drops during login
        121,    // the semaphore timeout has expired: the network went away
        258,    // no answer in time, on Linux
        10053,  // the connection was aborted here
        10054,  // the connection was reset there
        10060,  // the connection attempt timed out
        10061,  // the connection was refused
        11001,  // the host is not known
        17142,  // the server is paused
        18401,  // the server is starting up
    ];

    /// <summary>True where any of the errors is transient.</summary>
    public static bool IsTransient(SqlException fault) => fault.Errors.Cast<SqlError>().Any(error => Numbers.Contains(error.Number));
}
