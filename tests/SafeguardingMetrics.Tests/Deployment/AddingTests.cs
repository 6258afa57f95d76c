using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>
/// Adds the rule and the dataset of docs/adding-a-dataset.md to a copy of the repository, as the guide shows them, runs
/// the one command, and then what a newcomer runs: build, format and tests. The copy's own tests leave this one out, as
/// <c>dotnet test</c> does. <c>.ci/run</c> leaves it out too, by the category <c>Guide</c>: it takes as long as half of that.
/// </summary>
[Category("Deployment")]
public sealed partial class AddingTests
{
    private const string Guide = "docs/adding-a-dataset.md";
    private const string Folder = "src/SafeguardingMetrics.Datasets/SocialCare/PrivateFostering/";
    private const string Catalogue = "src/SafeguardingMetrics.Datasets/Catalogue/DatasetCatalogue.cs";
    private const string Tests = "tests/SafeguardingMetrics.Tests";
    private const int TimeLimit = 60 * 60 * 1000;
    private const int MostFiles = 6;
    private const int MostLines = 220;

    private static IReadOnlyList<Block> Blocks { get; } = [.. Fence()
        .Matches(File.ReadAllText(Path.Combine(Snapshot.Root, Guide)).ReplaceLineEndings("\n"))
        .Select(fence => new Block(fence.Groups["kind"].Value, fence.Groups["file"].Value, fence.Groups["text"].Value))];

    [Test]
    public void A_dataset_is_at_most_six_files_and_220_lines_by_hand()
    {
        var byHand = Blocks.Where(block => block.File == Catalogue || block.File.StartsWith(Folder, StringComparison.Ordinal)).ToList();
        Assert.That(byHand.Select(block => block.File).Distinct().Count(), Is.LessThanOrEqualTo(MostFiles));
        Assert.That(byHand.Sum(block => block.LinesByHand), Is.LessThanOrEqualTo(MostLines));

        string Read(string file) => Blocks.Single(block => block.File == Folder + file).Text;
        Assert.That(Property().Count(Read("FosteringArrangement.cs")), Is.EqualTo(12), "fields");
        Assert.That(Rule().Count(Read("PrivateFostering.cs")), Is.EqualTo(6), "rules");
        Assert.That(Indicator().Count(Read("PrivateFostering.Indicators.cs")), Is.EqualTo(3), "indicators");
    }

    [Test, Category("Slow"), Category("Guide"), NonParallelizable, CancelAfter(TimeLimit)]
    public async Task What_the_guide_adds_builds_is_formatted_and_passes_every_test(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("adding-").FullName;
        try
        {
            var copy = new RepositoryCopy(folder, cancel);
            foreach (var block in Blocks) await block.Apply(copy.Root);

            // Twice, as the guide says: the table that the first run writes is built into the service that the second
            // documents.
            var generate = Snapshot.GenerateCommand.Split(' ');
            await copy.Run(generate[0], generate[1..], mayFail: true, analyses: false);
            await copy.Run(generate[0], generate[1..], analyses: false);
            await copy.Run("dotnet", ["build", "--no-incremental", "--nologo", "-v", "q", "-clp:ErrorsOnly"]);
            await copy.Run("dotnet", ["format", "--verify-no-changes", "--no-restore"]);
            var tests = await copy.Run("dotnet", ["test", Tests, "--no-build", "--nologo"]);
            await TestContext.Out.WriteLineAsync(tests.TrimEnd().Split('\n')[^1]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"^```(?<kind>\w+) file=(?<file>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("{ get; set; }")]
    private static partial Regex Property();

    [GeneratedRegex("""^        (Error|Query)\("PF""", RegexOptions.Multiline)]
    private static partial Regex Rule();

    [GeneratedRegex("Code = \"")]
    private static partial Regex Indicator();

    /// <summary>A block of the guide: a file, or a difference of one.</summary>
    private sealed record Block(string Kind, string File, string Text)
    {
        public int LinesByHand => Lines.Count(line => Kind != "diff" || line.StartsWith('+'));

        private string[] Lines => Text.TrimEnd('\n').Split('\n');

        public async Task Apply(string root)
        {
            var path = Path.Combine(root, File);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await System.IO.File.WriteAllTextAsync(path, Kind == "diff" ? Patch(await System.IO.File.ReadAllTextAsync(path)) : Text);
        }

        // The lines that stay or go are found, and become those that stay or come.
        private string Patch(string text)
        {
            var before = Join(line => !line.StartsWith('+'));
            var plain = text.ReplaceLineEndings("\n");
            Assert.That(
                plain.Split(before),
                Has.Length.EqualTo(2),
                $"{Guide} shows lines of {File} that are not there, or not once:\n{before}");
            return plain.Replace(before, Join(line => !line.StartsWith('-')), StringComparison.Ordinal);
        }

        private string Join(Func<string, bool> isIn) => string.Concat(Lines.Where(isIn).Select(line => line[1..] + "\n"));
    }
}
