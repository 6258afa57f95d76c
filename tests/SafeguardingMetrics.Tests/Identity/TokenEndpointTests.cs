using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>The token endpoint, sentence by sentence of RFC 6749.</summary>
[TestFixture]
public sealed class TokenEndpointTests
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Good = "grant_type=client_credentials&client_id=demo-board&client_secret=demo-board";
    private const string ByBasic = "grant_type=client_credentials";
    private TestService service = null!;

    [SetUp]
    public void Start() => service = new TestService();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    // Section 5.1
    [Test]
    public async Task A_token_is_answered_as_JSON_that_nobody_keeps()
    {
        var answer = await Ask(Good);
        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((HttpStatusCode.OK, "application/json")), answer.Text);
        Assert.That((answer.Headers["Cache-Control"], answer.Headers["Pragma"]), Is.EqualTo(("no-store", "no-cache")));
        Assert.That(
            answer.Json.AsObject().Select(member => member.Key),
            Is.EquivalentTo(new[] { "access_token", "token_type", "expires_in" }));
        Assert.That(((string?)answer.Json["token_type"], (int)answer.Json["expires_in"]!), Is.EqualTo(("Bearer", 1800)));
    }

    // RFC 9068, section 2
    [Test]
    public async Task A_token_is_a_signed_access_token_with_the_claims_of_RFC_9068()
    {
        var token = new JsonWebToken((string)(await Ask(Good + "&scope=read-figures")).Json["access_token"]!);
        Assert.That(
            (token.Typ, token.Alg, token.Issuer, token.Audiences.Single()),
            Is.EqualTo(("at+jwt", "ES256", "urn:safeguarding-metrics", "urn:safeguarding-metrics:api")));
        Assert.That(
            (token.GetClaim("scope").Value, token.GetClaim("client_id").Value, Guid.TryParse(token.Id, out _)),
            Is.EqualTo(("read-figures", token.Subject, true)));
        Assert.That(token.ValidTo - token.IssuedAt, Is.EqualTo(TimeSpan.FromMinutes(30)));
    }

    // Section 2.3.1: by HTTP Basic or in the form
    [TestCase("demo-board:demo-board", ByBasic)]
    [TestCase("demo%2Dboard:demo%2dboard", ByBasic)]
    [TestCase("demo-board:demo-board", ByBasic + "&client_id=demo-board")]
    [TestCase("demo-board:demo-board", ByBasic + "&client_id=&client_secret=")]
    public async Task HTTP_Basic_is_taken(string pair, string body)
    {
        var answer = await Ask(body, Basic(pair));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
    }

    // Section 3.2: empty parameters are as if left out, unknown ones are ignored
    [TestCase(Good + "&scope=")]
    [TestCase(Good + "&audience=somewhere&state=x")]
    [TestCase(Good + "&scope=read-figures%20read-figures")]
    public async Task What_changes_nothing_is_ignored(string body) => Assert.That((await Ask(body)).Status, Is.EqualTo(HttpStatusCode.OK));

    // Section 5.2
    [TestCase("", "invalid_request")]
    [TestCase("client_id=demo-board&client_secret=demo-board", "invalid_request")]
    [TestCase("grant_type=&client_id=demo-board&client_secret=demo-board", "invalid_request")]
    [TestCase(Good + "&grant_type=client_credentials", "invalid_request")]
    [TestCase(Good + "&client_id=demo-board", "invalid_request")]
    [TestCase(Good + "&scope=read-figures&scope=read-figures", "invalid_request")]
    [TestCase(Good + "&unknown=1&unknown=1", "invalid_request")]
    [TestCase("grant_type=client_credentials&client_id=demo-board&client_secret=demo-board%C3%A9", "invalid_request")]
    [TestCase("grant_type=password&username=a&password=b", "unsupported_grant_type")]
    [TestCase("grant_type=authorization_code&code=x&client_id=demo-board&client_secret=demo-board", "unsupported_grant_type")]
    [TestCase("grant_type=refresh_token&refresh_token=x&client_id=demo-board&client_secret=demo-board", "unsupported_grant_type")]
    [TestCase("grant_type=CLIENT_CREDENTIALS&client_id=demo-board&client_secret=demo-board", "unsupported_grant_type")]
    [TestCase(Good + "&scope=administer", "invalid_scope")]
    [TestCase(Good + "&scope=read-figures%20no-such-scope", "invalid_scope")]
    [TestCase(Good + "&scope=READ-FIGURES", "invalid_scope")]
    public async Task A_request_that_cannot_be_granted_is_400_with_its_error(string body, string error) =>
        Refuses(await Ask(body), 400, error);

    // Section 5.2: 401 with WWW-Authenticate (RFC 9110 asks for the header at each 401)
    [TestCase("grant_type=client_credentials", null)]
    [TestCase("grant_type=client_credentials&client_id=demo-board", null)]
    [TestCase("grant_type=client_credentials&client_secret=demo-board", null)]
    [TestCase("grant_type=client_credentials&client_id=demo-board&client_secret=demo-admin", null)]
    [TestCase("grant_type=client_credentials&client_id=nobody&client_secret=nobody", null)]
    [TestCase(ByBasic, "demo-board:demo-admin")]
    [TestCase(ByBasic, "nobody:nobody")]
    [TestCase(ByBasic, ":")]
    public async Task A_client_that_is_not_known_is_401(string body, string? basic)
    {
        var answer = await Ask(body, basic is null ? null : Basic(basic));
        Refuses(answer, 401, "invalid_client");
        Assert.That(answer.Headers["WWW-Authenticate"], Does.StartWith("Basic realm="));
    }

    // Section 5.2: "attempted to authenticate via the Authorization request header field"
    [TestCase("Bearer e30.e30.e30")]
    [TestCase("Basic !")]
    [TestCase("Basic bm9jb2xvbg==")]
    [TestCase("Digest username=\"x\"")]
    public async Task An_Authorization_that_is_not_HTTP_Basic_is_401(string authorization)
    {
        var answer = await Ask(ByBasic, authorization);
        Refuses(answer, 401, "invalid_client");
        Assert.That(answer.Headers["WWW-Authenticate"], Does.StartWith("Basic realm="));
    }

    // Section 2.3: "MUST NOT use more than one authentication method in each request"
    [TestCase(Good)]
    [TestCase(ByBasic + "&client_secret=demo-board")]
    [TestCase(ByBasic + "&client_id=demo-admin")]
    public async Task Two_ways_of_saying_who_asks_are_refused(string body) =>
        Refuses(await Ask(body, Basic("demo-board:demo-board")), 400, "invalid_request");

    // Section 2.3.1: "MUST NOT be included in the request URI"
    [TestCase("?client_id=demo-board&client_secret=demo-board")]
    [TestCase("?scope=read-figures")]
    public async Task Parameters_in_the_address_are_refused(string query) =>
        Refuses(await Send(Good, Form, "/oauth2/token" + query), 400, "invalid_request");

    // Appendix B: the form is in UTF-8
    [TestCase(Form + "; charset=utf-8", 200)]
    [TestCase(Form + "; charset=\"UTF-8\"", 200)]
    [TestCase("APPLICATION/X-WWW-FORM-URLENCODED", 200)]
    [TestCase(Form + "; charset=utf-16", 400)]
    [TestCase(Form + "; charset=utf-7", 400)]
    [TestCase(Form + "; charset=nothing", 400)]
    [TestCase("application/json", 400)]
    [TestCase("text/plain", 400)]
    [TestCase("multipart/form-data; boundary=x", 400)]
    public async Task The_body_is_a_form_in_UTF8(string mediaType, int status)
    {
        var answer = await Send(Good, mediaType);
        if (status == 200) Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        else Refuses(answer, status, "invalid_request");
    }

    [Test]
    public async Task A_body_without_a_type_is_refused() => Refuses(await Send(Good, null), 400, "invalid_request");

    [Test]
    public async Task A_form_of_more_than_16_KiB_is_refused() =>
        Refuses(await Ask(Good + "&x=" + new string('x', 17_000)), 400, "invalid_request");

    // Section 3.2: "MUST use the HTTP POST method"
    [TestCase("GET")]
    [TestCase("PUT")]
    [TestCase("DELETE")]
    public async Task Only_POST_is_taken(string method)
    {
        var answer = await service.Send(new HttpMethod(method), "/oauth2/token?" + Good);
        Assert.That(((int)answer.Status, answer.Headers["Allow"]), Is.EqualTo((405, "POST")), answer.Text);
    }

    [Test]
    public async Task Asking_for_tokens_is_counted_like_any_request_without_a_key()
    {
        await using var limited = new TestService { Setting = [("Limits:AnonymousRequests", "2")] };
        for (var i = 0; i < 2; i++) Assert.That((int)(await limited.AskToken("demo-board", "wrong")).Status, Is.EqualTo(401));
        Assert.That((await limited.AskToken("demo-board", "demo-board")).Problem, Is.EqualTo("too-many-requests"));
    }

    private static void Refuses(ApiResponse answer, int status, string error)
    {
        Assert.That(
            ((int)answer.Status, answer.MediaType, (string?)answer.Json["error"]),
            Is.EqualTo((status, "application/json", error)),
            answer.Text);
        Assert.That((answer.Headers["Cache-Control"], answer.Headers["Pragma"]), Is.EqualTo(("no-store", "no-cache")));
        // Section 5.2: %x20-21 / %x23-5B / %x5D-7E
        Assert.That((string?)answer.Json["error_description"], Does.Match(@"\A[\x20-\x21\x23-\x5B\x5D-\x7E]+\z"));
        Assert.That(answer.Json.AsObject(), Has.Count.EqualTo(2));
    }

    private static string Basic(string pair) =>
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))).ToString();

    private Task<ApiResponse> Ask(string body, string? authorization = null) =>
        Send(body, Form, headers: authorization is null ? [] : [("Authorization", authorization)]);

    private async Task<ApiResponse> Send(
        string body, string? mediaType, string address = "/oauth2/token", params (string, string)[] headers)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (mediaType is not null) content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return await service.Send(HttpMethod.Post, address, content, headers);
    }
}
