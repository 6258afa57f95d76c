using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

/// <summary>The samples in <c>api-specs/samples</c> are what is declared here, and the service finds in them what is declared here.</summary>
public sealed class SampleTests
{
    private static readonly (string MediaType, Func<Sample, string> Write)[] Formats =
        [("application/json", sample => sample.Json), ("application/x-ndjson", sample => sample.Ndjson), ("text/csv", sample => sample.Csv)];

    private TestService service = null!;

    private static IEnumerable<string> Names => Sample.All.Select(sample => sample.Dataset);

    [OneTimeSetUp]
    public void Start() => service = new TestService();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public void Every_dataset_has_a_sample() => Assert.That(Names, Is.EqualTo(DatasetCatalogue.All.Select(dataset => dataset.Name)));

    [TestCaseSource(nameof(Names))]
    public void The_files_are_up_to_date(string dataset)
    {
        var sample = SampleOf(dataset);

        Snapshot.Matches($"api-specs/samples/{dataset}.json", sample.Json);
        Snapshot.Matches($"api-specs/samples/{dataset}.csv", sample.Csv);
    }

    [TestCaseSource(nameof(Names))]
    public void Every_rule_is_broken_by_one_record_and_kept_by_another(string dataset)
    {
        var sample = SampleOf(dataset);
        var broken = sample.Records.SelectMany(record => record.Findings).Select(finding => finding.Split(' ')[0]).ToHashSet();
        var rules = DatasetCatalogue.Find(dataset)!.AllRules.Select(rule => rule.Code);

        Assert.That(rules.Where(rule => !broken.Contains(rule)), Is.EqualTo(sample.DoNotApply.Keys));

        // A rule is kept by a record without a finding; among these every field has a value, so no rule is kept for want of one.
        var kept = sample.Records.Where(record => record.Findings.Count == 0).SelectMany(record => record.Values.Keys).ToHashSet();
        Assert.That(DatasetCatalogue.Find(dataset)!.FieldList.Select(field => field.Name).Where(field => !kept.Contains(field)), Is.Empty);
    }

    [Test]
    public void A_rule_does_not_apply_where_no_field_could_break_it()
    {
        foreach (var sample in Sample.All)
        {
            var types = DatasetCatalogue.Find(sample.Dataset)!.FieldList.Select(field => field.Type).ToHashSet();

            Assert.That(sample.DoNotApply.ContainsKey("R06"), Is.EqualTo(!types.Contains("hashed identifier")), sample.Dataset);
            Assert.That(sample.DoNotApply.ContainsKey("R07"), Is.EqualTo(!types.Contains("date")), sample.Dataset);
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task The_service_finds_what_is_declared_in_every_format_whether_checked_or_stored(string dataset)
    {
        var sample = SampleOf(dataset);
        foreach (var (mediaType, write) in Formats)
        {
            var expected = mediaType == "text/csv" ? UnknownFieldsFirst(Expected(sample)) : Expected(sample);

            var check = await service.Post($"{dataset}/check", sample.Period, write(sample), mediaType, TestService.GetDemonstrationKey(dataset));
            Assert.That(check.Status, Is.EqualTo(HttpStatusCode.OK), check.Text);
            AssertFound(check, expected, sample, mediaType);

            var stored = await service.Post(dataset, sample.Period, write(sample), mediaType);
            Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Created), stored.Text);
            Assert.That((string?)stored.Json["status"], Is.EqualTo("accepted-with-findings"));
            AssertFound(stored, expected, sample, mediaType);
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task Each_format_gives_the_same_receipt_and_the_same_figures(string dataset)
    {
        var sample = SampleOf(dataset);
        var codes = string.Join(',', DatasetCatalogue.Find(dataset)!.Indicators.Select(indicator => indicator.Code));
        var (receipts, figures) = (new List<string>(), new List<string>());
        foreach (var (mediaType, write) in Formats)
        {
            var receipt = (await service.Post(dataset, sample.Period, write(sample), mediaType)).Json;
            var findings = receipt["findings"]!.AsArray().Select(finding => $"{finding!["record"]} {finding["key"]} {finding["field"]} {finding["rule"]} {finding["message"]} {finding["value"]}").Order(StringComparer.Ordinal);
            receipts.Add($"{receipt["records"]}{receipt["rules"]}{string.Join('\n', findings)}");
            figures.Add((await service.Get($"/v1/indicator-values?codes={codes}&from=2026-10-01&to=2026-11-30&by=locality", "demo-analyst")).Text);
        }

        Assert.That(receipts.Distinct().Count(), Is.EqualTo(1), string.Join("\n\n", receipts));
        Assert.That(figures.Distinct().Count(), Is.EqualTo(1), string.Join("\n\n", figures));
        Assert.That(JsonNode.Parse(figures[0])!.AsArray(), Is.Not.Empty);
    }

    private static Sample SampleOf(string dataset) => Sample.All.Single(sample => sample.Dataset == dataset);

    // An unknown field is a finding of the return, and of no record of it.
    private static List<string> Expected(Sample sample) =>
        [.. sample.Records.SelectMany((record, i) => record.Findings.Select(finding => finding.StartsWith("R05", StringComparison.Ordinal) ? $"null {finding}" : $"{i + 1} {finding}"))];

    // The header of a CSV names it before any record is read.
    private static List<string> UnknownFieldsFirst(List<string> findings) => [.. findings.OrderByDescending(finding => finding.StartsWith("null", StringComparison.Ordinal))];

    private static void AssertFound(ApiResponse answer, List<string> expected, Sample sample, string mediaType)
    {
        var findings = answer.Json["findings"]!.AsArray().Select(finding => finding!).ToList();
        var (received, accepted, rejected, queried) = sample.Counts;
        // The CSV's header is its first line; a JSON array has no lines.
        int? LineOf(int record) => mediaType switch { "text/csv" => record + 1, "application/x-ndjson" => record, _ => null };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Select(finding => $"{finding["record"]?.ToString() ?? "null"} {finding["rule"]} {finding["field"]} {finding["severity"]}"), Is.EqualTo(expected), mediaType);
            Assert.That(findings.Where(finding => finding["record"] is not null).Select(finding => (int?)finding["line"]), Is.EqualTo(findings.Where(finding => finding["record"] is not null).Select(finding => LineOf((int)finding["record"]!))), mediaType);
            Assert.That(answer.Json["records"]!.ToJsonString(), Is.EqualTo($$"""{"received":{{received}},"accepted":{{accepted}},"rejected":{{rejected}},"queried":{{queried}}}"""), mediaType);
        }
    }
}
