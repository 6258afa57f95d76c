using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

[TestFixture]
public sealed class KeyTests
{
    private const string Figures = "/v1/indicator-values?from=2026-11-01&to=2026-11-30";
    private TestService service = null!;

    [SetUp]
    public void Start() => service = new TestService();

    [TearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task A_new_key_is_shown_once_and_does_what_its_client_may()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var made = await service.PostJson($"/v1/clients/{client}/keys", "{}");
        var key = (string)made.Json["key"]!;
        Assert.Multiple(async () =>
        {
            Assert.That(key, Does.Match("^sm_[0-9a-f]{32}_[0-9a-f]{64}$"), "256 random bits");
            Assert.That(made.Headers["Cache-Control"], Is.EqualTo("no-store"));
            Assert.That((await service.Get(Figures, key)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await service.Get("/v1/returns", key)).Problem, Is.EqualTo("not-permitted"));
            Assert.That((await service.Get($"/v1/clients/{client}")).Text, Does.Not.Contain(key[^64..]));
            Assert.That((await service.Get("/v1/clients")).Text, Does.Not.Contain(key[^64..]));
        });
    }

    [Test]
    public async Task The_database_holds_no_key()
    {
        var (_, key) = await service.AddKey(await service.AddClient([Permission.ReadFigures]));
        await service.Get(Figures, key);
        await using var connection = new SqliteConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT GROUP_CONCAT(KeyHash) FROM ClientKey";
        var hashes = (string)(await command.ExecuteScalarAsync())!;
        Assert.That(hashes, Does.Contain(ApiKeyFormat.ComputeHash(key)));
        Assert.That(hashes, Does.Not.Contain(key[^64..]).And.Not.Contain("demo-"));
    }

    [Test]
    public async Task A_key_with_another_s_secret_a_changed_letter_or_none_is_unknown()
    {
        var (id, key) = await service.AddKey(await service.AddClient([Permission.ReadFigures]));
        var (_, other) = await service.AddKey(await service.AddClient([Permission.ReadFigures]));
        var changed = key[..^1] + (key[^1] == '0' ? '1' : '0');
        foreach (var wrong in new[]
        {
            key[..36] + other[36..],
            changed,
            key[..36],
            key.ToUpperInvariant(),
            id,
            key[36..],
            ApiKeyFormat.ComputeHash(key),
            key + " x",
        })
            Assert.That((await service.Get(Figures, wrong)).Problem, Is.EqualTo("unauthenticated"), wrong[..20]);
    }

    [Test]
    public async Task A_key_ends_with_its_last_day()
    {
        var (_, key) = await service.AddKey(await service.AddClient([Permission.ReadFigures]), """{"expiresOn":"2026-11-23"}""");
        service.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        Assert.That((await service.Get(Figures, key)).Status, Is.EqualTo(HttpStatusCode.OK));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await service.Get(Figures, key)).Problem, Is.EqualTo("unauthenticated"));
    }

    [Test]
    public async Task Two_keys_live_at_once_and_a_third_is_refused_until_one_is_revoked()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (first, firstKey) = await service.AddKey(client);
        var (_, secondKey) = await service.AddKey(client);
        Assert.That((await service.PostJson($"/v1/clients/{client}/keys", "{}")).Problem, Is.EqualTo("too-many-keys"));
        Assert.That((await service.Get(Figures, firstKey)).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That((await service.Delete($"/v1/clients/{client}/keys/{first}", "demo-admin")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.Get(Figures, firstKey)).Problem, Is.EqualTo("unauthenticated"));
        Assert.That((await service.Get(Figures, secondKey)).Status, Is.EqualTo(HttpStatusCode.OK));
        await service.AddKey(client);
    }

    [Test]
    public async Task A_rotated_key_stays_for_its_grace()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (_, old) = await service.AddKey(client);
        var (_, now) = await service.AddKey(client, """{"graceDays":7}""");
        service.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.That((await service.Get(Figures, old)).Status, Is.EqualTo(HttpStatusCode.OK));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await service.Get(Figures, old)).Problem, Is.EqualTo("unauthenticated"));
        Assert.That((await service.Get(Figures, now)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_keys_of_a_client_that_has_ended_are_refused_and_no_more_are_made()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (_, key) = await service.AddKey(client);
        Assert.That(
            (string?)(await service.Delete($"/v1/clients/{client}", "demo-admin")).Json["endedAt"],
            Is.EqualTo("2026-11-22T12:00:00.000Z"));
        Assert.That((await service.Get(Figures, key)).Problem, Is.EqualTo("unauthenticated"));
        Assert.That((await service.PostJson($"/v1/clients/{client}/keys", "{}")).Problem, Is.EqualTo("unknown-client"));
    }

    [Test]
    public async Task Its_last_use_is_noted_once_an_hour()
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        var (_, key) = await service.AddKey(client);
        Assert.That(await LastUsed(client), Is.Null);
        foreach (var (minutes, expected) in new[]
        {
            (0, "2026-11-22T12:00:00.000Z"),
            (59, "2026-11-22T12:00:00.000Z"),
            (1, "2026-11-22T13:00:00.000Z"),
        })
        {
            service.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await service.Get(Figures, key);
            Assert.That(async () => await LastUsed(client), Is.EqualTo(expected).After(20_000, 20));
        }
    }

    [TestCase("""{"name":"x","permissions":["submit"]}""", "acts for no agency cannot submit")]
    [TestCase(
        """{"name":"x","permissions":["read-figures"],"agencies":["EXA-CSC"]}""",
        "may have submit, read-returns, read-data-quality only")]
    [TestCase(
        """{"name":"x","permissions":["administer","submit"],"agencies":["EXA-CSC"]}""",
        "may have submit, read-returns, read-data-quality only")]
    [TestCase("""{"name":"x","permissions":["rule"]}""", "permissions are one or more of")]
    [TestCase("""{"name":"x","permissions":[null]}""", "permissions are one or more of")]
    [TestCase("""{"name":"x","permissions":[]}""", "permissions are one or more of")]
    [TestCase("""{"name":"","permissions":["read-figures"]}""", "name is 1 to 100 characters")]
    [TestCase("""{"name":"x","permissions":["submit"],"agencies":["NOBODY"]}""", "agencies are codes")]
    public async Task A_client_that_cannot_be_is_refused_with_the_reason(string setting, string reason)
    {
        var answer = await service.PostJson("/v1/clients", setting);
        Assert.That(
            (answer.Problem, (string?)answer.Json["detail"]),
            Is.EqualTo(("invalid-client", (string?)answer.Json["detail"])),
            answer.Text);
        Assert.That((string?)answer.Json["detail"], Does.Contain(reason));
    }

    [TestCase("""{"expiresOn":"2026-11-21"}""")]
    [TestCase("""{"expiresOn":"2028-11-22"}""")]
    [TestCase("""{"expiresOn":"tomorrow"}""")]
    [TestCase("""{"graceDays":91}""")]
    public async Task A_key_that_cannot_be_is_refused(string setting)
    {
        var client = await service.AddClient([Permission.ReadFigures]);
        Assert.That((await service.PostJson($"/v1/clients/{client}/keys", setting)).Problem, Is.EqualTo("invalid-client"));
        Assert.That((await service.Get($"/v1/clients/{client}")).Json["keys"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task An_agency_is_added_and_renamed_and_keeps_its_sector()
    {
        Assert.That(
            (await service.Put("/v1/agencies/NEW-1", """{"name":"New","sector":"police"}""")).Status,
            Is.EqualTo(HttpStatusCode.Created));
        Assert.That(
            (await service.Put("/v1/agencies/NEW-1", """{"name":"Newer","sector":"police"}""")).Status,
            Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await service.Put("/v1/agencies/NEW-1", """{"name":"Newest","sector":"health"}""")).Problem,
            Is.EqualTo("invalid-agency"));
        Assert.That((await service.Put("/v1/agencies/new", """{"name":"New","sector":"police"}""")).Problem, Is.EqualTo("invalid-agency"));
        var found = (await service.Get("/v1/agencies")).Json.AsArray().Single(agency => (string?)agency!["code"] == "NEW-1");
        Assert.That(
            JsonNode.DeepEquals(found, JsonNode.Parse(
                """{"code":"NEW-1","name":"Newer","sector":"police","idsBeginAgain":null,"idsLikeIdentifiers":null}""")),
            Is.True,
            found!.ToJsonString());

        var (_, key) = await service.AddKey(await service.AddClient([Permission.Submit], "NEW-1"));
        var receipt = await service.Post("police-notifications", "2026-11-21", "[]", "application/json", key);
        Assert.That((receipt.Status, (string?)receipt.Json["agency"]), Is.EqualTo((HttpStatusCode.Created, "NEW-1")), receipt.Text);
    }

    private async Task<string?> LastUsed(string client) =>
        (string?)(await service.Get($"/v1/clients/{client}")).Json["keys"]![0]!["lastUsedAt"];
}
