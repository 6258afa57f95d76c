using System.Diagnostics;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>
/// Follows the guides of docs/ section by section: writes the files that they show (<c>```csv file=visits.csv</c>), runs their commands (<c>```sh</c>) against a
/// service of its own, and compares what comes out with what they say (<c>```text</c>; … stands for anything, and white space aside).
/// </summary>
[TestFixture]
public sealed partial class GuideTests
{
    private static IEnumerable<TestCaseData> Sections => new[] { "send-your-first-return.md", "fix-your-findings.md" }
        .SelectMany(page => Fences(page).Where(fence => fence.Kind == "sh").Select(fence => fence.Section).Distinct()
            .Select(section => new TestCaseData(page, section).SetArgDisplayNames(page, section)));

    [TestCaseSource(nameof(Sections))]
    public async Task A_section_does_what_it_says(string page, string section)
    {
        await using var service = new TestService();
        service.UseKestrel(0);
        service.StartServer();
        var address = service.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var folder = Directory.CreateTempSubdirectory("guide-").FullName;
        try
        {
            var output = "";
            foreach (var fence in Fences(page))
            {
                var text = fence.Text.Replace("http://localhost:5080", address, StringComparison.Ordinal);
                if (fence.File.Length > 0) await File.WriteAllTextAsync(Path.Combine(folder, fence.File), text);
                if (fence.Section != section) continue;
                if (fence.Kind == "sh")
                {
                    if (text.StartsWith("pwsh", StringComparison.Ordinal) && !IsThere("pwsh")) Assert.Ignore($"NOT RUN HERE: {page}, {section}: there is no pwsh on this machine.");
                    output = await Run(text, folder);
                }
                else if (fence.Kind == "text")
                {
                    Assert.That(Bare(output), Does.Match($"^{Regex.Escape(Bare(fence.Text)).Replace("…", ".*", StringComparison.Ordinal)}$"), output);
                    output = "";
                }
            }

            Assert.That(output, Is.Empty, "the guide does not say what comes out");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Every_snippet_is_run()
    {
        foreach (var page in new[] { "send-your-first-return.md", "fix-your-findings.md" })
        {
            var fences = Fences(page).ToList();
            var commands = string.Concat(fences.Where(fence => fence.Kind == "sh").Select(fence => fence.Text));
            Assert.That(fences.Where(fence => fence.Kind is not ("sh" or "text") && !commands.Contains(fence.File, StringComparison.Ordinal)).Select(fence => fence.File), Is.Empty, page);
            Assert.That(fences.Where(fence => fence.Kind is not ("sh" or "text") && fence.File.Length == 0), Is.Empty, page);
            Assert.That(fences.Count(fence => fence.Kind == "sh"), Is.EqualTo(fences.Count(fence => fence.Kind == "text")).And.GreaterThan(3), page);
        }
    }

    private static IEnumerable<(string Section, string Kind, string File, string Text)> Fences(string page)
    {
        var text = File.ReadAllText(Path.Combine(Snapshot.Root, "docs", page)).ReplaceLineEndings("\n");
        return Fence().Matches(text).Select(fence => (
            Heading().Matches(text[..fence.Index]).LastOrDefault()?.Groups[1].Value ?? "", fence.Groups["kind"].Value, fence.Groups["file"].Value, fence.Groups["text"].Value));
    }

    private static async Task<string> Run(string script, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, WorkingDirectory = folder })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^```(?<kind>\\w*)(?: file=(?<file>\\S+))?\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
