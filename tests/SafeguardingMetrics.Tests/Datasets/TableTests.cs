using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>The scripts in <c>db/tables</c> make the columns that the declarations say.</summary>
public sealed class TableTests
{
    [Test]
    public async Task Each_dataset_has_a_table_of_exactly_its_columns()
    {
        await using var service = new TestService();
        await service.Get("/health/ready");
        await using var connection = new SqliteConnection(service.ConnectionString);
        await connection.OpenAsync();

        foreach (var dataset in DatasetCatalogue.All)
        {
            var declared = dataset.FieldList
                .Select(field => $"{field.Column} {field.ColumnType} {(field.IsRequired ? "NOT NULL" : "NULL")}");

            Assert.That(
                await Columns(connection, dataset.Table),
                Is.EqualTo(new[] { "ReturnId CHAR(36) NOT NULL", "RecordNumber INT NOT NULL" }.Concat(declared)),
                dataset.Table);
        }
    }

    private static async Task<List<string>> Columns(SqliteConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, type, \"notnull\" FROM pragma_table_info(@table) ORDER BY cid";
        command.Parameters.AddWithValue("@table", table);
        await using var rows = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await rows.ReadAsync()) columns.Add($"{rows.GetString(0)} {rows.GetString(1)} {(rows.GetBoolean(2) ? "NOT NULL" : "NULL")}");
        return columns;
    }
}
