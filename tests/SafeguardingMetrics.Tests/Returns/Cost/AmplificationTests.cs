using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Cost;

/// <summary>
/// What a return stores is bounded by what was sent, of every dataset: 64 KiB, 20 bytes for each byte that was sent, unpacked, and 32 KiB
/// for each month touched; of a rejected return 64 KiB.
/// </summary>
public sealed class AmplificationTests
{
    private const long Base = 64 * 1024;
    private const long ForMonth = 32 * 1024;
    private static readonly string[] Localities = ["locality"];

    /// <summary>Every dataset.</summary>
    public static IEnumerable<string> Datasets => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Datasets))]
    public async Task What_is_stored_is_bounded_by_what_was_sent(string name)
    {
        var dataset = DatasetCatalogue.Find(name)!;
        await using var service = new TestService();
        // The first measurement includes what the service stores once.
        await service.Post(dataset.Name, dataset.ExamplePeriod, "[]", "application/json");
        await Check(service, dataset, "{}", Repeat(30_000, _ => []));
        await Check(service, dataset, "one unknown name", Repeat(30_000, _ => [("a", "1")]), isRejected: true);
        await Check(service, dataset, "unknown names", Repeat(10, _ => [.. Enumerable.Range(0, 300).Select(i => ($"x{i}", "1"))]), true);
        // Two thousand right records, and one that is not: all or nothing was asked for.
        await Check(service, dataset, "strictly", Repeat(2_000, i => Of(dataset, i, _ => false)) + "{\"a\":1}\n", isRejected: true);
        using var all = Assert.EnterMultipleScope();
        foreach (var count in new[] { 20, 200, 600, 2_000 })
        {
            await Check(service, dataset, $"{count} of few", Repeat(count, i => Of(dataset, i, field => false)));
            await Check(service, dataset, $"{count} teams", Repeat(count, i => Of(dataset, i, IsTeam)));
            await Check(service, dataset, $"{count} localities", Repeat(count, i => Of(dataset, i, IsLocality)));
            await Check(service, dataset, $"{count} of everything", Repeat(count, i => Of(dataset, i, _ => true)));
            await Check(service, dataset, $"{count} as CSV", WriteCsv(dataset, count, months: 1), months: 1);
            if (dataset.Shape == DatasetShape.Snapshot) continue;
            await Check(service, dataset, $"{count} in 20 months", WriteCsv(dataset, count, months: 20), months: 20);
        }
    }

    private static bool IsTeam(Field field) => field.Type == FieldType.Text && !IsLocality(field);

    private static bool IsLocality(Field field) => Localities.Contains(field.Name);

    private static string Repeat(int count, Func<int, List<(string Name, string Value)>> create)
    {
        var body = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var record = new JsonObject();
            foreach (var (name, value) in create(i)) record[name] = value;
            body.Append(record.ToJsonString()).Append('\n');
        }

        return body.ToString();
    }

    // The declaration's example, with a key of its own and other values in some fields.
    private static List<(string Name, string Value)> Of(Dataset dataset, int number, Func<Field, bool> differs)
    {
        var record = new List<(string, string)>();
        foreach (var field in dataset.FieldList.Where(known => known.IsInExample && known.Type != FieldType.CodeSet))
        {
            var differsHere = field == dataset.KeyField || differs(field);
            record.Add((field.Name, differsHere ? Vary(field, number) : field.Example));
        }

        return record;
    }

    // As short as it can be written: only what is required, all of it different, on the days of some months.
    private static string WriteCsv(Dataset dataset, int count, int months)
    {
        var fields = dataset.FieldList.Where(known => known.IsRequired).ToList();
        var body = new StringBuilder().AppendJoin(',', fields.Select(field => field.Name)).Append('\n');
        for (var i = 0; i < count; i++)
        {
            var month = new DateOnly(2026, 11, 1).AddMonths(-(i % months));
            body.AppendJoin(',', fields.Select(field =>
                Vary(field, i).Replace("2026-11", $"{month:yyyy-MM}", StringComparison.Ordinal))).Append('\n');
        }

        return body.ToString();
    }

    private static string Vary(Field field, int number) => field.Type switch
    {
        FieldType.Identifier => $"X-{number}",
        FieldType.Text => $"T{number}",
        FieldType.Code => field.Codes![number % field.Codes.Count].Value,
        FieldType.Date when field.Example.StartsWith("2026-11", StringComparison.Ordinal) => $"2026-11-{1 + number % 22:00}",
        _ => field.Example,
    };

    private static async Task Check(TestService service, Dataset dataset, string what, string body, bool isRejected = false, int months = 0)
    {
        var before = Measure(service);
        var answer = await service.Post(
            dataset.Name, months > 1 ? "2025-04-01/2026-11-22" : dataset.ExamplePeriod, body,
            months > 0 ? "text/csv" : "application/x-ndjson", prefer: isRejected ? "handling=strict" : null, isConfirmed: true);
        var stored = Measure(service) - before;
        var sent = Encoding.UTF8.GetByteCount(body);
        var most = isRejected ? Base : Base + 20 * sent + ForMonth * Math.Max(months, 1);
        await TestContext.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset.Name}, {what}: {(int)answer.Status}, {sent:N0} bytes sent, {stored:N0} stored, at most {most:N0}"));
        Assert.That((int)answer.Status, isRejected ? Is.EqualTo(422) : Is.AnyOf(200, 201, 422), what);
        if ((int)answer.Status == 422) most = Base;
        Assert.That(stored, Is.LessThanOrEqualTo(most), $"{dataset.Name}, {what}: {sent} bytes sent");
    }

    // The pages of the file, with those that are free.
    private static long Measure(TestService service)
    {
        using var connection = new SqliteConnection(service.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT page_count FROM pragma_page_count) * (SELECT page_size FROM pragma_page_size)";
        return (long)command.ExecuteScalar()!;
    }
}
