using System.Globalization;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>
/// The lower bound of storing a return: its records, already in memory, inserted by one prepared INSERT into the same
/// table with the same indexes, and their keys, already hashed and sorted, by another into the index of keys, in one
/// transaction with the same pragmas.
/// </summary>
internal sealed class BareInsert
{
    private static readonly string[] KeyColumns = ["KeyHash", "Ordinal", "RecordNumber", "CountedOn"];

    private readonly string table;
    private readonly string returnId;
    private readonly IReadOnlyList<string> columns;
    private readonly List<object?[]> rows = [];
    private readonly List<object?[]> keys = [];

    private BareInsert(string table, string returnId, IReadOnlyList<string> columns) =>
        (this.table, this.returnId, this.columns) = (table, returnId, columns);

    /// <summary>The number of records to insert.</summary>
    public int Records => rows.Count;

    /// <summary>Reads the records of a return that the service stored, each value with its column's type.</summary>
    /// <param name="database">The service's database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="receipt">The return's receipt, which gives the expected number of records.</param>
    public static BareInsert Of(string database, Dataset dataset, System.Text.Json.Nodes.JsonNode receipt)
    {
        using var connection = Open(database);
        var types = Query(
            connection, $"SELECT name, type FROM pragma_table_info('{dataset.Table}') ORDER BY cid",
            row => (Name: row.GetString(0), Type: row.GetString(1)));
        var bare = new BareInsert(dataset.Table, (string)receipt["returnId"]!, [.. types.Select(column => column.Name)]);
        bare.rows.AddRange(Query(connection, $"SELECT {string.Join(", ", bare.columns)} FROM {bare.table} WHERE ReturnId = "
            + $"'{bare.returnId}' ORDER BY RecordNumber", row =>
            types.Select((column, i) => row.IsDBNull(i) ? null : column.Type switch
            {
                "DATE" => DateOnly.ParseExact(row.GetString(i), "yyyy-MM-dd", CultureInfo.InvariantCulture),
                "BIT" => row.GetBoolean(i),
                _ => row.GetValue(i),
            }).ToArray()));
        // As many as the service states, spread over the index as hashes are.
        var dice = new Random(1);
        if (dataset.IsOfEvents)
        {
            bare.keys.AddRange(Enumerable.Range(1, bare.Records)
                .Select(number => (Hash: CreateHash(dice), Number: number))
                .OrderBy(key => Convert.ToHexString(key.Hash), StringComparer.Ordinal)
                .Select(key => new object?[] { key.Hash, 1, key.Number, new DateOnly(2026, 11, 2) }));
        }

        var accepted = (int)receipt["records"]!["accepted"]!;
        Require.That(bare.Records == accepted, $"{accepted} records were accepted and {bare.Records} are stored.");
        return bare;
    }

    private static byte[] CreateHash(Random dice)
    {
        var hash = new byte[16];
        dice.NextBytes(hash);
        return hash;
    }

    /// <summary>Inserts the records into a fresh copy of the database.</summary>
    public async Task Run(MigratedDatabase migrated, string serviceDatabase, Timings timings)
    {
        var file = migrated.Copy();
        PutReturn(file, serviceDatabase);
        using var engine = new SqliteEngine($"Data Source={file};Pooling=false");
        var (connection, transaction, turn) = await engine.BeginWrite("bare", CancellationToken.None);
        using (turn)
        await using (connection)
        await using (transaction)
            timings.Time(() => Insert((SqliteConnection)connection, (SqliteTransaction)transaction));
        using (var reader = Open(file))
        {
            var stored = Query(reader, $"SELECT COUNT(*) FROM {table}", row => row.GetInt32(0))[0];
            Require.That(stored == Records, $"{stored} of {Records} records were put in.");
        }

        File.Delete(file);
    }

    private bool Insert(SqliteConnection connection, SqliteTransaction transaction)
    {
        Insert(connection, transaction, table, columns, rows);
        Insert(connection, transaction, "StatedKey", KeyColumns, keys);
        transaction.Commit();
        return true;
    }

    private static void Insert(
        SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns, List<object?[]> rows)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES "
            + $"({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        SqliteParameter[] parameters = [.. columns.Select((_, i) => new SqliteParameter($"$p{i}", DBNull.Value))];
        insert.Parameters.AddRange(parameters);
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    // The return's row, to which the records refer. Foreign keys of that row itself are not checked.
    private void PutReturn(string file, string serviceDatabase)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = $"ATTACH '{serviceDatabase}' AS service; INSERT INTO AgencyReturn SELECT * FROM "
            + $"service.AgencyReturn WHERE ReturnId = '{returnId}'";
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Foreign Keys=false;Pooling=false");
        connection.Open();
        return connection;
    }

    private static List<T> Query<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
