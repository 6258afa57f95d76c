using System.Reflection;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>That what docs/security.md points to is there.</summary>
[TestFixture]
public sealed partial class SecurityDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Snapshot.Root, "docs/security.md"));

    [Test]
    public void Every_file_it_names_exists()
    {
        var files = Quoted()
            .Matches(Text)
            .Select(match => match.Groups[1].Value)
            .Where(word => FileName().IsMatch(word))
            .Distinct()
            .ToList();

        Assert.That(files, Has.Count.GreaterThan(15));
        Assert.That(files.Where(file => !Path.Exists(Path.Combine(Snapshot.Root, file))), Is.Empty);
    }

    [Test]
    public void Every_test_it_names_exists()
    {
        var fixtures = typeof(SecurityDocumentTests).Assembly
            .GetTypes()
            .Where(type => type.Name.EndsWith("Tests", StringComparison.Ordinal))
            .ToLookup(type => type.Name);
        var named = Quoted()
            .Matches(Text)
            .Select(match => match.Groups[1].Value)
            .Where(word => TestName().IsMatch(word))
            .Distinct()
            .ToList();

        Assert.That(named, Has.Count.GreaterThan(20));
        Assert.That(
            named.Where(name => name.Split('.') is var parts
                && !fixtures[parts[0]].Any(type => parts.Length == 1
                    || type.GetMethod(parts[1], BindingFlags.Public | BindingFlags.Instance) is not null)),
            Is.Empty);
    }

    [Test]
    public void Every_risk_of_the_OWASP_API_Top_10_has_a_line()
    {
        for (var i = 1; i <= 10; i++) Assert.That(Text, Does.Contain($"| API{i}:2023 "));
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^(src|tests|docs|db|api-specs|\.ci|\.github)/[\w./-]+$|^(Dockerfile|compose\.yaml|Directory\.\w+\.props)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^[A-Z]\w*Tests(\.\w+)?$")]
    private static partial Regex TestName();
}
