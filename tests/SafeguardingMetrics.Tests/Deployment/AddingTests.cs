using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Failures;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>Adds the rule, the indicator and the dataset of docs/adding-a-dataset.md to a copy of the repository as they stand there, builds it, and uses what was added.</summary>
[TestFixture]
[Category("Deployment")]
public sealed partial class AddingTests
{
    private const string Folder = "src/SafeguardingMetrics/Datasets/SocialCare/MissingEpisodes/";
    private readonly string copy = Directory.CreateTempSubdirectory("adding-").FullName;
    private ServiceProcess? service;

    private static IReadOnlyList<(string Kind, string File, string Text)> Blocks { get; } =
        [.. Fence().Matches(File.ReadAllText(Path.Combine(Snapshot.Root, "docs", "adding-a-dataset.md")).ReplaceLineEndings("\n")).Select(fence => (fence.Groups["kind"].Value, fence.Groups["file"].Value, fence.Groups["text"].Value))];

    [OneTimeSetUp]
    public async Task Add()
    {
        foreach (var part in new[] { "src", "db", "api-specs" }) Copy(Path.Combine(Snapshot.Root, part), Path.Combine(copy, part));
        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", ".editorconfig", "BannedSymbols.txt" }) File.Copy(Path.Combine(Snapshot.Root, file), Path.Combine(copy, file));
        foreach (var (kind, file, text) in Blocks)
        {
            var path = Path.Combine(copy, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, kind == "diff" ? Applied(await File.ReadAllTextAsync(path), text) : text);
        }

        await Run("dotnet", "build", Path.Combine(copy, "src", "SafeguardingMetrics"), "--nologo", "-v", "q", "-clp:ErrorsOnly", "-p:RunAnalyzers=false", "-o", Path.Combine(copy, "out"));
        service = await ServiceProcess.Start($"Data Source={Path.Combine(copy, "adding.db")}", Path.Combine(copy, "out", "SafeguardingMetrics.dll"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (service is not null) await service.DisposeAsync();
        Directory.Delete(copy, recursive: true);
    }

    [Test]
    public void A_rule_is_one_line_an_indicator_one_declaration_and_a_dataset_one_folder_a_line_and_a_table()
    {
        string[] Added(string file) => [.. Blocks.Where(block => block.Kind == "diff" && block.File.EndsWith(file, StringComparison.Ordinal)).SelectMany(block => block.Text.Split('\n')).Where(line => line.StartsWith('+'))];
        Assert.That(Added("StatutoryVisits.Rules.cs"), Has.Length.EqualTo(1));
        Assert.That(Added("StatutoryVisits.Indicators.cs").Count(line => line.Contains("new ", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(Added("DatasetCatalogue.cs").Where(line => !line.StartsWith("+using", StringComparison.Ordinal)), Has.Exactly(1).Items);
        Assert.That(Blocks.Where(block => block.Kind != "diff" && !block.File.StartsWith(Folder, StringComparison.Ordinal)).Select(block => block.File), Is.EqualTo(new[] { "db/tables/0901-missing-episodes.sql" }));
    }

    [Test]
    public void What_is_shown_of_the_product_stands_there()
    {
        var shown = BareFence().Matches(File.ReadAllText(Path.Combine(Snapshot.Root, "docs", "adding-a-dataset.md")).ReplaceLineEndings("\n")).Select(fence => fence.Groups["text"].Value.Trim()).ToList();
        Assert.That(shown, Has.Count.EqualTo(1));
        Assert.That(File.ReadAllText(Path.Combine(Snapshot.Root, "src/SafeguardingMetrics/Datasets/SocialCare/OpenCases/OpenCases.cs")), Does.Contain(shown[0]));
    }

    [Test]
    public async Task The_rule_finds_what_it_says_and_the_indicator_counts_what_it_says()
    {
        var receipt = await Post("statutory-visits", "2025-03",
            "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone,managerCheckedOn\n" +
            "V-1,C-1,East,East 1,child-protection,2025-03-04,2025-03-03,true,true,2025-03-17\n" +
            "V-2,C-2,East,East 1,child-protection,2025-03-04,2025-03-03,true,true,2025-03-18\n" +
            "V-3,C-3,East,East 1,child-protection,2025-03-04,2025-03-03,false,,2025-03-04\n");
        Assert.That(receipt["findings"]!.AsArray().Select(finding => $"{finding!["key"]} {finding["rule"]} {finding["severity"]}"), Is.EqualTo(new[] { "V-2 SV08 query" }));
        Assert.That((decimal?)(await Get("/v1/indicators/children-seen/values?from=2025-03-01&to=2025-03-31"))[0]!["value"], Is.EqualTo(66.7m));
    }

    [Test]
    public async Task The_dataset_is_taken_checked_counted_and_documented()
    {
        var receipt = await Post("missing-episodes", "2025-03",
            "episodeId,childId,locality,missingFrom,missingOn,returnedOn,interviewedOn\n" +
            "M-1,C-1,East,home,2025-03-04,2025-03-05,2025-03-06\n" +
            "M-2,C-2,East,care,2025-03-04,2025-03-05,\n" +
            "M-3,C-3,West,care,2025-03-04,2025-03-03,\n" +
            "M-4,C-4,West,care,2025-03-30,,\n");
        Assert.That(receipt["findings"]!.AsArray().Select(finding => $"{finding!["key"]} {finding["rule"]}"), Is.EqualTo(new[] { "M-3 ME02" }));
        var figures = await Get("/v1/indicators/return-interviews/values?from=2025-03-01&to=2025-03-31");
        Assert.That((figures[0]!["numerator"]!.GetValue<int>(), figures[0]!["denominator"]!.GetValue<int>(), (decimal?)figures[0]!["value"]), Is.EqualTo((1, 2, 50.0m)));
        Assert.That((await Get("/v1/datasets/missing-episodes"))["fields"]!.AsArray(), Has.Count.EqualTo(7));
        Assert.That((await Get("/v1/datasets/missing-episodes/rules")).AsArray().Select(rule => (string)rule!["code"]!), Does.Contain("ME02"));
    }

    private async Task<JsonNode> Post(string dataset, string period, string csv)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/returns/{dataset}?period={period}") { Content = new StringContent(csv, Encoding.UTF8, new System.Net.Http.Headers.MediaTypeHeaderValue("text/csv")) };
        request.Headers.Add("X-Api-Key", "demo-social-care");
        return await Answer(request, HttpStatusCode.Created);
    }

    private async Task<JsonNode> Get(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("X-Api-Key", "demo-analyst");
        return await Answer(request, HttpStatusCode.OK);
    }

    private async Task<JsonNode> Answer(HttpRequestMessage request, HttpStatusCode expected)
    {
        using var response = await service!.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(expected), text);
        return JsonNode.Parse(text)!;
    }

    // The lines that stay are found, and take the new ones after them.
    private static string Applied(string text, string diff)
    {
        var lines = diff.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var before = string.Join('\n', lines.Where(line => line[0] == ' ').Select(line => line[1..])) + "\n";
        var plain = text.ReplaceLineEndings("\n");
        Assert.That(plain.Split(before), Has.Length.EqualTo(2), $"the guide shows lines that are not there, or not once:\n{before}");
        return plain.Replace(before, before + string.Join('\n', lines.Where(line => line[0] == '+').Select(line => line[1..])) + "\n", StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.GetDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj" or "data"))) Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
    }

    private static async Task Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
    }

    [GeneratedRegex("^```csharp\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex BareFence();

    [GeneratedRegex("^```(?<kind>\\w+) file=(?<file>\\S+)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
