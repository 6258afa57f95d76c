using Microsoft.Data.SqlClient;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// Set-up for servers that speak TDS but are not Microsoft's. One of them, checking anew the foreign key of a row that
/// is changed in the transaction that made it, now and then looks for a table that is not there and so fails a
/// submission that nobody cut. There the one key that this concerns is set aside while the wire is cut, since sessions
/// over the network are not prepared; on Microsoft's server nothing is.
/// </summary>
internal static class ForeignKeyRecheck
{
    /// <summary>Sets the key aside, where needed.</summary>
    public static void SetAside(string connectionString) =>
        Run(connectionString, "ALTER TABLE AgencyReturn DROP CONSTRAINT IF EXISTS FK_AgencyReturn_Agency");

    /// <summary>Puts it back, where it was set aside.</summary>
    public static void PutBack(string connectionString) =>
        Run(
            connectionString,
            "ALTER TABLE AgencyReturn ADD CONSTRAINT FK_AgencyReturn_Agency FOREIGN KEY (Agency) REFERENCES Agency (Agency)");

    private static void Run(string connectionString, string text)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var version = new SqlCommand("SELECT @@VERSION", connection);
        if (((string)version.ExecuteScalar()).StartsWith("Microsoft SQL", StringComparison.Ordinal)) return;
        using var command = new SqlCommand(text, connection);
        command.ExecuteNonQuery();
    }
}
