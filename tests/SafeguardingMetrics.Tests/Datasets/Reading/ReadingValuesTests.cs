using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>Each line of the tables in docs/reading-values.md is true of the library that the service runs.</summary>
public sealed class ReadingValuesTests
{
    private static readonly DateOnly ReceivedOn = new(2026, 11, 22);

    // What would contradict a value of the tables.
    private static readonly string[] LeftOut = ["allocatedOn", "seenAlone", "managerCheckedOn", "childSeen"];

    private static IEnumerable<TestCaseData> Lines()
    {
        var field = "";
        foreach (var (number, line) in File.ReadLines(Path.Combine(Snapshot.Root, "docs", "reading-values.md")).Index())
        {
            if (line.StartsWith("<!-- ", StringComparison.Ordinal)) field = line[5..^4];
            if (!line.StartsWith("| `", StringComparison.Ordinal)) continue;
            var cells = line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')
                .Select(cell => cell.Replace('\u0001', '|')).ToArray();
            yield return new TestCaseData(field, Unescape(cells[1].Trim().Trim('`')), cells[2].Trim().Trim('`'), cells[3].Trim())
                .SetArgDisplayNames($"line {number + 1}", field, cells[1].Trim());
        }
    }

    [TestCaseSource(nameof(Lines))]
    public void A_value_becomes_what_the_table_says(string name, string written, string readAs, string said)
    {
        var dataset = DatasetCatalogue.Find(name.Split('.')[0])!;
        var field = dataset.FieldList.Single(known => known.Name == name.Split('.')[1]);
        var (stored, findings) = dataset.Accept(new Reading(field, CreateBody(dataset, field, written)));

        var rules = said == "silent" ? [] : said.Split(' ').Where(word => word.StartsWith('`')).Select(word => word.Trim('`')).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Select(finding => finding.Rule).Distinct(), Is.EquivalentTo(rules));
            Assert.That(findings.Select(finding => finding.Field), Is.All.EqualTo(field.Name));
            Assert.That(field.IsHashed ? DescribeHash(stored) : stored, Is.EqualTo(readAs));
            if (said.Contains("` ", StringComparison.Ordinal) && !said.EndsWith('`'))
                Assert.That(findings[0].Message, Does.StartWith(said[(said.LastIndexOf("` ", StringComparison.Ordinal) + 2)..]));
        }
    }

    [Test]
    public void Every_kind_of_field_is_in_a_table()
    {
        var shown = Lines().Select(line => (string)line.Arguments[0]!).Distinct().ToList();
        var kinds = shown.Select(name => DatasetCatalogue.Find(name.Split('.')[0])!.FieldList
            .Single(field => field.Name == name.Split('.')[1]).Type);
        Assert.That(kinds.Distinct(), Is.EquivalentTo(Enum.GetValues<FieldType>()));
    }

    // The example record as JSON, with one value as it is written.
    private static string CreateBody(Dataset dataset, Field field, string written)
    {
        var record = new JsonObject();
        foreach (var known in dataset.FieldList.Where(known => known.IsInExample || known == field))
        {
            // The days of the example are those of the table.
            var example = known.Type != FieldType.Date || !known.IsShown ? known.Example
                : dataset.Name == "statutory-visits" ? "2025-03-04" : known.Example;
            if (known != field && !LeftOut.Contains(known.Name))
                record[known.Name] = known.ToJson(example);
        }

        if (dataset.Name == "statutory-visits" && field.Name != "visitedOn") record["childSeen"] = field.Name == "childSeen" ? null : true;
        if (field.Name == "visitedOn") record["childSeen"] = null;
        if (dataset.Name == "open-cases") record["planType"] = "child-in-need";
        if (dataset.Name == "open-cases" && field.Name != "allocatedWorkerId") record.Remove("allocatedWorkerId");
        record[field.Name] = written is ['"' or '[', ..] ? JsonNode.Parse(written) : written;
        return new JsonArray(record).ToJsonString();
    }

    private static string DescribeHash(string stored) =>
        stored.Length == 0 ? "" : stored.StartsWith("unusable-", StringComparison.Ordinal) ? "unusable" : "a hash";

    private static string Unescape(string text) => text
        .Replace("\\u00A0", "\u00A0", StringComparison.Ordinal).Replace("\\u200B", "\u200B", StringComparison.Ordinal)
        .Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\u00AD", "\u00AD", StringComparison.Ordinal)
        .Replace("\\u200E", "\u200E", StringComparison.Ordinal).Replace("\\u202A", "\u202A", StringComparison.Ordinal)
        .Replace("\\u202C", "\u202C", StringComparison.Ordinal).Replace("\\u202E", "\u202E", StringComparison.Ordinal);

    private sealed class Reading(Field field, string body) : IDatasetVisitor<(string Stored, List<Finding> Findings)>
    {
        public (string Stored, List<Finding> Findings) Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var findings = new FindingCollector();
            var facts = new ReturnContext("EXA", new DateOnly(2025, 3, 1), new DateOnly(2026, 11, 22), ReceivedOn);
            var tools = new FieldReadContext(new StringPool(), IdentifierHasher.CreateTemporary());
            var validator = new RecordValidator<TRecord>(dataset, facts, tools, findings, new FieldCounts(dataset));
            var limits = ReaderLimits.Default;
            var reader = RecordReader.Create(MediaTypes.Json, new MemoryStream(Encoding.UTF8.GetBytes(body)), limits);
            Assert.That(validator.Next(reader), Is.True);
            var stored = dataset.Fields.Single(known => known.Name == field.Name).GetStoredValue(validator.Record);
            Assert.That(validator.Next(reader), Is.False);
            // What the other fields say of a value that is not there is theirs.
            return (Write(stored), [.. findings.First.Where(finding => finding.Rule is ['R', ..])]);
        }

        private static string Write(object? stored) => stored switch
        {
            null => "",
            DateOnly day when day == default => "",
            DateOnly day => $"{day:yyyy-MM-dd}",
            bool truth => truth ? "true" : "false",
            0 or 0m => "",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var text => (string)text,
        };
    }
}
