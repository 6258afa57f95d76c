using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Data.SqlClient.Diagnostics;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// Makes a temporary table in each new session on a server that speaks TDS but is not Microsoft's. There a first bulk
/// load makes the session's place for temporary tables, in the middle of a return's transaction; a foreign key that was
/// checked before is then planned again, with a wrong name, and the return fails ("relation ... does not exist"). A
/// session that has the place from its beginning does not meet this. Microsoft's servers are left alone, and so are
/// sessions over the network that is cut: a command while a connection is opened in place of one that was cut was seen
/// to hang until its time was out.
/// </summary>
internal sealed class SessionPreparation : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly ConcurrentDictionary<Guid, bool> Prepared = [];

    /// <summary>Prepares every session that this process opens from now on.</summary>
    public static void Begin() => DiagnosticListener.AllListeners.Subscribe(new SessionPreparation());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "SqlClientDiagnosticListener") value.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Pooled, it is opened often, but it is the same session.
        if (value.Value is not SqlClientConnectionOpenAfter { Connection: SqlConnection connection }
            || connection.DataSource != TestSqlServer.Address
            || !Prepared.TryAdd(connection.ClientConnectionId, true))
            return;
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = "IF @@VERSION NOT LIKE 'Microsoft SQL%' EXEC ('CREATE TABLE #First (Id INT); DROP TABLE #First')";
            command.ExecuteNonQuery();
        }
        catch (Exception fault) when (fault is SqlException or InvalidOperationException)
        {
            // Lost as soon as it was opened: whoever opened it will see.
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
