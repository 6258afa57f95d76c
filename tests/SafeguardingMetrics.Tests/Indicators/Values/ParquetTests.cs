using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Parquet;
using Parquet.Schema;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Values;

/// <summary>Figures as Parquet, read back.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ParquetTests
{
    private const string MediaType = "application/vnd.apache.parquet";
    private const string Values = "/v1/indicator-values?from=2026-10-01&to=2026-11-30";

    [Test]
    public async Task It_has_the_columns_and_cells_that_JSON_has([Values(
        "", "&by=locality", "&by=agency", "&by=team&interval=week", "&by=locality,team")] string cut)
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03", locality: "North, upper"),
            VisitRecords.CreateMade("V-2", "2026-11-03", "2026-11-10", locality: "The \"Isle\""),
            VisitRecords.CreateMissed("V-3", "2026-11-04", locality: "Zoë", team: "+44"),
            VisitRecords.CreateFaulty("V-4")));
        await service.Post(
            "workforce-posts",
            "2026-11-20",
            new JsonArray(PostRecords.Create("P-1", "filled", fte: 0.55m), PostRecords.Create("P-2", "vacant", fte: 0.2m)));

        var json = (await service.Get(Values + cut, "demo-analyst")).Json.AsArray();
        var (columns, rows) = await Read(service, Values + cut);

        Assert.That(columns.Select(column => column.Name), Is.EqualTo(json[0]!.AsObject().Select(cell => cell.Key)));
        Assert.That(
            rows.Select(row => string.Join('|', row)),
            Is.EqualTo(json.Select(row => string.Join('|', row!.AsObject().Select(Text)))));
    }

    [Test]
    public async Task Its_columns_have_their_types_also_without_rows()
    {
        await using var service = new TestService();
        var (full, _) = await Read(service, Values);
        var (empty, rows) = await Read(service, Values + "&by=locality");

        Assert.That(rows, Is.Empty);
        Assert.That(empty.Select(Type), Is.EqualTo(full.Select(Type)));
        var types = full.ToDictionary(column => column.Name, Type);
        foreach (var (name, type) in new[]
        {
            ("indicator", "String"),
            ("member", "String?"),
            ("from", "DateOnly"),
            ("to", "DateOnly"),
            ("numerator", "Decimal(18,2)?"),
            ("value", "Decimal(18,2)?"),
            ("rag", "String?"),
            ("agenciesExpected", "Int32"),
            ("recordsReceived", "Int32?"),
            ("knownAt", "DateTime UTC"),
            ("isComplete", "Boolean"),
            ("releasedAt", "DateTime UTC?"),
        })
            Assert.That(types[name], Is.EqualTo(type), name);
    }

    [Test]
    public async Task It_is_given_where_it_is_asked_for_and_nowhere_else()
    {
        await using var service = new TestService();
        foreach (var (address, accept, mediaType) in new[]
        {
            (Values, MediaType, MediaType),
            (Values + "&format=parquet", "text/csv", MediaType),
            (Values + "&format=csv", MediaType, "text/csv"),
            (Values, MediaType + ", */*;q=0.1", MediaType),
            (Values, MediaType + ";q=0.5, text/csv", "text/csv"),
            ("/v1/indicators/visits-on-time/values", MediaType, MediaType),
            ("/v1/indicators/visits-on-time/chart", MediaType, "application/json"),
            ("/v1/targets", MediaType, "application/json"),
            ("/v1/data-quality", MediaType, "application/json"),
            ("/v1/indicators/visits-on-time/cases", MediaType, "application/json"),
        })
        {
            var answer = await service.Get(address, accept: accept);
            Assert.That((answer.Status, answer.MediaType), Is.EqualTo((HttpStatusCode.OK, mediaType)), $"{address} {accept}");
        }

        foreach (var address in new[]
        {
            "/v1/targets",
            "/v1/data-quality",
            "/v1/indicators/visits-on-time/chart",
            "/v1/indicators/visits-on-time/cases",
            "/v1/audit",
        })
            RefusalTests.Refused(await service.Get($"{address}?format=parquet"), 400, "invalid-parameter", address);
        RefusalTests.Refused(await service.Get("/v1/indicator-values?interval=week", "demo-board", MediaType), 403, "full-figures-only");
    }

    [Test]
    public async Task It_has_a_tag_of_its_own_and_the_same_bytes_again()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", 8, 1));
        async Task<(string? Tag, byte[] Bytes)> Ask(string format)
        {
            using var client = service.CreateClientFor("demo-board");
            using var response = await client.GetAsync($"{Values}&format={format}");
            return (response.Headers.ETag?.Tag, await response.Content.ReadAsByteArrayAsync());
        }

        var first = await Ask("parquet");
        Assert.That(await Ask("parquet"), Is.EqualTo(first));
        await using var other = new TestService { Sharing = service.ConnectionString };
        using var client = other.CreateClientFor("demo-board");
        Assert.That(await client.GetByteArrayAsync($"{Values}&format=parquet"), Is.EqualTo(first.Bytes));
        Assert.That(first.Tag, Is.Not.Null.And.Not.EqualTo((await Ask("json")).Tag));
        Assert.That(first.Bytes[..4], Is.EqualTo("PAR1"u8.ToArray()));
    }

    private static async Task<(IReadOnlyList<DataField> Columns, IReadOnlyList<string[]> Rows)> Read(TestService service, string address)
    {
        using var client = service.CreateClientFor("demo-analyst");
        client.DefaultRequestHeaders.Accept.ParseAdd(MediaType);
        using var file = new MemoryStream(await client.GetByteArrayAsync(address));
        await using var reader = await ParquetReader.CreateAsync(file, new ParquetOptions { UseDateOnlyTypeForDates = true });
        var columns = reader.Schema.DataFields;
        if (reader.RowGroupCount == 0) return (columns, []);
        using var group = reader.OpenRowGroupReader(0);
        var rows = Enumerable.Range(0, (int)group.RowCount).Select(_ => new string[columns.Length]).ToList();
        foreach (var (place, column) in columns.Index())
            foreach (var (row, cell) in (await Cells(group, column, rows.Count)).Index()) rows[row][place] = cell;
        return (columns, rows);
    }

    private static async Task<IEnumerable<string>> Cells(ParquetRowGroupReader group, DataField column, int count)
    {
        if (IsText(column))
        {
            var texts = new string[count];
            await group.ReadAsync(column, texts);
            return texts.Select(text => text ?? "");
        }

        if (column.ClrType == typeof(decimal))
            return await CellsOf<decimal>(
                group, column, count, number => (number / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture));
        if (column.ClrType == typeof(int))
            return await CellsOf<int>(group, column, count, number => number.ToString(CultureInfo.InvariantCulture));
        if (column.ClrType == typeof(DateOnly))
            return await CellsOf<DateOnly>(group, column, count, day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (column.ClrType == typeof(bool))
            return await CellsOf<bool>(group, column, count, truth => truth ? "true" : "false");
        return await CellsOf<DateTime>(group, column, count, at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture));
    }

    private static async Task<IEnumerable<string>> CellsOf<T>(
        ParquetRowGroupReader group, DataField column, int count, Func<T, string> text)
        where T : struct
    {
        if (column.IsNullable)
        {
            var cells = new T?[count];
            await group.ReadAsync<T>(column, cells);
            return cells.Select(cell => cell is { } value ? text(value) : "");
        }

        var whole = new T[count];
        await group.ReadAsync<T>(column, whole);
        return whole.Select(text);
    }

    private static string Text(KeyValuePair<string, JsonNode?> cell) => cell switch
    {
        { Value: null } => "",
        { Key: "knownAt" or "releasedAt" } =>
            ((DateTimeOffset)cell.Value).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture),
        _ when cell.Value.GetValueKind() == System.Text.Json.JsonValueKind.Number =>
            ((decimal)cell.Value / 1.000000000000000000m).ToString(CultureInfo.InvariantCulture),
        _ => cell.Value.ToString(),
    };

    private static string Type(DataField column)
    {
        var detail = column switch
        {
            DecimalDataField number => $"({number.Precision},{number.Scale})",
            DateTimeDataField { IsAdjustedToUTC: true } => " UTC",
            _ => "",
        };
        return $"{(IsText(column) ? "String" : column.ClrType.Name)}{detail}{(column.IsNullable ? "?" : "")}";
    }

    private static bool IsText(DataField column) => column.ClrType == typeof(string) || column.ClrType == typeof(ReadOnlyMemory<char>);
}
