using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>
/// Believable records written in every form that is taken: with each separator and encoding, with what exports leave around records,
/// and in each shape of JSON. All give the records of the plain form.
/// </summary>
[TestFixture]
public sealed class BodyFormsAgreeTests
{
    private static readonly string[] Fields = ["id", "name", "day", "seen", "number", "codes"];
    private static readonly string[] Places =
        ["East", "Café Street", "North; South", "A, B", "one|two", "Tab\there", "\"Old\" town", "Tŷ Llŵyn", "x\ny"];

    [Test]
    public void Every_form_gives_the_records_of_the_plain_form([Range(1, 24)] int seed)
    {
        var dice = new Random(seed);
        var records = Enumerable.Range(1, dice.Next(1, 40)).Select(number => CreateRecord(number, dice)).ToList();
        var plain = BodyReadResult.Read(MediaTypes.Csv, Encoding.UTF8.GetBytes(WriteCsv(records, ',', "\n")), () => 64 * 1024).Records;
        Assert.That(plain, Has.Count.EqualTo(records.Count));

        foreach (var (form, mediaType, bytes) in ListForms(records, dice))
        {
            var most = dice.Next(1, 300);
            var read = BodyReadResult.ReadAny(mediaType, bytes, () => dice.Next(1, most + 1));
            Assert.That(read.Records.Select(WithoutMissing), Is.EqualTo(plain.Select(WithoutMissing)), form);
        }
    }

    private static IEnumerable<(string Form, string MediaType, byte[] Body)> ListForms(
        List<Dictionary<string, string>> records, Random dice)
    {
        foreach (var separator in ",;\t|")
        {
            var csv = Clutter(WriteCsv(records, separator, dice.Next(2) == 0 ? "\n" : "\r\n"), separator, dice);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                yield return ($"CSV with '{separator}' in {encoding.WebName}", PickType(MediaTypes.Csv, dice),
                    [.. encoding.GetPreamble(), .. encoding.GetBytes(csv)]);
            }
        }

        var json = records.Select(record => JsonSerializer.Serialize(record, Options(dice))).ToList();
        var list = $"[{string.Join(",\n", json.SelectMany(record => dice.Next(4) == 0 ? new[] { "{}", record } : [record]))}]";
        var spread = string.Join(dice.Next(2) == 0 ? "\n" : "\r\n\n", json);
        foreach (var (form, text) in new[]
        {
            ("array", list),
            ("lines", spread + "\n"),
            ("value", $"{{\"@odata.context\":\"x\",\"value\":{list},\"count\":{records.Count}}}"),
            ("records", $"{{\"records\":{list},\"next\":null}}"),
            ("data", $"{{ \"errors\" : [] , \"data\" : {{ \"rows\" : {list} }} }}"),
        })
        {
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
            {
                var mark = encoding == Encoding.UTF8 && dice.Next(2) == 0 ? [] : encoding.GetPreamble();
                yield return ($"{form} in {encoding.WebName}", PickType(MediaTypes.Json, dice), [.. mark, .. encoding.GetBytes(text)]);
            }
        }
    }

    // The type is often wrong, and then the first bytes decide.
    private static string PickType(string right, Random dice) => dice.Next(4) switch
    {
        0 => MediaTypes.Csv,
        1 => MediaTypes.Json,
        2 => MediaTypes.Unsaid,
        _ => right,
    };

    // What spreadsheets and exports leave above, between and below the rows.
    private static string Clutter(string csv, char separator, Random dice)
    {
        var nothing = new string(separator, Fields.Length - 1) + "\n";
        var above = dice.Next(4) switch { 0 => $"sep={separator}\r\n", 1 => "#TYPE System.Data.DataRow\r\n", 2 => nothing, _ => "" };
        var below = dice.Next(4) switch { 0 => nothing + nothing, 1 => "\u00A0\n", 2 => "\u001A", _ => "" };
        return above + csv + below;
    }

    private static Dictionary<string, string> CreateRecord(int number, Random dice) => new()
    {
        ["id"] = $"V-{number}",
        ["name"] = dice.Next(5) == 0 ? "" : Places[dice.Next(Places.Length)],
        ["day"] = dice.Next(4) == 0 ? "" : $"2026-{dice.Next(1, 13):00}-{dice.Next(1, 29):00}",
        ["seen"] = dice.Next(3) switch { 0 => "", 1 => "true", _ => "false" },
        ["number"] = dice.Next(3) == 0 ? "" : FormattableString.Invariant($"{dice.Next(0, 200)}"),
        ["codes"] = dice.Next(3) == 0 ? "" : string.Join(';', Enumerable.Range(0, dice.Next(1, 3)).Select(i => $"C{i}")),
    };

    private static string WriteCsv(List<Dictionary<string, string>> records, char separator, string end) =>
        string.Concat(records.Select(record => string.Join(separator, Fields.Select(field => WriteCell(record[field], separator))) + end)
            .Prepend(string.Join(separator, Fields) + end));

    private static string WriteCell(string text, char separator) => text.IndexOfAny([separator, '"', '\n', '\r']) >= 0
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static JsonSerializerOptions Options(Random dice) => new()
    {
        WriteIndented = dice.Next(2) == 0,
        Encoder = dice.Next(2) == 0 ? JavaScriptEncoder.Default : JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // A value may be left out or be empty: both say nothing.
    private static string WithoutMissing(string record)
    {
        foreach (var field in Fields) record = record.Replace($"{field}= ", "", StringComparison.Ordinal);
        return Fields.Any(field => record.EndsWith($" {field}=", StringComparison.Ordinal)) ? record[..record.LastIndexOf(' ')] : record;
    }
}
