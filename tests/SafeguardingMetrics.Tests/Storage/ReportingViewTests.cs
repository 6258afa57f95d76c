using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Datasets.Examples;
using SafeguardingMetrics.Tests.Indicators.Cases;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>What an analyst reads in the database is what the API says.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed partial class ReportingViewTests
{
    [Test]
    public async Task Records_in_force_are_those_of_the_newest_returns()
    {
        await using var service = new TestService();
        await service.Post(
            "statutory-visits",
            "2026-10",
            new JsonArray(
                VisitRecords.CreateMade("A", "2026-10-05"),
                VisitRecords.CreateMade("B", "2026-10-15"),
                VisitRecords.CreateMade("C", "2026-10-25")));
        var newer =
            await service.Post("statutory-visits", "2026-10-10/2026-10-20", new JsonArray(VisitRecords.CreateMade("D", "2026-10-12")));
        const string Question = "SELECT Agency, VisitId, CountedOn FROM StatutoryVisitInForce ORDER BY VisitId";

        Assert.That(
            await Ask(service, Question),
            Is.EqualTo(new[] { "EXA-CSC A 2026-10-05", "EXA-CSC C 2026-10-25", "EXA-CSC D 2026-10-12" }));

        await service.Delete($"/v1/returns/{newer.ReturnId}", "demo-social-care");
        Assert.That(
            await Ask(service, Question),
            Is.EqualTo(new[] { "EXA-CSC A 2026-10-05", "EXA-CSC B 2026-10-15", "EXA-CSC C 2026-10-25" }));
    }

    [Test]
    public async Task Figures_counts_are_those_of_the_API()
    {
        await using var service = new TestService();
        await RandomReturns.Send(service, new Random(5));
        var compared = 0;

        foreach (var code in (await service.Get("/v1/indicators")).Json.AsArray().Select(indicator => (string)indicator!["code"]!))
        {
            var ofRecords = IndicatorCatalogue.Find(code)!.Dimensions.Where(Dimension.IsOfRecords).Except(Dimension.ForChildren);
            foreach (var by in ofRecords.Prepend(Dimension.All))
            {
                var figures = (await service.Values(
                    code,
                    $"from=2026-10-01&to=2026-11-30&interval=month{(by == Dimension.All ? "" : $"&by={by}")}"))
                    .Where(row => row!["denominator"] is { } count && (decimal)count != 0)
                    .Select(row => Invariant(
                        $"{row!["period"]}-01 {row["member"]} {(decimal)row["numerator"]!:0.00} {(decimal)row["denominator"]!:0.00}"))
                    .ToList();
                var counted = await Ask(
                    service,
                    $"SELECT MonthOn, Member, Numerator, Denominator FROM LiveFigureCount WHERE Indicator = '{code}' AND Dimension = "
                    + $"'{by}' AND Denominator <> 0 AND MonthOn IN ('2026-10-01', '2026-11-01')");
                Assert.That(counted, Is.EquivalentTo(figures), $"{code} by {by}");
                compared += counted.Count;
            }
        }

        Assert.That(compared, Is.GreaterThan(100));
    }

    [Test]
    public async Task A_snapshot_counts_with_each_agency_s_last_day_in_the_month_and_cells_with_every_day()
    {
        await using var service = new TestService();
        await service.Post(
            "workforce-posts",
            "2026-10-08",
            SafeguardingMetrics.Tests.Indicators.PostRecords.CreateMany(filled: 3, vacant: 1));
        await service.Post(
            "workforce-posts",
            "2026-10-20",
            SafeguardingMetrics.Tests.Indicators.PostRecords.CreateMany(filled: 1, vacant: 2));
        await service.Post(
            "workforce-posts",
            "2026-10-09",
            SafeguardingMetrics.Tests.Indicators.PostRecords.CreateMany(filled: 5, vacant: 5),
            "demo-health");

        Assert.That(
            await Ask(service, "SELECT Numerator, Denominator FROM LiveFigureCount WHERE Indicator = 'vacancy-rate' AND Dimension = 'all'"),
            Is.EqualTo(new[] { "7.00 13.00" }));
        Assert.That(
            await Ask(
                service,
                "SELECT StartsOn, Agency, Numerator, Denominator FROM LiveCell WHERE Indicator = 'vacancy-rate' AND Dimension = 'all' "
                + "ORDER BY StartsOn"),
            Is.EqualTo(new[] { "2026-10-08 EXA-CSC 1.00 4.00", "2026-10-09 EXA-ICB 5.00 10.00", "2026-10-20 EXA-CSC 2.00 3.00" }));
    }

    [Test]
    public async Task Returns_and_findings_are_those_of_the_API()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09", new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-03")));
        await service.Post(
            "statutory-visits",
            "2026-09",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-03"), VisitRecords.CreateMade("V-2", "2026-09-03")));
        var found = await service.Post(
            "statutory-visits",
            "2026-10-10",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-10"), VisitRecords.CreateFaulty("V-2")));
        var withdrawn = await service.Post("statutory-visits", "2026-11-01/2026-11-05", new JsonArray());
        await service.Delete($"/v1/returns/{withdrawn.ReturnId}", "demo-social-care");
        await service.Post("statutory-visits", "2026-11-03", new JsonArray(VisitRecords.CreateFaulty("V-1")));

        var listed = (await service.Get("/v1/returns")).Json["items"]!.AsArray();
        Assert.That(
            listed.Select(item => (string)item!["status"]!),
            Is.EquivalentTo(new[] { "superseded", "accepted", "accepted-with-findings", "withdrawn", "rejected" }));
        Assert.That(
            await Ask(
                service,
                "SELECT ReturnId, Agency, Dataset, FromDay, ToDay, Status, Received, Accepted, Rejected, Queried FROM SubmittedReturn"),
            Is.EquivalentTo(listed.Select(item =>
                $"{item!["returnId"]} {item["agency"]} {item["dataset"]} {item["period"]!["from"]} {item["period"]!["to"]} "
                + $"{item["status"]} {item["records"]!["received"]} {item["records"]!["accepted"]} {item["records"]!["rejected"]} "
                + $"{item["records"]!["queried"]}")));

        var findings = (await service.Get($"/v1/returns/{found.ReturnId}/findings")).Json["items"]!.AsArray();
        Assert.That(findings, Is.Not.Empty);
        Assert.That(
            await Ask(
                service,
                $"SELECT RecordNumber, RecordKey, RuleCode, Field, Severity, FoundValue, Message FROM ReturnFinding WHERE ReturnId = "
                + $"'{found.ReturnId}' ORDER BY FindingNumber"),
            Is.EqualTo(
                findings
                    .Select(item =>
                        $"{item!["record"]} {item["key"]} {item["rule"]} {item["field"]} {item["severity"]} {item["value"]} "
                        + $"{item["message"]}")));
    }

    [Test]
    public async Task The_guide_s_queries_run_one_for_each_view()
    {
        await using var service = new TestService();
        foreach (var sample in ExampleFile.ReadAll())
        {
            var answer = await service.Post(sample.Dataset.Name, sample.Period, sample.Json, "application/json");
            Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        }

        var guide = await File.ReadAllTextAsync(Path.Combine(Snapshot.Root, "docs/reporting.md"));
        var sections = Section().Matches(guide).ToDictionary(match => match.Groups["view"].Value, match => match.Groups["sql"].Value);
        Assert.That(
            sections.Keys,
            Is.EquivalentTo(
                Directory.GetFiles(Path.Combine(Snapshot.Root, "db/views/reporting")).Select(Path.GetFileNameWithoutExtension)));
        foreach (var (view, sql) in sections)
        {
            Assert.That(sql, Does.Match($@"\b{view}\b"));
            Assert.That(await Ask(service, sql), Is.Not.Empty, view);
        }

        foreach (Match query in Query().Matches(guide))
            Assert.That(await Ask(service, query.Groups["sql"].Value), Is.Not.Empty, query.Value);
    }

    // Each row as its values with spaces between, written alike for both engines.
    private static async Task<List<string>> Ask(TestService service, string question)
    {
        using (await service.CreateClientFor(null).GetAsync("/health/ready"))
        {
        }

        await using var connection = await service.Services.GetRequiredService<Engine>().Open(CancellationToken.None);
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var rows = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await rows.ReadAsync())
            answers.Add(string.Join(' ', Enumerable.Range(0, rows.FieldCount).Select(i => Written(rows.GetName(i), rows.GetValue(i)))));
        return answers;
    }

    private static string Written(string column, object value) => value switch
    {
        DateTime day => Invariant($"{day:yyyy-MM-dd}"),
        _ when column is "Numerator" or "Denominator" => Invariant($"{Convert.ToDecimal(value, CultureInfo.InvariantCulture):0.00}"),
        _ => Invariant($"{value}"),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex("^```sql\\n(?<sql>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Query();

    [GeneratedRegex("^### (?<view>\\w+)$.*?^```sql\\n(?<sql>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
