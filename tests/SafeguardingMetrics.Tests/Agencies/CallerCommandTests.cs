using System.Net;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Agencies;

/// <summary>Agencies, clients and keys by command, as whoever may run the program makes them.</summary>
[TestFixture]
[NonParallelizable] // It replaces the process's error stream.
public sealed partial class CallerCommandTests
{
    private const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
    private TestService service = null!;

    [SetUp]
    public void Start() => service = new TestService("Production");

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task The_first_administrator_is_made_as_the_start_says()
    {
        var written = new StringWriter();
        var before = Console.Error;
        Console.SetError(written);
        try
        {
            using var first = service.CreateClientFor(null);
        }
        finally
        {
            Console.SetError(before);
        }

        var said = Command().Match(written.ToString());
        Assert.That(said.Success, Is.True, written.ToString());
        Assert.That(File.Exists(said.Groups["program"].Value), Is.True);
        var made = await Run(Word().Matches(said.Groups["arguments"].Value).Select(word => word.Value.Trim('"')));
        Assert.That(made.Exit, Is.Zero, made.Errors);
        var key = Key().Match(made.Output).Value;
        Assert.That((await service.Get("/v1/clients", key)).Status, Is.EqualTo(HttpStatusCode.OK), made.Output);
        foreach (var demonstration in SafeguardingMetrics.Identity.DemonstrationKeys.Keys)
            Assert.That((await service.Get("/v1/clients", demonstration.Key)).Problem, Is.EqualTo("unauthenticated"));

        await using var again = new TestService("Production") { Sharing = service.ConnectionString };
        written.GetStringBuilder().Clear();
        Console.SetError(written);
        try
        {
            using var second = again.CreateClientFor(null);
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.That(written.ToString(), Does.Not.Contain("administrator"));
    }

    [Test]
    public async Task An_agency_a_client_and_its_keys_are_made_rotated_and_revoked()
    {
        Assert.That((await Run(["agency", "add", "NEW-POL", "police", "New", "Police"])).Output, Does.Contain("added"));
        Assert.That((await Run(["agency", "list"])).Output, Does.Contain("NEW-POL\tpolice\tNew Police"));
        var client = Id().Match(
            (await Run(["client", "add", "Police job", "--permissions", "submit,read-returns", "--agencies", "NEW-POL"])).Output).Value;
        var first = Key().Match((await Run(["key", "create", client])).Output).Value;
        Assert.That((await service.Get("/v1/returns", first)).Status, Is.EqualTo(HttpStatusCode.OK));

        var rotated = (await Run(["key", "rotate", client, "--grace-days", "0"])).Output;
        var second = Key().Match(rotated).Value;
        Assert.That((await service.Get("/v1/returns", second)).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await Run(["key", "revoke", Id().Match(rotated).Value])).Output, Does.Contain("revoked"));
        Assert.That((await service.Get("/v1/returns", second)).Problem, Is.EqualTo("unauthenticated"));
        Assert.That((await Run(["client", "end", client])).Exit, Is.Zero);
        Assert.That((await Run(["client", "list"])).Output, Does.Contain($"{client}\tPolice job\tsubmit,read-returns\tNEW-POL\tended"));
    }

    [Test]
    public async Task What_cannot_be_is_refused_with_the_reason()
    {
        foreach (var (arguments, reason) in new (string[], string)[]
        {
            (["key"], "key create <client id>"),
            (["client", "add", "x", "--permission", "administer"], "client add <name>"),
            (["client", "add", "x", "--permissions", "submit"], "cannot submit"),
            (["agency", "add", "X", "fire", "Brigade"], "sector is one of"),
            (["key", "create", $"{Guid.Empty}"], "No client that stands"),
            (["key", "revoke", $"{Guid.Empty}"], "No key has this id"),
        })
        {
            var (exit, output, errors) = await Run(arguments);
            Assert.That((exit, output), Is.EqualTo((1, "")), string.Join(' ', arguments));
            Assert.That(errors, Does.Contain(reason));
        }
    }

    private Task<(int Exit, string Output, string Errors)> Run(IEnumerable<string> arguments)
    {
        _ = service.Services;
        return SafeguardingMetrics.Tests.Storage.Command.Run(
            arguments,
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ConnectionStrings__SafeguardingMetrics", service.ConnectionString),
            ("Identifiers__HashKey", Convert.ToBase64String(new byte[32])));
    }

    [GeneratedRegex("dotnet \"(?<program>[^\"]+)\" (?<arguments>.+)")]
    private static partial Regex Command();

    [GeneratedRegex("\"[^\"]+\"|\\S+")]
    private static partial Regex Word();

    [GeneratedRegex("sm_[0-9a-f]{32}_[0-9a-f]{64}")]
    private static partial Regex Key();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
