using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>The ways in which a request says who sends it.</summary>
[TestFixture]
public sealed class CredentialTests
{
    private const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
    private TestService service = null!;

    [SetUp]
    public void Start() => service = new TestService();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Basic_takes_the_id_of_the_key_or_client_with_the_key_or_its_secret()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (id, key) = await service.AddKey(client);
        foreach (var (name, secret) in new[]
        {
            (id, key),
            (id, key[^64..]),
            (client, key),
            (client, key[^64..]),
            ("demo-board", "demo-board"),
        })
            Assert.That((await Read(("Authorization", Callers.Basic(name, secret)))).Status, Is.EqualTo(HttpStatusCode.OK), name);
        foreach (var (name, secret) in new[]
        {
            (id, key[..^1]),
            (id, ""),
            ("", key),
            (client, "demo-board"),
            ("demo-admin", "demo-board"),
            (Guid.CreateVersion7().ToString(), key[^64..]),
            (id, id),
        })
            Assert.That((await Read(("Authorization", Callers.Basic(name, secret)))).Problem, Is.EqualTo("unauthenticated"), name);
    }

    [Test]
    public async Task Figures_ask_for_Basic_and_returns_do_not()
    {
        Assert.That(
            (await Read()).Headers["WWW-Authenticate"],
            Is.EqualTo("ApiKey header=\"X-Api-Key\", Bearer, Basic realm=\"safeguarding-metrics\", charset=\"UTF-8\""));
        var returns = await service.Send(
            HttpMethod.Get, "/v1/returns", null, ("Authorization", Callers.Basic("demo-social-care", "demo-social-care")));
        Assert.That(
            (returns.Problem, returns.Headers["WWW-Authenticate"]),
            Is.EqualTo(("unauthenticated", "ApiKey header=\"X-Api-Key\", Bearer")));
    }

    [Test]
    public async Task Two_credentials_at_once_are_refused()
    {
        Assert.That(
            (await Read(("X-Api-Key", "demo-board"), ("Authorization", Callers.Basic("demo-board", "demo-board")))).Problem,
            Is.EqualTo("unauthenticated"));
        Assert.That((await Read(("X-Api-Key", "demo-board"), ("X-Api-Key", "demo-admin"))).Problem, Is.EqualTo("unauthenticated"));
    }

    [TestCase("Basic")]
    [TestCase("Basic !")]
    [TestCase("Basic bm9jb2xvbg==")]
    [TestCase("Bearer")]
    [TestCase("Bearer nothing")]
    [TestCase("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJ1cm46c2FmZWd1YXJkaW5nLW1ldHJpY3MifQ.")]
    [TestCase("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOlsxXX0.")]
    [TestCase("Digest username=\"x\"")]
    public async Task What_is_no_credential_is_refused(string authorization) =>
        Assert.That((await Read(("Authorization", authorization))).Problem, Is.EqualTo("unauthenticated"));

    [Test]
    public async Task A_token_does_what_its_client_may_for_half_an_hour()
    {
        var (id, key) = await service.AddKey(await service.AddClient([Permission.ReadFigures]));
        var answer = await service.AskToken(id, key);
        Assert.That(
            (answer.Status, (string?)answer.Json["token_type"], answer.Headers["Cache-Control"]),
            Is.EqualTo((HttpStatusCode.OK, "Bearer", "no-store")),
            answer.Text);
        var bearer = ("Authorization", $"Bearer {answer.Json["access_token"]}");
        Assert.That((await Read(bearer)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.Send(HttpMethod.Get, "/v1/clients", null, bearer)).Problem, Is.EqualTo("not-permitted"));
        service.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.That((await Read(bearer)).Problem, Is.EqualTo("unauthenticated"));
    }

    [Test]
    public async Task A_token_ends_with_its_key()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (id, key) = await service.AddKey(client);
        var bearer = ("Authorization", $"Bearer {(await service.AskToken(client, key[^64..])).Json["access_token"]}");
        Assert.That((await Read(bearer)).Status, Is.EqualTo(HttpStatusCode.OK));
        await service.Delete($"/v1/clients/{client}/keys/{id}", "demo-admin");
        Assert.That((await Read(bearer)).Problem, Is.EqualTo("unauthenticated"));
    }

    [Test]
    public async Task Scopes_narrow_a_token()
    {
        var bearer = (
            "Authorization",
            $"Bearer {(await service.AskToken("demo-admin", "demo-admin", "read-figures read-data-quality")).Json["access_token"]}");
        Assert.That((await Read(bearer)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.Send(HttpMethod.Get, "/v1/clients", null, bearer)).Problem, Is.EqualTo("not-permitted"));
        Assert.That((string?)(await service.AskToken("demo-board", "demo-board", "administer")).Json["error"], Is.EqualTo("invalid_scope"));
    }

    [Test]
    public async Task Who_is_not_known_gets_no_token()
    {
        foreach (var (name, secret) in new[] { ("demo-board", "demo-admin"), (Guid.CreateVersion7().ToString(), "x"), ("", "") })
        {
            var answer = await service.AskToken(name, secret);
            Assert.That((int)answer.Status, Is.EqualTo(401).Or.EqualTo(400), answer.Text);
            Assert.That((string?)answer.Json["error"], Is.EqualTo("invalid_client").Or.EqualTo("invalid_request"), answer.Text);
        }
    }

    [TestCase("grant_type=client_credentials&client_id=demo-board&client_secret=%00", "application/x-www-form-urlencoded")]
    [TestCase("%00=%00", "application/x-www-form-urlencoded")]
    [TestCase("grant_type=%FF%ZZ&&&==", "application/x-www-form-urlencoded")]
    [TestCase(
        "grant_type=client_credentials&grant_type=client_credentials&client_id=demo-board&client_secret=demo-board",
        "application/x-www-form-urlencoded")]
    [TestCase("grant_type=password&username=a&password=b", "application/x-www-form-urlencoded")]
    [TestCase("{}", "application/json")]
    [TestCase("", "application/x-www-form-urlencoded")]
    [TestCase("--x", "multipart/form-data; boundary=x")]
    public async Task A_request_for_a_token_that_cannot_be_read_is_refused(string body, string mediaType)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        var answer = await service.Send(HttpMethod.Post, "/oauth2/token", content);
        Assert.That(((int)answer.Status, answer.MediaType), Is.EqualTo((400, "application/json")), answer.Text);
        Assert.That((string?)answer.Json["error"], Is.EqualTo("invalid_request").Or.EqualTo("unsupported_grant_type"), answer.Text);
        Assert.That(answer.Text, Does.Not.Contain("openiddict"));
    }

    [Test]
    public async Task A_request_for_a_token_with_very_much_in_it_is_refused()
    {
        var answer = await service.AskToken("demo-board", new string('x', 5_000_000));
        Assert.That((int)answer.Status, Is.EqualTo(400).Or.EqualTo(401), answer.Text);
    }

    [Test]
    public async Task A_token_that_one_instance_issued_is_taken_by_another()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var setting = Convert.ToBase64String(key.ExportPkcs8PrivateKey());
        await using var shared = new TestService { Setting = [("OAuth:SigningKey", setting)] };
        await using var other = new TestService { Sharing = shared.ConnectionString, Setting = [("OAuth:SigningKey", setting)] };
        await using var stranger = new TestService { Sharing = shared.ConnectionString };
        var token = (string)(await shared.AskToken("demo-board", "demo-board")).Json["access_token"]!;
        Assert.That(
            (await other.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {token}"))).Status,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await stranger.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {token}"))).Problem,
            Is.EqualTo("unauthenticated"),
            "signed with another key");
    }

    [Test]
    public async Task Outside_Development_no_token_is_issued_without_a_key_to_sign_with()
    {
        await using var production = new TestService("Production");
        var answer = await production.AskToken("demo-board", "demo-board");
        Assert.That(((int)answer.Status, (string?)answer.Json["error"]), Is.EqualTo((400, "unauthorized_client")), answer.Text);
    }

    [TestCase("OAuth:SigningKey", "c2hvcnQ=", "OAuth__SigningKey")]
    [TestCase("Authentication:Authority", "https://login.example.org", "Authentication__Audience")]
    public void Settings_of_tokens_that_cannot_be_used_end_the_start(string name, string value, string said)
    {
        using var refused = new TestService { Setting = [(name, value)] };
        Assert.That(() => refused.CreateClientFor(null), Throws.Exception.With.Message.Contain(said));
    }

    [Test]
    public async Task A_vendor_acts_for_the_agency_that_it_names()
    {
        var (_, key) = await service.AddKey(
            await service.AddClient([Permission.Submit, Permission.ReadReturns], "EXA-SCH-02", "EXA-SCH-03"));
        foreach (var agency in new[] { "EXA-SCH-02", "EXA-SCH-03" })
        {
            var receipt = await Submit(key, ("X-Agency", agency));
            Assert.That((receipt.Status, (string?)receipt.Json["agency"]), Is.EqualTo((HttpStatusCode.Created, agency)), receipt.Text);
            Assert.That(
                (await service.Send(
                    HttpMethod.Get, $"/v1/returns/{receipt.ReturnId}", null, ("X-Api-Key", key), ("X-Agency", agency))).Status,
                Is.EqualTo(HttpStatusCode.OK));
            var other = agency == "EXA-SCH-02" ? "EXA-SCH-03" : "EXA-SCH-02";
            Assert.That(
                (await service.Send(
                    HttpMethod.Get, $"/v1/returns/{receipt.ReturnId}", null, ("X-Api-Key", key), ("X-Agency", other))).Problem,
                Is.EqualTo("unknown-return"));
            var listed = await service.Send(HttpMethod.Get, "/v1/returns", null, ("X-Api-Key", key), ("X-Agency", agency));
            Assert.That(listed.Json["items"]!.AsArray().Select(item => (string?)item!["agency"]), Is.EqualTo(new[] { agency }));
        }
    }

    [Test]
    public async Task A_vendor_that_names_none_or_another_s_agency_sees_and_sends_nothing()
    {
        var (_, key) = await service.AddKey(
            await service.AddClient([Permission.Submit, Permission.ReadReturns, Permission.ReadDataQuality], "EXA-SCH-02", "EXA-SCH-03"));
        var details = new HashSet<string>();
        foreach (var named in new[] { null, "EXA-CSC", "NOBODY", "", "exa-sch-02", "EXA-SCH-02,EXA-SCH-03" })
        {
            (string, string)[] headers = named is null ? [("X-Api-Key", key)] : [("X-Api-Key", key), ("X-Agency", named)];
            foreach (var address in new[] { "/v1/returns", "/v1/data-quality", "/v1/return-schedule" })
            {
                var answer = await service.Send(HttpMethod.Get, address, null, headers);
                Assert.That(answer.Problem, Is.EqualTo("other-agency"), $"{address} {named}");
                details.Add((string)answer.Json["detail"]!);
            }

            Assert.That((await Submit(key, headers[1..])).Problem, Is.EqualTo("other-agency"), named);
        }

        Assert.That(details, Has.Count.EqualTo(1), "whether an agency exists is not told");
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task An_agency_s_own_key_cannot_name_another() =>
        Assert.That((await Submit("demo-school", ("X-Agency", "EXA-SCH-02"))).Problem, Is.EqualTo("other-agency"));

    [Test]
    public async Task Another_agency_s_return_is_not_there()
    {
        var id = (await service.Post("school-attendance", "2026-11-20", new JsonArray())).ReturnId;
        foreach (var address in new[] { $"/v1/returns/{id}", $"/v1/returns/{id}/findings" })
        {
            Assert.That((await service.Get(address, "demo-police")).Problem, Is.EqualTo("unknown-return"), address);
            Assert.That((await service.Get(address, "demo-school")).Status, Is.EqualTo(HttpStatusCode.OK), address);
        }

        Assert.That((await service.Delete($"/v1/returns/{id}", "demo-police")).Problem, Is.EqualTo("unknown-return"));
    }

    private Task<ApiResponse> Read(params (string Name, string Value)[] headers) => service.Send(HttpMethod.Get, Figures, null, headers);

    private Task<ApiResponse> Submit(string key, params (string Name, string Value)[] headers) =>
        service.Send(
            HttpMethod.Post,
            "/v1/returns/school-attendance?period=2026-11-20",
            new StringContent("[]", null, "application/json"),
            [("X-Api-Key", key), .. headers]);
}
