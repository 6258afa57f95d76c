using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>Folders in which tests have SQLite files.</summary>
internal static class TestFolder
{
    private const int MostTries = 50;
    private static readonly Lock Clearing = new();

    /// <summary>Closes the SQLite connections that are pooled, and deletes a folder.</summary>
    public static void Delete(string folder)
    {
        // Pools are cleared for all tests at once. Two that clear at the same time share the connections between them, and the one that
        // is done first would delete a folder in which the other is still closing a database.
        for (var tries = 1; ; tries++)
        {
            ClearPools();
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < MostTries)
            {
                // A check of the file that the service began by itself, at night by a clock that was moved, is still ending.
                Thread.Sleep(100);
            }
        }
    }

    /// <summary>Closes the SQLite connections that are pooled.</summary>
    public static void ClearPools()
    {
        lock (Clearing) SqliteConnection.ClearAllPools();
    }
}
