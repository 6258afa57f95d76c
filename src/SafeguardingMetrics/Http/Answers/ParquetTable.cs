using Parquet;
using Parquet.Schema;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Writes rows as Apache Parquet, with the columns that CSV has, typed: a day is a DATE, an instant a TIMESTAMP of
/// milliseconds in UTC, a number a DECIMAL(18, 2), a whole number an INT32. Without rows it is a file of columns and no
/// row group. The same rows are the same bytes.
/// </summary>
internal static class ParquetTable
{
    /// <summary>Its media type, as registered with IANA.</summary>
    public const string MediaType = "application/vnd.apache.parquet";

    private const int Precision = 18;
    private const int Scale = 2;

    /// <summary>Writes the rows as the response's body.</summary>
    public static async Task Write<T>(HttpResponse response, IReadOnlyList<T> rows)
        where T : notnull
    {
        // A reader begins at the end, and the writer has to know where it is.
        using var file = new MemoryStream();
        await WriteTo(file, rows, response.HttpContext.RequestAborted);
        response.ContentType = MediaType;
        response.ContentLength = file.Length;
        file.Position = 0;
        await file.CopyToAsync(response.Body, response.HttpContext.RequestAborted);
    }

    private static async Task WriteTo<T>(Stream file, IReadOnlyList<T> rows, CancellationToken cancel)
        where T : notnull
    {
        var columns = Column.GetColumns<T>().Select(column => (Column: column, Field: CreateField(column))).ToList();
        await using var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(columns.Select(column => column.Field)), file, cancellationToken: cancel);
        if (rows.Count == 0) return;
        using var group = writer.CreateRowGroup();
        foreach (var (column, field) in columns) await WriteColumn(group, field, column, [.. rows.Select(row => column.Cell(row))], cancel);
        group.CompleteValidate();
    }

    private static DataField CreateField(Column column) => column.Kind switch
    {
        ColumnKind.Text => new DataField(column.Name, typeof(string), column.IsNullable),
        ColumnKind.Whole => new DataField(column.Name, typeof(int), column.IsNullable),
        ColumnKind.Number => new DecimalDataField(column.Name, Precision, Scale, isNullable: column.IsNullable),
        ColumnKind.Day => new DataField(column.Name, typeof(DateOnly), column.IsNullable),
        ColumnKind.Instant =>
            new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, DateTimeTimeUnit.Millis, column.IsNullable),
        _ => new DataField(column.Name, typeof(bool), column.IsNullable),
    };

    private static Task WriteColumn(
        ParquetRowGroupWriter group, DataField field, Column column, object?[] cells, CancellationToken cancel) =>
        column.Kind switch
        {
            ColumnKind.Text => group.WriteAsync(field, [.. cells.Select(cell => (string?)cell)]),
            ColumnKind.Whole => WriteValues<int>(group, field, cells, cancel),
            ColumnKind.Number => WriteValues<decimal>(group, field, cells, cancel),
            ColumnKind.Day => WriteValues<DateOnly>(group, field, cells, cancel),
            ColumnKind.Instant =>
                WriteValues<DateTime>(group, field, [.. cells.Select(cell => (object?)((DateTimeOffset?)cell)?.UtcDateTime)], cancel),
            _ => WriteValues<bool>(group, field, cells, cancel),
        };

    private static Task WriteValues<T>(ParquetRowGroupWriter group, DataField field, object?[] cells, CancellationToken cancel)
        where T : struct => field.IsNullable
        ? group.WriteAsync<T>(field, cells.Select(cell => (T?)cell).ToArray(), cancellationToken: cancel)
        : group.WriteAsync<T>(field, cells.Select(cell => (T)cell!).ToArray(), cancellationToken: cancel);
}
