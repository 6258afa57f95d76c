using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>The same records, written in the three formats by writers that know nothing of the readers.</summary>
[TestFixture]
public sealed class FormatsAgreeTests
{
    private static readonly string[] Fields = ["id", "name", "day", "seen", "number", "codes"];
    private static readonly string[] Scraps = ["East", "\"", ",", "\n", "\r\n", "\\", "é", "李", "😀", " ", "'", "{", "]", ";", "=1", "/"];

    [Test]
    public void The_three_formats_give_the_same_records_however_they_arrive([Range(1, 12)] int seed)
    {
        var dice = new Random(seed);
        var records = Enumerable.Range(0, dice.Next(1, 60)).Select(_ => Record(dice)).ToList();
        var expected = records
            .Select(record => string.Join(
                ' ',
                record.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Text(pair.Value)}")))
            .ToList();

        foreach (var (mediaType, body) in new[]
        {
            (MediaTypes.Csv, Csv(records, dice)),
            (MediaTypes.Json, Json(records, dice)),
            (MediaTypes.Ndjson, Ndjson(records, dice)),
        })
        {
            var most = dice.Next(1, 400);
            var read = BodyReadResult.Read(mediaType, Encoding.UTF8.GetBytes(body), () => dice.Next(1, most + 1));

            Assert.That(read.Records.Select(WithoutMissing), Is.EqualTo(expected), mediaType);
        }
    }

    private static string WithoutMissing(string record)
    {
        // "id= name=x" says of id only that it is missing, which a format may also say by leaving it out.
        foreach (var field in Fields)
            record = record.Replace($"{field}= ", "", StringComparison.Ordinal);
        return Fields.Any(field => record.EndsWith($" {field}=", StringComparison.Ordinal)) ? record[..record.LastIndexOf(' ')] : record;
    }

    private static Dictionary<string, object?> Record(Random dice) => new()
    {
        ["id"] = $"R-{dice.Next(1_000_000)}",
        ["name"] = dice.Next(4) == 0
            ? null
            : $"n{string.Concat(Enumerable.Range(0, dice.Next(1, 12)).Select(_ => Scraps[dice.Next(Scraps.Length)]))}n",
        ["day"] = dice.Next(3) == 0 ? null : $"2026-{dice.Next(1, 13):00}-{dice.Next(1, 29):00}",
        ["seen"] = dice.Next(3) switch { 0 => null, 1 => true, _ => (object)false },
        ["number"] = dice.Next(3) == 0 ? null : dice.Next(-50, 5000),
        ["codes"] = dice.Next(3) == 0 ? null : Enumerable.Range(0, dice.Next(1, 4)).Select(i => $"C{i}").ToArray(),
    };

    private static string Text(object? value) => value switch
    {
        null => "",
        true => "true",
        false => "false",
        string[] codes => string.Join(';', codes),
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string Csv(List<Dictionary<string, object?>> records, Random dice)
    {
        var end = dice.Next(2) == 0 ? "\n" : "\r\n";
        var csv = new StringBuilder(dice.Next(2) == 0 ? "\uFEFF" : "").Append(string.Join(',', Fields));
        foreach (var record in records)
        {
            csv.Append(end).AppendJoin(',', Fields.Select(field => Cell(Text(record[field]))));
            if (dice.Next(10) == 0) csv.Append(end);
        }

        return csv.Append(dice.Next(2) == 0 ? end : "").ToString();

        string Cell(string text) =>
            text.IndexOfAny(['"', ',', '\n', '\r']) >= 0 || dice.Next(5) == 0
                ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
                : text;
    }

    private static string Json(List<Dictionary<string, object?>> records, Random dice) =>
        JsonSerializer.Serialize(records, Options(dice, indented: dice.Next(2) == 0));

    private static string Ndjson(List<Dictionary<string, object?>> records, Random dice) =>
        string.Concat(
            records.Select(record => JsonSerializer.Serialize(record, Options(dice, indented: false))
                + (dice.Next(2) == 0 ? "\n" : "\r\n")
                + (dice.Next(6) == 0 ? "\n" : "")));

    private static JsonSerializerOptions Options(
        Random dice,
        bool indented) => new()
        {
            WriteIndented = indented,
            Encoder = dice.Next(2) == 0 ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
}
