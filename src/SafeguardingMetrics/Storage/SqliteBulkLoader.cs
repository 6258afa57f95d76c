using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// One prepared INSERT, run once a row: measured faster on SQLite than rows of VALUES or Dapper's lists. It is run
/// through SQLite's own calls, beneath Microsoft.Data.Sqlite's commands, which bind every parameter by name and make a
/// reader for each row: more than half of what an insert cost.
/// </summary>
internal static class SqliteBulkLoader
{
    /// <summary>Loads rows.</summary>
    /// <exception cref="SqliteException">As a command would throw it.</exception>
    public static void Run(SqliteConnection connection, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var database = connection.Handle!;
        var insert = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        Check(raw.sqlite3_prepare_v2(database, insert, out var statement), database);
        using (statement)
        {
            // Bound values stay bound: the return's id, a team or a code are bound again only when they change.
            var bound = new object?[columns.Count];
            foreach (var row in PrefetchingRows.Prefetch(rows, columns.Count))
            {
                for (var i = 0; i < bound.Length; i++)
                {
                    if (ReferenceEquals(row[i], bound[i])) continue;
                    Check(SqliteParameterBinder.Bind(statement, i + 1, row[i]), database);
                    bound[i] = row[i];
                }

                var done = raw.sqlite3_step(statement);
                if (done != raw.SQLITE_DONE) Check(done, database);
                raw.sqlite3_reset(statement);
            }
        }
    }

    private static void Check(int answer, sqlite3 database) => SqliteException.ThrowExceptionForRC(answer, database);
}
