using System.Text;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>
/// Every route of the OpenAPI document against every kind of caller. What a route needs is said here a second time, by
/// hand: a route that is not in the table fails, and so does one whose demand was changed in one place only.
/// </summary>
[TestFixture]
public sealed class RouteTableTests
{
    private const string Nothing = "";
    private const string AnyKey = "any key";

    // Either of the two will do.
    private const string SubmitOrAdminister = "submit or administer";

    // The permissions that a route needs, and whether HTTP Basic is taken.
    private static readonly Dictionary<string, (string Needs, bool TakesBasic)> Table = new()
    {
        ["GET /health/live"] = (Nothing, false),
        ["GET /health/ready"] = (Nothing, false),
        ["GET /problems"] = (Nothing, false),
        ["GET /problems/{code}"] = (Nothing, false),
        ["POST /oauth2/token"] = (Nothing, false),
        ["GET /v1/datasets"] = (AnyKey, true),
        ["GET /v1/datasets/{dataset}"] = (AnyKey, true),
        ["GET /v1/datasets/{dataset}/template.csv"] = (AnyKey, true),
        ["GET /v1/datasets/{dataset}/schema"] = (AnyKey, true),
        ["GET /v1/datasets/{dataset}/rules"] = (AnyKey, true),
        ["POST /v1/returns/{dataset}"] = ("submit", false),
        ["POST /v1/returns/{dataset}/check"] = ("submit", false),
        ["GET /v1/submissions/{id}"] = ("submit", false),
        ["GET /v1/returns"] = ("read-returns", false),
        ["GET /v1/returns/{id}"] = ("read-returns", false),
        ["GET /v1/returns/{id}/findings"] = ("read-returns", false),
        ["DELETE /v1/returns/{id}"] = ("submit", false),
        ["POST /v1/returns/{id}/confirmation"] = (SubmitOrAdminister, false),
        ["GET /v1/explanations"] = ("read-returns", false),
        ["POST /v1/explanations"] = (SubmitOrAdminister, false),
        ["GET /v1/explanations/{id}"] = ("read-returns", false),
        ["DELETE /v1/explanations/{id}"] = (SubmitOrAdminister, false),
        ["GET /v1/indicators"] = (AnyKey, true),
        ["GET /v1/indicators/{code}"] = (AnyKey, true),
        ["GET /v1/indicator-values"] = ("read-figures", true),
        ["GET /v1/indicator-values/powerquery"] = ("read-figures", true),
        ["GET /v1/indicators/{code}/values"] = ("read-figures", true),
        ["GET /v1/indicators/{code}/chart"] = ("read-figures", true),
        ["GET /v1/indicators/{code}/comparison"] = ("read-figures", true),
        ["GET /v1/indicators/{code}/cases"] = ("read-full-figures read-cases", false),
        ["GET /v1/indicators/{code}/lineage"] = ("read-full-figures read-cases", false),
        ["GET /v1/releases"] = ("read-figures", true),
        ["POST /v1/releases"] = ("administer", false),
        ["GET /v1/targets"] = ("read-figures", true),
        ["GET /v1/targets/{id}"] = ("read-figures", true),
        ["POST /v1/targets"] = ("administer", false),
        ["DELETE /v1/targets/{id}"] = ("administer", false),
        ["GET /v1/benchmarks"] = ("read-figures", true),
        ["POST /v1/benchmarks"] = ("administer", false),
        ["GET /v1/populations"] = ("read-figures", true),
        ["POST /v1/populations"] = ("administer", false),
        ["GET /v1/bank-holidays"] = (AnyKey, true),
        ["POST /v1/bank-holidays"] = ("administer", false),
        ["DELETE /v1/bank-holidays/{day}"] = ("administer", false),
        ["GET /v1/data-quality"] = ("read-data-quality", true),
        ["GET /v1/data-quality/scores"] = ("read-data-quality", true),
        ["GET /v1/data-quality/held"] = ("read-data-quality", true),
        ["GET /v1/return-schedule"] = ("read-data-quality", true),
        ["GET /v1/return-schedule/overdue"] = ("read-data-quality", true),
        ["PUT /v1/return-schedule/{dataset}/{agency}"] = ("administer", false),
        ["DELETE /v1/return-schedule/{dataset}/{agency}"] = ("administer", false),
        ["POST /v1/erasures"] = ("administer", false),
        ["GET /v1/audit"] = ("administer", false),
        ["GET /v1/agencies"] = ("administer", false),
        ["PUT /v1/agencies/{code}"] = ("administer", false),
        ["GET /v1/clients"] = ("administer", false),
        ["POST /v1/clients"] = ("administer", false),
        ["GET /v1/clients/{id}"] = ("administer", false),
        ["DELETE /v1/clients/{id}"] = ("administer", false),
        ["POST /v1/clients/{id}/keys"] = ("administer", false),
        ["DELETE /v1/clients/{id}/keys/{keyId}"] = ("administer", false),
    };

    private const string Agency = "submit read-returns read-data-quality";
    private const string Board = "read-figures read-data-quality";
    private const string Analyst = "read-figures read-full-figures read-cases read-returns read-data-quality";
    private const string Administrator = Analyst + " administer";

    [Test]
    public async Task Every_route_lets_in_whom_it_should_and_nobody_else()
    {
        await using var service = new TestService();
        using var anonymous = service.CreateClientFor(null);
        var document = await OpenApiReader.Read(anonymous);
        var routes = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}"))
            .Distinct()
            .ToList();
        Assert.That(routes, Is.EquivalentTo(Table.Keys), "routes of the document, and of the table");

        var callers = await CallersOf(service);
        var outcomes = new Dictionary<string, int>();
        foreach (var route in routes)
        {
            foreach (var caller in callers)
            {
                var (expected, answer) = (Expected(route, caller), await Ask(service, route, caller));
                var found = answer.MediaType == "application/problem+json"
                    ? answer.Problem switch { "unauthenticated" => "401", "not-permitted" or "other-agency" => "403", _ => "in" }
                    : "in";
                Assert.That(found, Is.EqualTo(expected), $"{route} as {caller.Name}: {(int)answer.Status} {answer.Text}");
                if (found != "in") Assert.That($"{(int)answer.Status}", Is.EqualTo(found), $"{route} as {caller.Name}");
                Assert.That((int)answer.Status, Is.LessThan(500), $"{route} as {caller.Name}");
                outcomes[found] = outcomes.GetValueOrDefault(found) + 1;
            }
        }

        Assert.That(outcomes.Values.Sum(), Is.EqualTo(Table.Count * callers.Count));
        Assert.That(outcomes.Keys, Is.EquivalentTo(new[] { "401", "403", "in" }));
        await TestContext.Out.WriteLineAsync(
            $"{Table.Count} routes x {callers.Count} callers: {string.Join(", ", outcomes.Select(pair => $"{pair.Value} {pair.Key}"))}");
    }

    private static string Expected(string route, Who caller)
    {
        var (needs, takesBasic) = Table[route];
        if (needs == Nothing) return "in";
        if (caller.May is null || (caller.IsBasic && !takesBasic)) return "401";
        if (needs == SubmitOrAdminister) return caller.May.Split(' ').Any(may => may is "submit" or "administer") ? "in" : "403";
        return needs == AnyKey || needs.Split(' ').All(need => caller.May.Split(' ').Contains(need)) ? "in" : "403";
    }

    private static async Task<IReadOnlyList<Who>> CallersOf(TestService service)
    {
        async Task<(string Client, string Id, string Key)> Make(string permissions, params string[] agencies)
        {
            var client = await service.AddClient(permissions.Split(' '), agencies);
            var (id, key) = await service.AddKey(client);
            return (client, id, key);
        }

        static Who ByKey(string name, string? may, string key, params (string, string)[] more) =>
            new(name, may, [("X-Api-Key", key), .. more]);
        static Who ByBasic(string name, string? may, string id, string key) =>
            new(name, may, [("Authorization", Callers.Basic(id, key))], IsBasic: true);
        async Task<Who> ByToken(string name, string may, string id, string secret, string? scope = null) =>
            new(name, may, [("Authorization", $"Bearer {(await service.AskToken(id, secret, scope)).Json["access_token"]}")]);

        var vendor = await Make(Agency, "EXA-SCH-02", "EXA-SCH-03");
        var board = await Make(Board);
        var administrator = await Make(Administrator);
        var revoked = await Make(Administrator);
        await service.Delete($"/v1/clients/{revoked.Client}/keys/{revoked.Id}", "demo-admin");
        var ended = await Make(Administrator);
        var tokenOfEnded = await ByToken("the token of a client that has ended", Administrator, ended.Id, ended.Key);
        await service.Delete($"/v1/clients/{ended.Client}", "demo-admin");
        var expiring = await service.AddClient(Administrator.Split(' '));
        var expired = await service.AddKey(expiring, """{"expiresOn":"2026-11-22"}""");
        service.Clock.Advance(TimeSpan.FromDays(1));
        return
        [
            new("nobody", null, []),
            ByKey("an unknown key", null, "demo-nobody"),
            ByKey("an agency", Agency, "demo-social-care"),
            ByKey("a school", Agency, "demo-school"),
            ByKey("the board", Board, "demo-board"),
            ByKey("the analyst", Analyst, "demo-analyst"),
            ByKey("the administrator", Administrator, "demo-admin"),
            ByKey("a key that was made", Board, board.Key),
            ByKey("a vendor that names its agency", Agency, vendor.Key, ("X-Agency", "EXA-SCH-03")),
            ByKey("a vendor that names none", "", vendor.Key),
            ByKey("a vendor that names another", "", vendor.Key, ("X-Agency", "EXA-CSC")),
            ByKey("an expired key", null, expired.Key),
            ByKey("a revoked key", null, revoked.Key),
            ByKey("the key of a client that has ended", null, ended.Key),
            tokenOfEnded with { May = null },
            ByBasic("the board by Basic", Board, "demo-board", "demo-board"),
            ByBasic("an administrator by Basic", Administrator, administrator.Id, administrator.Key),
            ByBasic("a wrong secret by Basic", null, administrator.Id, board.Key),
            ByBasic("an expired key by Basic", null, expired.Id, expired.Key),
            await ByToken("the board by token", Board, board.Id, board.Key),
            await ByToken("an administrator by token", Administrator, administrator.Id, administrator.Key),
            await ByToken("an administrator by a narrow token", "read-figures", administrator.Id, administrator.Key, "read-figures"),
            new("a token that is none", null, [("Authorization", "Bearer e30.e30.e30")]),
            new("two credentials", null, [("X-Api-Key", "demo-admin"), ("Authorization", Callers.Basic("demo-admin", "demo-admin"))]),
        ];
    }

    // Nothing that is let in changes anything: what it names is not there, and what it sends cannot be.
    private static Task<ApiResponse> Ask(TestService service, string route, Who caller)
    {
        var (method, path) = (route.Split(' ')[0], route.Split(' ')[1]);
        var address = path
            .Replace("{id}", $"{Guid.Empty}", StringComparison.Ordinal)
            .Replace("{keyId}", $"{Guid.Empty}", StringComparison.Ordinal)
            .Replace("{agency}", "NOBODY", StringComparison.Ordinal)
            .Replace("{dataset}", "statutory-visits", StringComparison.Ordinal)
                .Replace(
                    "{code}",
                    path.StartsWith("/v1/agencies", StringComparison.Ordinal) ? "no-code" : "visits-on-time",
                    StringComparison.Ordinal);
        // A body of a type that the route does not take is refused before anyone asks who sent it: which types it takes
        // is no secret.
        var mediaType = path is "/v1/benchmarks" or "/v1/populations" ? "text/csv" : "application/json";
        var body = method is "POST" or "PUT" ? new StringContent("{}", Encoding.UTF8, mediaType) : null;
        return service.Send(new HttpMethod(method), address, body, [.. caller.Headers]);
    }

    /// <summary>Somebody who calls.</summary>
    /// <param name="Name">Who.</param>
    /// <param name="May">The permissions; null where the credential is none.</param>
    /// <param name="Headers">What it sends.</param>
    /// <param name="IsBasic">True where it is known by HTTP Basic.</param>
    private sealed record Who(string Name, string? May, IReadOnlyList<(string Name, string Value)> Headers, bool IsBasic = false);
}
