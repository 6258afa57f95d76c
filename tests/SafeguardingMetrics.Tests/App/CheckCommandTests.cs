using System.CommandLine;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.App;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;
using Command = SafeguardingMetrics.Tests.Storage.Command;

namespace SafeguardingMetrics.Tests.App;

/// <summary>The command <c>check</c> finds in a file what the service finds in the same body.</summary>
[TestFixture]
public sealed class CheckCommandTests
{
    private const string Visits = "statutory-visits";
    private const string Header = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone\n";
    private const string Good = "V-1,C-1,East,East 1,child-protection,2025-03-04,2025-03-03,true,true\n";
    private const string Faulty = "V-3,C-3,West,West 1,looked-after,2025-03-18,2025-02-30,true,true\n";
    private string folder = "";
    private TestService service = null!;

    private static string Samples => Path.Combine(Snapshot.Root, "api-specs", "samples");

    private static IEnumerable<string> SampleFiles =>
        Directory.GetFiles(Samples).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    [OneTimeSetUp]
    public void Start()
    {
        service = new TestService();
        folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [TestCaseSource(nameof(SampleFiles))]
    public async Task A_file_has_the_findings_that_the_service_gives(string sample)
    {
        var dataset = DatasetCatalogue.Find(sample.Split('.')[0])!;
        var period = dataset.Shape == DatasetShape.Snapshot ? "2026-11-20" : "2026-11";
        var text = await File.ReadAllTextAsync(Path.Combine(Samples, sample));
        var forms = new List<(string Name, string Text, string MediaType)>
        {
            (sample, text, sample.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : "application/json"),
        };
        if (sample.EndsWith(".json", StringComparison.Ordinal))
            forms.Add((
                $"{sample}.ndjson",
                string.Concat(JsonNode.Parse(text)!.AsArray().Select(record => record!.ToJsonString() + "\n")),
                "application/x-ndjson"));

        foreach (var (name, body, mediaType) in forms)
        {
            var answer =
                await service.Post($"{dataset.Name}/check", period, body, mediaType, TestService.GetDemonstrationKey(dataset.Name));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);

            var (exit, output, errors) = Run(await Write(name, body), "--dataset", dataset.Name, "--period", period, "--format", "json");

            Assert.That(errors, Is.Empty);
            var printed = JsonNode.Parse(output)!;
            // What differs from the returns before it (R18) only a service knows.
            var known = answer.Json["findings"]!.AsArray().Where(finding => (string?)finding!["rule"] != "R18")
                .Select(finding => finding!.ToJsonString());
            Assert.That(printed["findings"]!.AsArray().Select(finding => finding!.ToJsonString()), Is.EqualTo(known), name);
            Assert.That(printed["records"]!.ToJsonString(), Is.EqualTo(answer.Json["records"]!.ToJsonString()), name);
            Assert.That(printed["findings"]!.AsArray(), Has.Count.InRange(1, 99), "a receipt lists the first hundred");
            Assert.That(exit, Is.EqualTo((int)printed["records"]!["rejected"]! > 0 ? 1 : 0));
        }
    }

    [Test]
    public async Task The_table_names_line_field_rule_and_value_and_ends_with_the_counts()
    {
        var (exit, output, errors) = Run(await Write("table.csv", Header + Good + Faulty), "-d", Visits, "-p", "2025-03");

        Assert.That((exit, errors), Is.EqualTo((1, "")));
        var lines = output.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        Assert.That(lines[0], Does.Match("^record  line  key  field      rule  severity  value       message$"));
        Assert.That(lines[1], Does.StartWith(
            "2       3     V-3  visitedOn  R02   error     2025-02-30  2025-02-30 is no day that exists. A value must be of its field's"));
        Assert.That(lines[3], Is.EqualTo("2 records received, 1 accepted, 1 rejected, 0 queried; 1 findings."));
    }

    [Test]
    public async Task CSV_has_the_columns_of_the_service_and_the_counts_are_on_the_error_stream()
    {
        var stored = await service.Post(Visits, "2025-03", Header + Good + Faulty, "text/csv");
        var listed = await service.Get($"/v1/returns/{stored.ReturnId}/findings?format=csv");

        var (exit, output, errors) = Run(await Write("columns.csv", Header + Good + Faulty), "-d", Visits, "-p", "2025-03", "-f", "csv");

        Assert.That((exit, output), Is.EqualTo((1, listed.Text)));
        Assert.That(errors.Trim(), Does.StartWith("2 records received"));
    }

    [Test]
    public async Task Every_finding_is_listed_unless_a_limit_is_given()
    {
        var many = await Write(
            "many.json",
            new JsonArray([.. Enumerable.Range(1, 6000).Select(i => VisitRecords.CreateFaulty($"V-{i}"))]).ToJsonString());

        Assert.That(
            JsonNode.Parse(Run(many, "-d", Visits, "-p", "2025-10", "-f", "json").Output)!["findings"]!.AsArray(),
            Has.Count.EqualTo(6000));
        Assert.That(Run(many, "-d", Visits, "-p", "2025-10", "--limit", "3").Output, Does.EndWith("6000 findings, the first 3 shown.\n"));
    }

    [Test]
    public async Task A_packed_file_and_one_whose_name_does_not_tell_are_read()
    {
        var packed = Path.Combine(folder, "packed.csv.gz");
        await using (var file = File.Create(packed))
        await using (var packing = new GZipStream(file, CompressionLevel.Fastest))
            await packing.WriteAsync(Encoding.UTF8.GetBytes(Header + Good));
        var unnamed = await Write("return.txt", Header + Good);

        Assert.That(
            Run(packed, "-d", Visits, "-p", "2025-03"),
            Is.EqualTo((0, "1 records received, 1 accepted, 0 rejected, 0 queried; 0 findings.\n", "")));
        Assert.That(Run(unnamed, "-d", Visits, "-p", "2025-03", "--type", "csv").Exit, Is.Zero);
        Assert.That(Run(unnamed, "-d", Visits, "-p", "2025-03").Exit, Is.Zero);
    }

    [TestCase("short.json", "[{", "short.json, line 1, position ")]
    [TestCase("damaged.csv.gz", "not gzip", "damaged.csv.gz cannot be read: ")]
    public async Task A_file_that_is_not_of_its_format_ends_with_1_and_the_place(string name, string text, string said)
    {
        var (exit, output, errors) = Run(await Write(name, text), "-d", Visits, "-p", "2025-03");

        Assert.That((exit, output), Is.EqualTo((1, "")));
        Assert.That(errors, Does.StartWith(said));
    }

    [Test]
    public async Task What_is_typed_wrong_ends_with_2_and_says_what_there_is()
    {
        var file = await Write("any.csv", Header + Good);

        var unknown = Run(file, "-d", "statutory-visit", "-p", "2025-03");
        Assert.That(unknown.Errors, Does.Contain("Did you mean \"statutory-visits\"?").And.Contain("open-cases"));
        foreach (var wrong in new[]
        {
            unknown,
            Run(file, "-d", Visits),
            Run(file, "-d", Visits, "-p", "March"),
            Run(file, "-d", Visits, "-p", "2027-03"),
            Run(file, "-d", Visits, "-p", "2025-03", "--format", "xml"),
            Run(file + "x", "-d", Visits, "-p", "2025-03"),
        })
        {
            Assert.That(wrong.Exit, Is.EqualTo(2));
            Assert.That(wrong.Errors, Is.Not.Empty);
        }
    }

    [Test]
    public async Task The_program_needs_no_setting_for_it_and_knows_no_other_words()
    {
        var (exit, output, errors) = await Command.Run(["check", await Write("program.csv", Header + Good), "-d", Visits, "-p", "2025-03"]);
        Assert.That(
            (exit, output.Trim(), errors),
            Is.EqualTo((0, "1 records received, 1 accepted, 0 rejected, 0 queried; 0 findings.", "")));

        var unknown = await Command.Run(["chek"]);
        Assert.That((unknown.Exit, unknown.Errors.Contains("chek", StringComparison.Ordinal)), Is.EqualTo((2, true)), unknown.Errors);
        Assert.That(unknown.Output, Does.Contain("migrate").And.Contain("check"));
    }

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private (int Exit, string Output, string Errors) Run(params string[] words)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var parsed = new RootCommand { CheckCommand.Create(service.Clock) }.Parse(["check", .. words]);
        var exit = parsed.Invoke(new InvocationConfiguration { Output = output, Error = errors });
        return (parsed.Errors.Count > 0 ? CommandLine.UsageError : exit, output.ToString(), errors.ToString());
    }
}
