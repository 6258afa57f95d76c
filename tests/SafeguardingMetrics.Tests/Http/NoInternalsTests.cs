using System.Net;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>
/// Whatever fails, an answer tells nobody what the service is made of: no trace, statement, path, server or type.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class NoInternalsTests
{
    private static readonly string[] Telling =
    [
        "   at ", "SafeguardingMetrics.", "System.", "Microsoft.", "Exception", "SELECT ", "INSERT ", "UPDATE ", "DELETE FROM",
        "constraint", "Sqlite", "SqlClient", "Data Source", ".cs:", ".db", "/tmp", "/dev/shm", "/home", "stack",
        ThrowingEngine.Secret, Environment.MachineName,
    ];

    public static readonly (string Name, Func<Exception> Make, HttpStatusCode Status)[] Faults =
    [
        (
            "a fault with a cause",
            () => new InvalidOperationException(
                $"SELECT KeyId FROM ApiKey on {ThrowingEngine.Secret}",
                new SqliteException($"UNIQUE constraint failed: {ThrowingEngine.Secret}", 19, 2067)),
            HttpStatusCode.InternalServerError),
        (
            "a database that is gone",
            () => new DatabaseUnavailableException(new SqliteException($"unable to open {ThrowingEngine.Secret}", 14)),
            HttpStatusCode.ServiceUnavailable),
        (
            "a database's own fault",
            () => new SqliteException($"no such table: {ThrowingEngine.Secret}", 1),
            HttpStatusCode.InternalServerError),
        ("no memory", () => new InsufficientMemoryException(ThrowingEngine.Secret), HttpStatusCode.InternalServerError),
        ("a file that is not there", () => new FileNotFoundException($"/tmp/{ThrowingEngine.Secret}"), HttpStatusCode.InternalServerError),
    ];

    [Test]
    public async Task No_answer_tells_what_the_service_is_made_of(
        [Values("Development", "Production")] string environment, [Values(0, 1, 2, 3, 4)] int which)
    {
        await using var service = new TestService(environment)
        {
            // Its document says which routes there are.
            Setting = [("OpenApi:Enabled", "true")],
            Replace = services => services.AddSingleton<Engine>(provider => new ThrowingEngine(
                StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };
        using var client = service.CreateClient(new() { AllowAutoRedirect = false });
        var routes = await OpenApiRoutes.List(client);
        var engine = (ThrowingEngine)service.Services.GetRequiredService<Engine>();
        engine.Fault = Faults[which].Make;
        var statuses = new List<HttpStatusCode>();

        foreach (var always in new[] { false, true })
        {
            (engine.Fails, engine.FailsAlways) = (true, always);
            foreach (var (method, address, _) in routes)
                foreach (var accept in new[] { "application/json", "text/html", "text/csv" })
                {
                    using var request = OpenApiRoutes.Request(
                        method,
                        address,
                        address.StartsWith("/v1/returns/", StringComparison.Ordinal) ? "demo-social-care" : "demo-admin");
                    request.Headers.Accept.ParseAdd(accept);
                    statuses.Add((await Checked(client, request)).Status);
                }
        }

        Assert.That(statuses.Count(status => status == Faults[which].Status), Is.GreaterThan(100), Faults[which].Name);
    }

    [Test]
    public async Task Nor_does_one_to_a_body_that_breaks([Values("Development", "Production")] string environment)
    {
        await using var service = new TestService(environment);
        using var client = service.CreateClient();
        foreach (var address in new[]
        {
            "/v1/returns/open-cases?period=2026-11-20",
            "/v1/returns/open-cases/check?period=2026-11-20",
            "/v1/targets",
            "/v1/benchmarks",
            "/v1/populations",
        })
            foreach (var (type, encoding) in new[]
            {
                ("application/json", ""),
                ("application/json", "gzip"),
                ("application/json", "br"),
                ("text/csv", ""),
                ("text/csv", "br"),
                ("application/x-ndjson", "gzip"),
            })
                foreach (var key in new[] { "demo-social-care", "demo-admin" })
                {
                    using var request = new HttpRequestMessage(HttpMethod.Post, address)
                    {
                        Content = new StreamContent(
                            new MemoryStream(Encoding.UTF8.GetBytes("[{\"childId\": \"\ud83d\ude00\", \"x\": [[[["))),
                    };
                    request.Headers.Add("X-Api-Key", key);
                    request.Content.Headers.Add("Content-Type", type);
                    if (encoding.Length > 0) request.Content.Headers.Add("Content-Encoding", encoding);
                    var answer = await Checked(client, request);
                    Assert.That(
                        answer.Status,
                        Is.GreaterThanOrEqualTo(HttpStatusCode.BadRequest).And.LessThan(HttpStatusCode.InternalServerError),
                        $"{address} {type} {encoding}: {answer.Text}");
                }
    }

    private static async Task<ApiResponse> Checked(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var answer = await ApiResponse.Create(response);
        if (answer.Status >= HttpStatusCode.BadRequest)
        {
            var all = string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}")) + "\n" + answer.Text;
            foreach (var telling in Telling)
                Assert.That(all, Does.Not.Contain(telling).IgnoreCase, $"{request.Method} {request.RequestUri}");
        }

        return answer;
    }
}
