using System.Net;
using System.Security.Cryptography;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>Tokens of an issuer that the partnership trusts.</summary>
[TestFixture]
public sealed class ExternalJwtTests
{
    private const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
    private static readonly Dictionary<string, object> Board = new()
    {
        ["oid"] = "0f1e2d3c-0000-4000-8000-000000000001",
        ["roles"] = new[] { "read-figures", "Something.Else" },
    };
    private Issuer issuer = null!;
    private TestService service = null!;

    [SetUp]
    public void Start()
    {
        issuer = new Issuer();
        service = new TestService
        {
            Setting =
            [
                ("Authentication:Authority", issuer.Address),
                ("Authentication:Audience", "api://safeguarding"),
                ("Authentication:AgencyClaim", "extension_agency"),
            ],
        };
    }

    [TearDown]
    public async Task Stop()
    {
        await service.DisposeAsync();
        issuer.Dispose();
    }

    [Test]
    public async Task Roles_and_scopes_are_permissions()
    {
        Assert.That((await Get(Figures, Token(Board))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get("/v1/clients", Token(Board))).Problem, Is.EqualTo("not-permitted"));
        Assert.That(
            (await Get("/v1/clients", Token(new() { ["azp"] = "an-application", ["scp"] = "administer read-figures" }))).Status,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get(Figures, Token(new() { ["sub"] = "somebody" }))).Problem, Is.EqualTo("not-permitted"));
    }

    [Test]
    public async Task What_was_set_by_such_a_caller_says_by_whom()
    {
        using var body = new StringContent(
            """{"indicator":"visits-on-time","validFrom":"2026-04-01","value":90}""",
            null,
            "application/json");
        var answer = await service.Send(
            HttpMethod.Post,
            "/v1/targets",
            body,
            ("Authorization", $"Bearer {Token(new() { ["sub"] = new string('s', 43), ["roles"] = new[] { "administer" } })}"));
        Assert.That((string?)answer.Json["setBy"], Has.Length.EqualTo(36).And.StartsWith("#"), answer.Text);
    }

    [Test]
    public async Task The_agency_is_in_the_claim_that_is_configured()
    {
        var token = Token(new()
        {
            ["sub"] = "job",
            ["roles"] = new[] { "submit", "read-returns", "administer" },
            ["extension_agency"] = "EXA-POL",
        });
        using var body = new StringContent("[]", null, "application/json");
        var receipt = await service.Send(
            HttpMethod.Post, "/v1/returns/police-notifications?period=2026-11-20", body, ("Authorization", $"Bearer {token}"));
        Assert.That((receipt.Status, (string?)receipt.Json["agency"]), Is.EqualTo((HttpStatusCode.Created, "EXA-POL")), receipt.Text);
        Assert.That((await Get("/v1/clients", token)).Problem, Is.EqualTo("not-permitted"), "an agency does not administer");
    }

    [Test]
    public async Task A_token_of_an_unknown_agency_is_not_taken_for_the_partnership_s()
    {
        foreach (var codes in new object[] { "NOBODY", new[] { "EXA-POL", "NOBODY" }, "", Array.Empty<string>() })
            Assert.That(
                (await Get(
                    "/v1/returns",
                    Token(new() { ["sub"] = "job", ["roles"] = new[] { "read-returns" }, ["extension_agency"] = codes }))).Problem,
                Is.EqualTo("unauthenticated"));
    }

    [Test]
    public async Task A_token_of_several_agencies_says_for_which()
    {
        var token = Token(new()
        {
            ["sub"] = "job",
            ["roles"] = new[] { "read-returns" },
            ["extension_agency"] = new[] { "EXA-POL", "EXA-CSC" },
        });
        Assert.That((await Get("/v1/returns", token)).Problem, Is.EqualTo("other-agency"));
        Assert.That((await Get("/v1/returns", token, ("X-Agency", "EXA-CSC"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task What_is_forged_over_or_meant_for_another_is_refused()
    {
        using var other = RSA.Create(2048);
        var now = service.Clock.GetUtcNow();
        foreach (var (why, token) in new[]
        {
            ("signed by another", issuer.Token(now, Board, signedBy: other)),
            ("of another issuer", issuer.Token(now, Board, issuer: "http://127.0.0.1:1")),
            ("for another audience", issuer.Token(now, Board, audience: "api://other")),
            ("for no audience", issuer.Token(now, Board, audience: null)),
            ("over", issuer.Token(now.AddHours(-2), Board)),
            ("not begun", issuer.Token(now.AddHours(1), Board)),
            ("naming nobody", Token(new() { ["roles"] = new[] { "read-figures" } })),
            ("saying it is ours", issuer.Token(now, Board, issuer: "urn:safeguarding-metrics", audience: "urn:safeguarding-metrics:api")),
        })
            Assert.That((await Get(Figures, token)).Problem, Is.EqualTo("unauthenticated"), why);
    }

    [Test]
    public async Task Without_an_authority_no_such_token_is_taken()
    {
        await using var alone = new TestService();
        Assert.That(
            (await alone.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {Token(Board)}"))).Problem,
            Is.EqualTo("unauthenticated"));
    }

    private string Token(Dictionary<string, object> claims) => issuer.Token(service.Clock.GetUtcNow(), claims);

    private Task<ApiResponse> Get(string address, string token, params (string, string)[] more) =>
        service.Send(HttpMethod.Get, address, null, [("Authorization", $"Bearer {token}"), .. more]);
}
