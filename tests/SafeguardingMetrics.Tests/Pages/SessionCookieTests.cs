using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>Signing in to the pages, and what the cookie is good for.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SessionCookieTests
{
    private const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
    private const string Check = "/v1/returns/statutory-visits/check?period=2026-11-20";
    private static readonly (string, string) SameOrigin = ("Sec-Fetch-Site", "same-origin");

    [Test]
    public async Task It_is_for_this_host_out_of_scripts_reach_and_sent_from_here_only()
    {
        await using var development = new TestService();
        Assert.That(
            await SignIn(development, "demo-board"),
            Does.StartWith("safeguarding-metrics=").And.EndWith("; max-age=7200; path=/; samesite=strict; httponly"));

        await using var production = new TestService("Production")
        {
            Sharing = development.ConnectionString,
            Setting = [("OAuth:SigningKey", NewSigningKey())],
        };
        var key = (await development.AddKey(await development.AddClient(["read-figures"]))).Key;
        Assert.That(
            await SignIn(production, key),
            Does.StartWith("__Host-safeguarding-metrics=").And.EndWith("; max-age=7200; path=/; secure; samesite=strict; httponly"));
        Assert.That(await SignIn(production, key), Does.Not.Contain(key), "the key itself");
    }

    [Test]
    public async Task It_says_who_calls_where_a_page_reads_and_nowhere_else()
    {
        await using var service = new TestService();
        var board = Cookie(await SignIn(service, "demo-board"));
        Assert.That((await Get(service, Figures, board, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await Get(service, Figures, board, ("Sec-Fetch-Site", "none"))).Status,
            Is.EqualTo(HttpStatusCode.OK),
            "an address that was typed");
        Assert.That(
            (await Get(service, Figures, board, ("Origin", "https://elsewhere.example"))).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized),
            "another site's script, of a browser that sends no Sec-Fetch-Site");
        Assert.That((await Get(service, "/v1/clients", board, SameOrigin)).Problem, Is.EqualTo("not-permitted"));
        foreach (var site in new[] { "cross-site", "same-site" })
            Assert.That(
                (await Get(service, Figures, board, ("Sec-Fetch-Site", site))).Status,
                Is.EqualTo(HttpStatusCode.Unauthorized),
                site);

        // Only what changes nothing, and only where the browser says that a page of ours asks.
        var agency = Cookie(await SignIn(service, "demo-social-care"));
        Assert.That((await Post(service, Check, agency, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await Post(service, Check, agency, ("Origin", "http://localhost"))).Status,
            Is.EqualTo(HttpStatusCode.OK),
            "over http to another machine");
        Assert.That((await Post(service, Check, agency)).Status, Is.EqualTo(HttpStatusCode.Unauthorized), "nobody says from where");
        foreach (var origin in new[] { "https://elsewhere.example", "http://localhost:81", "null" })
            Assert.That((await Post(service, Check, agency, ("Origin", origin))).Status, Is.EqualTo(HttpStatusCode.Unauthorized), origin);
        foreach (var site in new[] { "cross-site", "same-site", "none" })
            Assert.That(
                (await Post(service, Check, agency, ("Sec-Fetch-Site", site))).Status,
                Is.EqualTo(HttpStatusCode.Unauthorized),
                site);
        Assert.That(
            (await Post(service, "/v1/returns/statutory-visits?period=2026-11-20", agency, SameOrigin)).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized),
            "sending a return");
        var administrator = Cookie(await SignIn(service, "demo-admin"));
        Assert.That((await Get(service, "/v1/clients", administrator, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await Post(service, "/v1/clients", administrator, SameOrigin)).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized),
            "adding a client");
    }

    [Test]
    public async Task It_ends_with_its_time_and_with_its_key()
    {
        await using var service = new TestService();
        var client = await service.AddClient(["read-figures"]);
        var (id, key) = await service.AddKey(client);
        var revoked = Cookie(await SignIn(service, key));
        var lasting = Cookie(await SignIn(service, (await service.AddKey(client)).Key));
        Assert.That((await Get(service, Figures, revoked, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));

        await service.Delete($"/v1/clients/{client}/keys/{id}", "demo-admin");
        var refused = await Get(service, Figures, revoked, SameOrigin);
        Assert.That(
            (refused.Status, (string?)refused.Json["detail"]),
            Is.EqualTo((HttpStatusCode.Unauthorized, "The sign-in has expired, or its key was revoked. Sign in again.")));
        Assert.That(refused.Headers["WWW-Authenticate"], Does.Not.Contain("Basic"), "a browser would ask for a password");

        service.Clock.Advance(SessionCookie.Lifetime - TimeSpan.FromSeconds(1));
        Assert.That((await Get(service, Figures, lasting, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await Get(service, Figures, lasting, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Neither_it_nor_a_token_is_taken_for_the_other_and_what_was_written_says_more()
    {
        await using var service = new TestService();
        var (id, key) = await service.AddKey(await service.AddClient(["read-figures", "administer"]));
        var token = (string)(await service.AskToken(id, key, "read-figures")).Json["access_token"]!;
        var cookie = Cookie(await SignIn(service, key));
        var proof = cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + "key.".Length + 1)..];
        Assert.That(
            (await service.Send(HttpMethod.Get, Figures, null, ("Authorization", $"Bearer {proof}"))).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized));
        foreach (var forged in new[] { $"key.{token}", $"token.{token}", $"token.{proof}", proof, "key.", "key.a.b.c", key })
            Assert.That(
                (await Get(service, Figures, $"safeguarding-metrics={forged}", SameOrigin)).Status,
                Is.EqualTo(HttpStatusCode.Unauthorized),
                forged);

        // Signed in with a token one may do what the token may, for as long as it lasts.
        var narrow = await SignIn(service, token);
        Assert.That(narrow, Does.Contain("max-age=1800;"));
        Assert.That((await Get(service, Figures, Cookie(narrow), SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get(service, "/v1/clients", Cookie(narrow), SameOrigin)).Problem, Is.EqualTo("not-permitted"));
        Assert.That(
            (await Get(service, "/v1/clients", Cookie(narrow), SameOrigin, ("X-Api-Key", "demo-admin"))).Status,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await Get(service, Figures, cookie, SameOrigin, ("X-Api-Key", "demo-nobody"))).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Another_issuer_s_token_signs_in_and_is_checked_again_each_time()
    {
        using var issuer = new Issuer();
        await using var service = new TestService
        {
            Setting = [("Authentication:Authority", issuer.Address), ("Authentication:Audience", "api://safeguarding")],
        };
        var cookie = Cookie(
            await SignIn(
                service,
                issuer.Token(service.Clock.GetUtcNow(), new() { ["sub"] = "somebody", ["roles"] = new[] { "read-figures" } })));
        Assert.That((await Get(service, Figures, cookie, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get(service, "/v1/clients", cookie, SameOrigin)).Problem, Is.EqualTo("not-permitted"));
        Assert.That((await Get(service, Figures, cookie[..^4], SameOrigin)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        service.Clock.Advance(TimeSpan.FromHours(1.1));
        Assert.That((await Get(service, Figures, cookie, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Several_instances_know_it_where_they_have_the_same_key_to_sign_with()
    {
        var signingKey = NewSigningKey();
        await using var one = new TestService { Setting = [("OAuth:SigningKey", signingKey)] };
        await using var other = new TestService { Setting = [("OAuth:SigningKey", signingKey)], Sharing = one.ConnectionString };
        await using var stranger = new TestService { Setting = [("OAuth:SigningKey", NewSigningKey())], Sharing = one.ConnectionString };
        var cookie = Cookie(await SignIn(one, "demo-board"));
        Assert.That((await Get(other, Figures, cookie, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Get(stranger, Figures, cookie, SameOrigin)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_wrong_key_is_refused_plainly_and_written_down_as_a_right_one_is()
    {
        await using var service = new TestService();
        var wrong = await Submit(service, "sm_wrong");
        Assert.That((wrong.Status, wrong.Headers.ContainsKey("Set-Cookie")), Is.EqualTo((HttpStatusCode.Unauthorized, false)));
        Assert.That(wrong.Text, Does.Contain("This key or token is unknown or has expired").And.Not.Contain("sm_wrong"));
        Assert.That((await Submit(service, "")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(
            (await Submit(service, "demo-board", site: "cross-site")).Status,
            Is.EqualTo(HttpStatusCode.Forbidden),
            "another site's form");
        Assert.That((await Submit(service, "demo-board")).Status, Is.EqualTo(HttpStatusCode.SeeOther));

        var lines = JsonNode.Parse((await service.Get("/v1/audit")).Text)!["items"]!
            .AsArray()
            .Select(line => $"{line!["act"]} {line["outcome"]}")
            .ToList();
        Assert.That(lines, Has.Member("refusal unauthenticated").And.Member("sign-in done"));
    }

    [TestCase("/indicator?code=visits-on-time", "/indicator?code=visits-on-time")]
    [TestCase("https://elsewhere.example/", "/")]
    [TestCase("//elsewhere.example/", "/")]
    [TestCase("/\\elsewhere.example/", "/")]
    [TestCase("/\t/elsewhere.example/", "/")]
    [TestCase("", "/")]
    public async Task After_signing_in_one_is_led_to_an_address_of_the_service(string asked, string led)
    {
        await using var service = new TestService();
        Assert.That((await Submit(service, "demo-board", returnTo: asked)).Headers["Location"], Is.EqualTo(led));
    }

    [Test]
    public async Task Where_cookies_cannot_be_signed_it_is_said_so()
    {
        await using var development = new TestService();
        var key = (await development.AddKey(await development.AddClient(["read-figures"]))).Key;
        await using var production = new TestService("Production") { Sharing = development.ConnectionString };
        var answer = await Submit(production, key);
        Assert.That(
            (answer.Status, answer.Text.Contains("OAuth__SigningKey", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, true)));
        Assert.That(answer.Text, Does.Not.Contain("demo-"), "the demonstration's keys, outside Development");
    }

    [Test]
    public async Task A_link_from_another_site_is_asked_for_again_from_here_where_the_cookie_comes_with_it()
    {
        await using var service = new TestService();
        var answer = await Get(service, "/indicator?code=visits-on-time", null, ("Sec-Fetch-Site", "cross-site"));
        Assert.That(
            (answer.Status, answer.Text.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)),
            Is.EqualTo((HttpStatusCode.OK, true)));
        var again = await Get(service, "/indicator?code=visits-on-time", null, SameOrigin);
        Assert.That(
            (again.Status, again.Headers["Location"]),
            Is.EqualTo((HttpStatusCode.Redirect, "/sign-in?returnTo=%2Findicator%3Fcode%3Dvisits-on-time")));
    }

    private static string NewSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static async Task<string> SignIn(TestService service, string key)
    {
        var answer = await Submit(service, key);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.SeeOther), answer.Text);
        return answer.Headers["Set-Cookie"];
    }

    // What a browser sends back.
    private static string Cookie(string setCookie) => setCookie[..setCookie.IndexOf(';', StringComparison.Ordinal)];

    private static Task<ApiResponse> Submit(TestService service, string key, string site = "same-origin", string returnTo = "/") =>
        Send(
            service,
            HttpMethod.Post,
            "/sign-in",
            new FormUrlEncodedContent(new Dictionary<string, string> { ["key"] = key, ["returnTo"] = returnTo }),
            null,
            ("Sec-Fetch-Site", site));

    private static Task<ApiResponse> Get(
        TestService service, string address, string? cookie, params (string Name, string Value)[] headers) =>
        Send(service, HttpMethod.Get, address, null, cookie, headers);

    private static Task<ApiResponse> Post(
        TestService service, string address, string cookie, params (string Name, string Value)[] headers) =>
        Send(service, HttpMethod.Post, address, new StringContent("[]", Encoding.UTF8, "application/json"), cookie, headers);

    private static async Task<ApiResponse> Send(
        TestService service,
        HttpMethod method,
        string address,
        HttpContent? body,
        string? cookie,
        params (string Name, string Value)[] headers)
    {
        using var client = service.CreateClient(new WebApplicationFactoryClientOptions
        {
            HandleCookies = false,
            AllowAutoRedirect = false,
        });
        using var request = new HttpRequestMessage(method, address) { Content = body };
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Create(response);
    }
}
