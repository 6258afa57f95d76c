using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>Folders in which tests have SQLite files.</summary>
internal static class TestFolder
{
    private static readonly Lock Clearing = new();

    /// <summary>Closes the SQLite connections that are pooled, and deletes a folder.</summary>
    public static void Delete(string folder)
    {
        // Pools are cleared for all tests at once. Two that clear at the same time share the connections between them, and the one that
        // is done first would delete a folder in which the other is still closing a database.
        ClearPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Closes the SQLite connections that are pooled.</summary>
    public static void ClearPools()
    {
        lock (Clearing) SqliteConnection.ClearAllPools();
    }
}
