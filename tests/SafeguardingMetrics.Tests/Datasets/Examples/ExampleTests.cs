using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>The service finds in every dataset's <c>examples.csv</c> what the file says, and nothing else.</summary>
public sealed partial class ExampleTests
{
    private static readonly (string MediaType, Func<ExampleFile, string> Write)[] Formats =
        [("application/json", file => file.Json), ("application/x-ndjson", file => file.Ndjson), ("text/csv", file => file.Csv)];

    private TestService service = null!;

    private static IEnumerable<string> Names => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [OneTimeSetUp]
    public void Start() => service = new TestService();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [TestCaseSource(nameof(Names))]
    public async Task Each_record_breaks_what_is_said_and_nothing_else(string name)
    {
        var file = ExampleFile.Read(DatasetFiles.Find(name));
        foreach (var records in new[] { file.Sample, file.Further }.SelectMany(part => part.GroupBy(record => record.Period)))
        {
            var sent = records.ToList();
            var answer = await Check(name, records.Key, file.ToCsv(sent), "text/csv");
            // The header of a CSV names an unknown column once for the whole return.
            var ofRecords = answer.Json["findings"]!.AsArray().Where(finding => finding!["record"] is not null)
                .ToLookup(finding => (int)finding!["record"]!, finding => $"{finding!["rule"]}:{finding["field"]}");
            using (Assert.EnterMultipleScope())
            {
                foreach (var (i, record) in sent.Index())
                    Assert.That(
                        ofRecords[i + 1],
                        Is.EquivalentTo(record.Breaks.Where(rule => !IsOfReturn(rule))),
                        $"{name}: line {record.Line} of examples.csv");
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Every_rule_is_broken_by_a_record_and_every_field_has_a_value_in_a_good_one(string name)
    {
        var dataset = DatasetFiles.Find(name);
        var file = ExampleFile.Read(dataset);
        var broken = file.Sample.SelectMany(record => record.Breaks).Select(rule => rule.Split(':')[0]).ToHashSet();
        var filled = file.Sample.Where(record => record.Breaks.Count == 0).SelectMany(record => record.Cells.Keys).ToHashSet();
        // What is read, doubted or said once a return from R08 on is alike in every dataset: docs/reading-values.md shows and tests it.
        var inapplicable = CommonRuleScope.FindInapplicable(dataset).Select(rule => rule.Rule)
            .Concat(CommonRules.All.Where(rule => string.CompareOrdinal(rule.Code, "R08") >= 0));

        Assert.That(dataset.AllRules.Except(inapplicable).Select(rule => rule.Code).Where(rule => !broken.Contains(rule)), Is.Empty,
            $"{name}: add to the first part of examples.csv a record that breaks it");
        Assert.That(dataset.FieldList.Select(field => field.Name).Where(field => !filled.Contains(field)), Is.Empty,
            $"{name}: add to the first part of examples.csv a record that breaks nothing and has it");
    }

    [TestCaseSource(nameof(Names))]
    public async Task A_required_field_that_is_missing_breaks_R01_and_rules_that_need_it_are_left_out(string name)
    {
        var dataset = DatasetFiles.Find(name);
        var file = ExampleFile.Read(dataset);
        var good = file.Sample.First(record => record.Breaks.Count == 0);
        foreach (var field in dataset.FieldList.Where(field => field.IsRequired))
        {
            var without = good with { Cells = good.Cells.Where(cell => cell.Key != field.Name).ToDictionary() };
            Assert.That(
                (await Check(name, file.Period, file.ToCsv([without]), "text/csv")).Findings.Where(finding => finding.StartsWith('1')),
                Is.EqualTo(new[] { $"1 R01 {field.Name}" }));
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task The_sample_is_answered_alike_in_every_format_whether_checked_or_stored(string name)
    {
        var file = ExampleFile.Read(DatasetFiles.Find(name));
        var codes = string.Join(',', file.Dataset.Indicators.Select(indicator => indicator.Code));
        var (answers, figures) = (new List<string>(), new List<string>());
        foreach (var (mediaType, write) in Formats)
        {
            answers.Add(Describe((await Check(name, file.Period, write(file), mediaType)).Json));
            var stored = await service.Post(name, file.Period, write(file), mediaType);
            Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Created), stored.Text);
            Assert.That((string?)stored.Json["status"], Is.EqualTo("accepted-with-findings"));
            answers.Add(Describe(stored.Json));
            figures.Add(
                (await service.Get($"/v1/indicator-values?codes={codes}&from=2026-10-01&to=2026-11-30&by=locality", "demo-analyst")).Text);
        }

        Assert.That(answers.Distinct().Count(), Is.EqualTo(1), string.Join("\n\n", answers));
        Assert.That(figures.Distinct().Count(), Is.EqualTo(1), string.Join("\n\n", figures));
        Assert.That(JsonNode.Parse(figures[0])!.AsArray(), Is.Not.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Findings_of_the_sample_name_the_line_the_severity_and_how_the_records_fared(string name)
    {
        var file = ExampleFile.Read(DatasetFiles.Find(name));
        var rules = file.Dataset.AllRules.ToDictionary(rule => rule.Code);
        bool IsQueriedOnly(ExampleRecord record) => record.Breaks.All(rule => rules[rule.Split(':')[0]].Severity == Severity.Query);
        var rejected = file.Sample.Count(record => !IsQueriedOnly(record));
        var queried = file.Sample.Count(record => record.Breaks.Any(rule => !IsOfReturn(rule)) && IsQueriedOnly(record));
        foreach (var (mediaType, write) in Formats)
        {
            // The CSV's header is its first line; a JSON array has no lines.
            int? GetLine(int record) => mediaType switch { "text/csv" => record + 1, "application/x-ndjson" => record, _ => null };
            var json = (await Check(name, file.Period, write(file), mediaType)).Json;
            foreach (var finding in json["findings"]!.AsArray())
            {
                Assert.That(
                    (string?)finding!["severity"],
                    Is.EqualTo(rules[(string)finding["rule"]!].Severity == Severity.Query ? "query" : "error"));
                if (finding["record"] is not null)
                    Assert.That((int?)finding["line"], Is.EqualTo(GetLine((int)finding["record"]!)), mediaType);
            }

            Assert.That(json["records"]!.ToJsonString(), Is.EqualTo(
                $$"""{"received":{{file.Sample.Count}},"accepted":{{file.Sample.Count - rejected}},"rejected":{{rejected}}"""
                + $$""","queried":{{queried}},"explained":0}"""),
                mediaType);
        }
    }

    private async Task<ApiResponse> Check(string name, string period, string body, string mediaType)
    {
        var answer = await service.Post($"{name}/check", period, body, mediaType, TestService.GetDemonstrationKey(name));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer;
    }

    // An unknown field is a finding of the return, and of no record of it; so is how values were read, and how they were spelt.
    private static bool IsOfReturn(string rule) => rule.Split(':')[0] is "R05" or "R08" or "R09" or "R13";

    private static string Describe(JsonNode receipt) =>
        $"{receipt["records"]}{receipt["rules"]}" + string.Join('\n', receipt["findings"]!.AsArray()
            .Select(finding =>
                $"{finding!["record"]} {finding["key"]} {finding["field"]} {finding["rule"]} "
                + $"{WithoutLine().Replace((string?)finding["message"] ?? "", "")} {finding["value"]}")
                .Order(StringComparer.Ordinal));

    // The line on which another record stands is a thing of the format.
    [GeneratedRegex(", on line [0-9]+")]
    private static partial Regex WithoutLine();
}
