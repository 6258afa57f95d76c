using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// A value that goes in by the row load is what a command's parameter would have made of it, to the type and the byte.
/// </summary>
public sealed class SqliteParameterBinderTests
{
    private static readonly object?[] Values =
    [
        null, "", "East", "Tŷ Gwyn", "東部", "😀", "a\0b", "\uD800", new string('x', 5_000), new string('ŷ', 171), 0, -1, int.MaxValue,
        long.MinValue, true, false,
        0m, 1m, 0.6m, -12.50m, 79228162514264337593543950335m, 0.1d, new DateOnly(2024, 2, 29), DateOnly.MinValue, DateOnly.MaxValue,
        new DateTime(2026, 11, 22, 1, 2, 3, DateTimeKind.Utc),
        new DateTime(2026, 11, 22, 1, 2, 3, 456, DateTimeKind.Utc),
        new byte[] { 0, 1, 255 },
        Array.Empty<byte>(),
    ];

    [Test]
    public void Every_value_is_stored_as_a_command_stores_it()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("CREATE TABLE Given (Number INT PRIMARY KEY, Value); CREATE TABLE Loaded (Number INT PRIMARY KEY, Value)");
        foreach (var (number, value) in Values.Index())
            Run(
                "INSERT INTO Given VALUES ($number, $value)",
                new SqliteParameter("$number", number),
                new SqliteParameter("$value", value ?? DBNull.Value));

        SqliteBulkLoader.Run(connection, "Loaded", ["Number", "Value"], Values.Index().Select(value => new[] { value.Index, value.Item }));

        Assert.That(Rows("Loaded"), Is.EqualTo(Rows("Given")));
        Assert.That(Rows("Loaded"), Has.Count.EqualTo(Values.Length));

        void Run(string text, params SqliteParameter[] parameters)
        {
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.Parameters.AddRange(parameters);
            command.ExecuteNonQuery();
        }

        List<string> Rows(string table)
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT Number, typeof(Value), hex(Value), length(Value) FROM {table} ORDER BY Number";
            using var rows = command.ExecuteReader();
            var found = new List<string>();
            while (rows.Read()) found.Add($"{rows.GetInt32(0)} {rows.GetString(1)} {rows.GetString(2)} {rows.GetValue(3)}");
            return found;
        }
    }

    [Test]
    public void A_type_that_no_column_has_is_refused()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE Loaded (Value)";
        command.ExecuteNonQuery();

        Assert.That(
            () => SqliteBulkLoader.Run(connection, "Loaded", ["Value"], [[TimeSpan.Zero]]),
            Throws.TypeOf<NotSupportedException>().With.Message.Contains("TimeSpan"));
    }
}
