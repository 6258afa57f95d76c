using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.DataQuality;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Retention;

/// <summary>
/// After a simulated month, with identifiers and names sent in every column where they do not belong, there is none in
/// the database.
/// </summary>
public sealed class WholeDatabaseTests
{
    private const string Name = "Zebedee Quillfeather";
    private static readonly string[] Planted =
    [
        "9990000018", "999 000 0018", "999-000-0018", "1234567881", "9990000019", "H801200001001", "h801200001001", "G801200001001",
    ];

    [Test]
    public async Task There_is_no_raw_identifier_in_any_row_or_byte_of_it()
    {
        await using var month = await SimulatedMonth.Post();
        var service = month.Service;
        var sent = month.Returns
            .SelectMany(posted => posted.Records)
            .SelectMany(record => record.Where(value => value.Key is "nhsNumber" or "upn").Select(value => value.Value))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.That(sent, Has.Count.GreaterThan(100));
        // Numbers that nobody takes for an NHS number or a UPN are not told from an agency's own ids: in a column of
        // theirs they are hashed, elsewhere they may stand.
        var known = Planted.Where(value => value is not ("9990000019" or "G801200001001")).ToList();

        foreach (var dataset in DatasetCatalogue.All)
        {
            foreach (var field in dataset.FieldList)
            {
                foreach (var value in known.Concat(
                    field.IsHashed || field is not { Type: FieldType.Identifier or FieldType.Text } ? Planted : []))
                    await Plant(service, dataset, field, value);
                // A name of two words; where any words may stand, as in the name of a team, a name may.
                if (field.Type != FieldType.Text) await Plant(service, dataset, field, Name);
            }
        }

        await service.Get($"/v1/returns/{Planted[0]}");
        await service.Get($"/v1/indicators/{Planted[0]}/cases?agency={Planted[5]}", "demo-analyst");
        await service.Get($"/v1/{Planted[0]}", Planted[5]);
        await service.Get($"/v1/audit?actor={Planted[0]}");
        await service.Services.GetRequiredService<AuditQueue>().Flush(default);

        sent.UnionWith(
            Planted.Select(value => value.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal)));
        var rows = await Rows(service);
        Assert.That(rows, Has.Count.GreaterThan(10_000));
        Assert.That(
            rows
                .Where(row => Found(row.Text, sent) || row.Text.Contains("quillfeather", StringComparison.OrdinalIgnoreCase))
                .Select(row => row.Table)
                .Distinct(),
            Is.Empty);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(FileOf(service))!))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            Assert.That(Found(text, sent), Is.False, Path.GetFileName(file));
            Assert.That(text.Contains("quillfeather", StringComparison.OrdinalIgnoreCase), Is.False, Path.GetFileName(file));
        }
    }

    private static async Task Plant(TestService service, Dataset dataset, Field field, string value)
    {
        var record = new JsonObject(
            dataset.FieldList
                .Where(known => known.IsInExample && known.Type != FieldType.CodeSet)
                .Select(known => KeyValuePair.Create<string, JsonNode?>(known.Name, known.Example)))
        {
            [field.Name] = value,
        };
        // As CSV, which has no types; once more with the value where the field's name belongs.
        foreach (var header in new[] { field.Name, value })
        {
            var names = record.Select(member => member.Key == field.Name ? header : member.Key);
            var body = $"{string.Join(',', names)}\n{string.Join(',', record.Select(member => member.Value?.ToString()))}\n";
            var answer = await service.Post(dataset.Name, dataset.ExamplePeriod, body, "text/csv");
            Assert.That((int)answer.Status, Is.LessThan(500));
        }
    }

    // Columns lie one behind the other in the file, so a value may begin anywhere.
    private static bool Found(string text, HashSet<string> sought)
    {
        var lookup = sought.GetAlternateLookup<ReadOnlySpan<char>>();
        var run = 0;
        for (var i = 0; i < text.Length; i++)
        {
            run = char.IsAsciiLetterOrDigit(text[i]) ? run + 1 : 0;
            if (run >= 10 && lookup.Contains(text.AsSpan(i - 9, 10))) return true;
            if (run >= 13 && lookup.Contains(text.AsSpan(i - 12, 13))) return true;
        }

        return text.Contains("999 000 0018", StringComparison.Ordinal) || text.Contains("999-000-0018", StringComparison.Ordinal);
    }

    private static string FileOf(TestService service) => new SqliteConnectionStringBuilder(service.ConnectionString).DataSource;

    private static async Task<List<(string Table, string Text)>> Rows(TestService service)
    {
        await using var connection = await service.Services.GetRequiredService<Engine>().Open(default);
        var tables = new List<string>();
        await Read("SELECT name FROM sqlite_master WHERE type = 'table'", row => tables.Add(row.GetString(0)));
        Assert.That(tables, Is.SupersetOf(new[] { "AuditLine", "OpenCase", "Finding" }));
        var rows = new List<(string, string)>();
        foreach (var table in tables)
            await Read(
                $"SELECT * FROM {table}",
                row => rows.Add((
                    table,
                    string.Join(
                        '\n',
                        Enumerable.Range(
                            0,
                            row.FieldCount).Select(i => row.GetValue(i) is byte[] blob
                                ? Encoding.Latin1.GetString(blob)
                                : row.GetValue(i).ToString())))));
        return rows;

        async Task Read(string sql, Action<System.Data.Common.DbDataReader> take)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) take(reader);
        }
    }
}
