using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Releases;
using SafeguardingMetrics.Releases.Making;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// The whole service with a database of its own and a clock that stands: noon on Sunday 22 November 2026 unless set. A
/// test arranges through HTTP, as an agency would, and so knows nothing of tables.
/// </summary>
public sealed class TestService : WebApplicationFactory<SafeguardingMetrics.Http.Problems.Problem>
{
    private readonly Lock starting = new();
    private readonly string folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
    private readonly string environment;
    private readonly string engine = OnEachEngineAttribute.Current;
    private string? connectionString;

    /// <summary>Starts with Exampleshire's agencies and keys, and no returns.</summary>
    public TestService(string environment = "Development") => this.environment = environment;

    /// <summary>The service's clock.</summary>
    public FakeTimeProvider Clock { get; } = CreateClock();

    /// <summary>Replaces some of what the service is made of, before it starts.</summary>
    public Action<IServiceCollection>? Replace { get; init; }

    /// <summary>
    /// The connection string of a database that another has and disposes of, which this service then works on too; null
    /// for one of its own.
    /// </summary>
    public string? Sharing { get; init; }

    /// <summary>
    /// The connection string of a SQL Server database from which figures and cases are read; null for the service's
    /// own.
    /// </summary>
    public string? Reporting { get; init; }

    /// <summary>Settings beside those that every test has.</summary>
    public IReadOnlyList<(string Name, string Value)> Setting { get; init; } = [];

    /// <summary>The connection string of the service's database.</summary>
    public string ConnectionString =>
        Sharing ?? (connectionString ??= engine == "SqlServer" ? TestSqlServer.Borrow() : $"Data Source={Path.Combine(folder, "test.db")}");

    /// <summary>A client that sends no key.</summary>
    public new HttpClient CreateClient()
    {
        // The factory starts the service with its first client, and twice where two tasks ask for one at once.
        lock (starting) return Prism.IsGiven ? CreateDefaultClient(new Prism.Handler()) : base.CreateClient();
    }

    /// <summary>A client that sends a key, or none.</summary>
    public HttpClient CreateClientFor(string? key)
    {
        var client = CreateClient();
        if (key is not null) client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }

    /// <summary>Posts a return of records in JSON, as the demonstration key of the dataset's sector.</summary>
    public Task<ApiResponse> Post(
        string dataset, string period, JsonNode records, string? key = null, string? prefer = null, bool isConfirmed = false) =>
        Post(dataset, period, records.ToJsonString(), "application/json", key, prefer, isConfirmed);

    /// <summary>Posts a return.</summary>
    public Task<ApiResponse> Post(
        string dataset,
        string period,
        string body,
        string mediaType,
        string? key = null,
        string? prefer = null,
        bool isConfirmed = false) =>
        Post(dataset, period, new StringContent(body, Encoding.UTF8, mediaType), key, prefer, isConfirmed);

    /// <summary>Posts a return.</summary>
    public async Task<ApiResponse> Post(
        string dataset, string period, HttpContent body, string? key = null, string? prefer = null, bool isConfirmed = false)
    {
        using var client = CreateClientFor(key ?? GetDemonstrationKey(dataset));
        if (body.Headers.ContentType is { CharSet: "utf-8" } type && type.MediaType != "application/json")
            body.Headers.ContentType = new MediaTypeHeaderValue(type.MediaType!);
        var address = $"/v1/returns/{dataset}?period={Uri.EscapeDataString(period)}{(isConfirmed ? "&confirmed=true" : "")}";
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Create(response);
    }

    /// <summary>Posts changes: records that are stated, or purged, on whatever days they count.</summary>
    public async Task<ApiResponse> PostChanges(string dataset, JsonNode records, string? period = null, string? key = null)
    {
        using var client = CreateClientFor(key ?? GetDemonstrationKey(dataset));
        using var body = new StringContent(records.ToJsonString(), Encoding.UTF8, "application/json");
        var address = $"/v1/returns/{dataset}?mode=changes{(period is null ? "" : $"&period={Uri.EscapeDataString(period)}")}";
        using var response = await client.PostAsync(address, body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Gets an address, as the demonstration administrator unless another key is given.</summary>
    public async Task<ApiResponse> Get(string address, string? key = "demo-admin", string? accept = null)
    {
        using var client = CreateClientFor(key);
        if (accept is not null) client.DefaultRequestHeaders.Accept.ParseAdd(accept);
        using var response = await client.GetAsync(address);
        return await ApiResponse.Create(response);
    }

    /// <summary>Puts JSON to an address, as the demonstration administrator unless another key is given.</summary>
    public async Task<ApiResponse> Put(string address, string json, string? key = "demo-admin")
    {
        using var client = CreateClientFor(key);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PutAsync(address, body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Posts JSON to an address.</summary>
    public async Task<ApiResponse> PostJson(string address, string json, string key)
    {
        using var client = CreateClientFor(key);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(address, body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Deletes an address.</summary>
    public async Task<ApiResponse> Delete(string address, string key)
    {
        using var client = CreateClientFor(key);
        using var response = await client.DeleteAsync(address);
        return await ApiResponse.Create(response);
    }

    /// <summary>The figures of one indicator as they are, as rows.</summary>
    public async Task<JsonArray> Values(string code, string query)
    {
        var answer = await Get($"/v1/indicators/{code}/values?{query}", "demo-analyst");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer.Json.AsArray();
    }

    /// <summary>Sets the clock to noon of a day, UTC, and makes the releases that are due by then.</summary>
    /// <returns>How many were made.</returns>
    public Task<int> MakeReleases(string day)
    {
        Clock.SetUtcNow(DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture));
        return Services.GetRequiredService<ReleaseMaker>().Run(CancellationToken.None);
    }

    /// <summary>A clock that stands at noon on Sunday 22 November 2026.</summary>
    public static FakeTimeProvider CreateClock() => new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The demonstration key of an agency that may send the dataset.</summary>
    public static string GetDemonstrationKey(string dataset) => $"demo-{DatasetCatalogue.Find(dataset)?.Sectors[0] ?? Sector.SocialCare}";

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        if (Sharing is null && engine == "Sqlite") MigratedSqliteFile.CopyTo(ConnectionString);
        builder.UseEnvironment(environment);
        builder.UseSetting("ConnectionStrings:SafeguardingMetrics", ConnectionString);
        if (Reporting is not null) builder.UseSetting("ConnectionStrings:Reporting", Reporting);
        builder.UseSetting("Demo:Returns", "false");
        builder.UseSetting("Identifiers:HashKey", Convert.ToBase64String(new byte[32]));
        builder.UseSetting("Submissions:BodyKey", Convert.ToBase64String(new byte[32]));
        // The clock stands, and with it the windows in which requests are counted.
        foreach (var budget in new[] { "Submissions", "Requests", "AnonymousRequests", "Probes" })
            builder.UseSetting($"Limits:{budget}", "1000000");
        foreach (var (name, value) in Setting) builder.UseSetting(name, value);
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // Releases are made where a test asks for them, and not beside it whenever the clock moves on.
            services.Remove(services.Single(service => service.ImplementationType == typeof(ReleaseJob)));
            Replace?.Invoke(services);
        });
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (engine == "SqlServer" && connectionString is not null) TestSqlServer.Release(connectionString);
        TestFolder.Delete(folder);
    }
}
