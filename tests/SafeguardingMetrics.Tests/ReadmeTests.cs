using System.Diagnostics;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests;

/// <summary>
/// Runs the README's curl lines as they stand there, against the service on a port of its own, and compares what comes
/// back with what the README says.
/// </summary>
[TestFixture]
public sealed partial class ReadmeTests
{
    [Test]
    public async Task The_curl_lines_give_what_the_README_says()
    {
        await using var service = new TestService();
        service.UseKestrel(0);
        service.StartServer();
        var address = service.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        var fences = Fence().Matches(await File.ReadAllTextAsync(Path.Combine(Snapshot.Root, "README.md")));
        var ran = 0;

        for (var i = 0; i < fences.Count; i++)
        {
            if (fences[i].Groups["kind"].Value != "sh" || !fences[i].Groups["text"].Value.StartsWith("curl", StringComparison.Ordinal))
                continue;
            var answer = await Run(fences[i].Groups["text"].Value.Replace("http://localhost:5080", address, StringComparison.Ordinal));
            // White space aside, since the README breaks lines; … stands for anything.
            var said = string.Concat(fences[i + 1].Groups["text"].Value.Where(c => !char.IsWhiteSpace(c)));
            var got = string.Concat(answer.Where(c => !char.IsWhiteSpace(c)));
            Assert.That(got, Does.Match("^" + Regex.Escape(said).Replace("…", ".*", StringComparison.Ordinal) + "$"));
            ran++;
        }

        Assert.That(ran, Is.EqualTo(2));
    }

    private static async Task<string> Run(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }

    [GeneratedRegex("^```(?<kind>\\w*)\\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
