using System.Diagnostics;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>
/// Follows the guides of docs/ section by section: writes the files that they show (<c>```csv file=visits.csv</c>),
/// runs their commands (<c>```sh</c>) against a service of its own, and compares what comes out with what they say
/// (<c>```text</c>; … stands for anything, and white space aside).
/// </summary>
[TestFixture]
public sealed partial class GuideTests
{
    private static readonly string[] Pages = ["send-your-first-return.md", "fix-your-findings.md", "bi.md"];

    // What a section needs besides bash and curl: by the program that its commands begin with, what asks whether it is
    // there.
    private static readonly (string Begins, string IsThere)[] Needed =
    [
        ("pwsh", "command -v pwsh"),
        ("python3 figures.py", "python3 -c 'import pandas'"),
        ("python3 changed.py", "python3 -c 'import pandas'"),
        ("Rscript", "command -v Rscript"),
    ];

    private static IEnumerable<TestCaseData> Sections => Pages
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
                    foreach (var (begins, isThere) in Needed.Where(needed => text.StartsWith(needed.Begins, StringComparison.Ordinal)))
                        if (await Exit(isThere, folder) != 0)
                            Assert.Ignore($"NOT RUN HERE: {page}, {section}: there is no {begins} with what it needs on this machine.");
                    output = await Run(text, folder);
                }
                else if (fence.Kind == "text")
                {
                    Assert.That(
                        Bare(output),
                        Does.Match($"^{Regex.Escape(Bare(text)).Replace("…", ".*", StringComparison.Ordinal)}$"),
                        output);
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
        foreach (var page in Pages)
        {
            var fences = Fences(page).ToList();
            var commands = string.Concat(fences.Where(fence => fence.Kind == "sh").Select(fence => fence.Text));
            Assert.That(
                fences
                    .Where(fence => fence.Kind is not ("sh" or "text") && !commands.Contains(fence.File, StringComparison.Ordinal))
                    .Select(fence => fence.File),
                Is.Empty,
                page);
            Assert.That(fences.Where(fence => fence.Kind is not ("sh" or "text") && fence.File.Length == 0), Is.Empty, page);
            Assert.That(
                fences.Count(fence => fence.Kind == "sh"),
                Is.EqualTo(fences.Count(fence => fence.Kind == "text")).And.GreaterThan(3),
                page);
        }
    }

    private static IEnumerable<(string Section, string Kind, string File, string Text)> Fences(string page)
    {
        var text = File.ReadAllText(Path.Combine(Snapshot.Root, "docs", page)).ReplaceLineEndings("\n");
        return Fence().Matches(text).Select(fence => (
            Heading().Matches(text[..fence.Index]).LastOrDefault()?.Groups[1].Value ?? "",
            fence.Groups["kind"].Value,
            fence.Groups["file"].Value,
            fence.Groups["text"].Value));
    }

    private static async Task<string> Run(string script, string folder)
    {
        using var process = Start(script, folder);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero, output);
        return output;
    }

    private static async Task<int> Exit(string script, string folder)
    {
        using var process = Start($"{script} >/dev/null 2>&1", folder);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    // The distribution's programs first: it is there that libraries were installed.
    private static Process Start(string script, string folder) =>
        Process.Start(new ProcessStartInfo("bash", ["-c", $"PATH=\"/usr/bin:$PATH\"; {script}"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        })!;

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex("^```(?<kind>\\w*)(?: file=(?<file>\\S+))?\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
