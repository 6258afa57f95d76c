using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>
/// That the container has no rights and nothing to write to but its volume and its memory: what its files say, and its
/// health check for real.
/// </summary>
[TestFixture]
public sealed partial class ContainerTests
{
    private static readonly string[] Dockerfile = File.ReadAllLines(Path.Combine(Snapshot.Root, "Dockerfile"));
    private static readonly string Compose = File.ReadAllText(Path.Combine(Snapshot.Root, "compose.yaml"));

    private static IEnumerable<string> LastStage =>
        Dockerfile.Skip(Array.FindLastIndex(Dockerfile, line => line.StartsWith("FROM ", StringComparison.Ordinal)));

    [Test]
    public void It_runs_as_a_user_without_rights_named_by_number()
    {
        var user = LastStage.Last(line => line.StartsWith("USER ", StringComparison.Ordinal))[5..];

        Assert.That(int.TryParse(user, out var id) && id > 0, Is.True, user);
        Assert.That(LastStage, Has.None.StartsWith("ADD ").And.None.StartsWith("RUN "));
        Assert.That(
            LastStage.Where(line => line.Contains("--chown", StringComparison.Ordinal)),
            Is.All.EndsWith("/data /data"),
            "it owns its data and not its program");
    }

    [Test]
    public void It_needs_no_shell()
    {
        Assert.That(LastStage.First(), Does.Contain("chiseled"));
        foreach (var command in LastStage.Where(line => line.StartsWith("ENTRYPOINT", StringComparison.Ordinal)
            || line.StartsWith("HEALTHCHECK", StringComparison.Ordinal)))
            Assert.That(command, Does.Match(@"\[""dotnet"", .*\]$"));
        Assert.That(LastStage, Has.Some.StartsWith("ENTRYPOINT").And.Some.StartsWith("HEALTHCHECK").And.Some.EqualTo("VOLUME /data"));
    }

    [Test]
    public void No_secret_is_in_its_files() =>
        Assert.That(Dockerfile.Append(Compose).SelectMany(text => Secret().Matches(text)).Select(match => match.Value), Is.Empty);

    [Test]
    public void Compose_gives_it_a_file_system_that_cannot_be_written_and_no_capability()
    {
        var service =
            Compose[Compose.IndexOf("x-service:", StringComparison.Ordinal)..Compose.IndexOf("\nservices:", StringComparison.Ordinal)];
        foreach (var line in new[] { "  read_only: true", "  cap_drop: [ALL]", "  security_opt: [\"no-new-privileges:true\"]" })
            Assert.That(service.Split('\n'), Has.Some.EqualTo(line));
        Assert.That(
            service,
            Does.Match(@"\n  tmpfs: \[""/tmp:[^""]*noexec[^""]*""\]\n").And.Not.Contain("privileged: true").And.Not.Contain("docker.sock"));
        foreach (var name in new[] { "migrate", "service" }) Assert.That(Compose, Does.Match($@"\n  {name}:\n    <<: \*service\n"));
        Assert.That(Compose, Does.Not.Match(@"\n    (read_only: false|user: (root|""?0)|cap_add)"));
    }

    [Test]
    public async Task The_health_check_knows_a_service_that_lives_from_one_that_does_not()
    {
        await using var service = new TestService();
        service.UseKestrel(0);
        service.StartServer();
        var address = service.ClientOptions.BaseAddress;

        Assert.That((await Command.Run(["health"], ("URLS", $"http://+:{address.Port}"))).Exit, Is.Zero);
        var (exit, _, errors) = await Command.Run(["health"], ("URLS", "http://localhost:9"));
        Assert.That((exit, errors.Trim()), Is.EqualTo((1, "It does not answer.")));
    }

    [GeneratedRegex(@"(?i)(password|key|secret|token)\w*\s*[=:]\s*(?!\?|\$\{|.*\$\{)[^\s;$]{6,}")]
    private static partial Regex Secret();
}
