using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>That what CI and builds fetch is named exactly, and kept up to date.</summary>
public sealed partial class SupplyChainFileTests
{
    [Test]
    public void Actions_are_named_by_commit_with_their_version_beside()
    {
        var uses = Directory.EnumerateFiles(Path.Combine(Snapshot.Root, ".github/workflows"))
            .SelectMany(File.ReadLines)
            .Where(line => line.Contains("uses:", StringComparison.Ordinal))
            .ToList();

        Assert.That(uses, Is.Not.Empty);
        Assert.That(uses, Is.All.Match(@"^\s*(- )?uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
    }

    [Test]
    public void Updates_are_proposed_for_everything_that_is_pinned()
    {
        var text = Read(".github/dependabot.yml");
        var ecosystems = Ecosystem().Matches(text).Select(match => (match.Groups[1].Value, match.Groups[2].Value));

        Assert.That(ecosystems, Is.EquivalentTo(new[]
        {
            ("nuget", "/"), ("npm", "/.ci/openapi"), ("docker", "/"), ("docker-compose", "/"), ("github-actions", "/"),
        }));
        Assert.That(Regex.Count(text, "interval: weekly"), Is.EqualTo(5));
        Assert.That(Regex.Count(text, "^    groups:", RegexOptions.Multiline), Is.EqualTo(5));
    }

    [Test]
    public void No_script_of_an_npm_package_runs_when_CI_installs_it()
    {
        var installs = Read(".ci/openapi/run").Split('\n').Where(line => Regex.IsMatch(line, @"\bnpm (ci|install|i)\b")).ToList();

        Assert.That(installs, Has.Count.EqualTo(1).And.All.Contains("npm ci --ignore-scripts "));
    }

    [Test]
    public void Restores_of_CI_and_of_the_image_take_what_the_lock_files_say()
    {
        foreach (var file in new[] { ".ci/run", "Dockerfile" }) Assert.That(Read(file), Does.Match("dotnet restore .*--locked-mode"), file);
        var projects = Directory.EnumerateFiles(Snapshot.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(file => !Regex.IsMatch(file, @"[/\\](bin|obj)[/\\]")).ToList();
        Assert.That(projects.Where(file => !File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json"))), Is.Empty);
    }

    [Test]
    public void A_restore_audits_and_tells_where_another_version_was_given()
    {
        var settings = Read("Directory.Build.props");

        Assert.That(settings, Does.Contain("<NuGetAudit>true</NuGetAudit>").And.Contain("<NuGetAuditMode>all</NuGetAuditMode>"));
        Assert.That(settings, Does.Contain("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").And.Not.Match("<NoWarn>[^<]*NU1603"));
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Snapshot.Root, path));

    [GeneratedRegex("- package-ecosystem: ([\\w-]+)\n    directory: (\\S+)\n")]
    private static partial Regex Ecosystem();
}
