using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Upgrade;

/// <summary>
/// A database that an earlier version made is brought up to date, and the same requests get the same answers. The
/// answers were recorded from that version; members that were added to them since are allowed, members that are gone or
/// have another value are not.
/// </summary>
public sealed class UpgradeTests
{
    private static readonly string Folder = Path.Combine(Snapshot.Root, "tests", "SafeguardingMetrics.Tests", "Storage", "Upgrade");

    private static readonly string[] FirstDatasets =
    [
        "open-cases", "statutory-visits", "strategy-meetings", "workforce-posts", "health-assessments", "police-notifications",
        "school-attendance",
    ];

    // Which member of a row names a dataset or an indicator.
    private static readonly string[] Names = ["dataset", "indicator", "name", "code"];

    private static readonly HashSet<string> Later =
    [
        .. DatasetCatalogue.All
            .Where(dataset => !FirstDatasets.Contains(dataset.Name))
            .SelectMany(dataset => dataset.Indicators.Select(indicator => indicator.Code).Append(dataset.Name)),
    ];

    [Test]
    public async Task A_database_of_an_earlier_version_gives_the_answers_that_it_gave()
    {
        await using var database = new EarlierDatabase("12a345f");
        await using var service = database.CreateService();
        foreach (var read in database.Recorded["reads"]!.AsArray())
        {
            var path = (string)read!["path"]!;
            // What protected readers see follows from releases, and is no longer what it was.
            if ((string)read["key"]! == "demo-board" && path.Contains("indicator", StringComparison.Ordinal)) continue;
            var answer = await service.Get(path, (string)read["key"]!);

            Assert.That((int)answer.Status, Is.EqualTo((int)read["status"]!), path);
            AssertContains(answer.Json, read["body"], path);
        }
    }

    [Test]
    public async Task Requests_sent_again_with_their_idempotency_keys_get_the_answers_that_they_got()
    {
        await using var database = new EarlierDatabase("12a345f");
        await using var service = database.CreateService();
        foreach (var sent in database.Recorded["sentAgain"]!.AsArray())
        {
            var path = (string)sent!["path"]!;
            using var client = service.CreateClientFor((string)sent["key"]!);
            using var request = new HttpRequestMessage(HttpMethod.Post, path);
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes((string)sent["sent"]!));
            request.Content.Headers.ContentType = new((string)sent["mediaType"]!);
            request.Headers.Add("Idempotency-Key", (string)sent["idempotencyKey"]!);
            using var response = await client.SendAsync(request);
            var answer = await ApiResponse.Create(response);

            Assert.That((int)answer.Status, Is.EqualTo((int)sent["status"]!), path);
            AssertContains(answer.Json, sent["body"], path);
        }
    }

    [Test]
    public async Task Returns_are_submitted_and_withdrawn_as_in_a_new_database()
    {
        await using var database = new EarlierDatabase("12a345f");
        await using var service = database.CreateService();
        const string Figures = "/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-22";
        string Values(ApiResponse answer) =>
            string.Join(' ', answer.Json.AsArray().Select(row => $"{row!["numerator"]}/{row["denominator"]}"));
        var before = Values(await service.Get(Figures, "demo-analyst"));

        var receipt =
            await service.Post("statutory-visits", "2026-11-01/2026-11-22", new JsonArray(VisitRecords.CreateMade("V-9001", "2026-11-03")));
        var after = Values(await service.Get(Figures, "demo-analyst"));
        var withdrawn = await service.Delete($"/v1/returns/{receipt.ReturnId}", "demo-social-care");

        Assert.That(receipt.Status, Is.EqualTo(HttpStatusCode.Created), receipt.Text);
        Assert.That(receipt.Json["supersedes"]!.AsArray(), Is.Not.Empty);
        Assert.That(after, Is.Not.EqualTo(before));
        Assert.That(withdrawn.Status, Is.EqualTo(HttpStatusCode.OK), withdrawn.Text);
        Assert.That(Values(await service.Get(Figures, "demo-analyst")), Is.EqualTo(before));
        Assert.That((await service.Get("/v1/audit?act=withdraw-return")).Json["items"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Age_bands_that_were_stored_have_their_present_names_also_in_what_was_known_then()
    {
        await using var database = new EarlierDatabase("12a345f");
        await using var service = database.CreateService();
        foreach (var known in new[] { "", "&knownAt=2026-11-28T20:32:20Z" })
        {
            var rows = await service.Values("unallocated-cases", $"from=2026-11-01&to=2026-11-30&by=age{known}");
            var members = rows.Select(row => (string?)row!["member"]).ToList();
            Assert.That(members, Has.None.Match("[0-9]-[0-9]"));
            Assert.That(members, Has.Member("10 to 15"));
        }
    }

    private static void AssertContains(JsonNode? actual, JsonNode? recorded, string place)
    {
        switch (recorded)
        {
            case JsonObject members:
                Assert.That(actual, Is.InstanceOf<JsonObject>(), place);
                foreach (var (name, value) in members)
                {
                    Assert.That(actual!.AsObject().ContainsKey(name), Is.True, $"{place}: {name} is gone");
                    AssertContains(actual[name], value, $"{place}: {name}");
                }

                break;
            case JsonArray items:
                Assert.That(actual, Is.InstanceOf<JsonArray>(), place);
                var same = actual!.AsArray().Where(item => !IsOfLaterDataset(item)).ToList();
                Assert.That(same, Has.Count.EqualTo(items.Count), place);
                for (var i = 0; i < items.Count; i++) AssertContains(same[i], items[i], $"{place}[{i}]");
                break;
            default:
                Assert.That(
                    JsonNode.DeepEquals(actual, recorded),
                    Is.True,
                    $"{place} was {recorded?.ToJsonString() ?? "null"} and is {actual?.ToJsonString() ?? "null"}");
                break;
        }
    }

    // A list of datasets, indicators or figures goes on with those that the version did not have.
    private static bool IsOfLaterDataset(JsonNode? item) => item switch
    {
        JsonObject row => Names.Any(name => row[name] is JsonValue value && IsOfLaterDataset(value)),
        JsonValue value => value.TryGetValue(out string? text) && Later.Contains(text),
        _ => false,
    };

    /// <summary>A database made from the script of an earlier version, with the answers of that version.</summary>
    private sealed class EarlierDatabase : IAsyncDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("safeguarding-metrics-upgrade-").FullName;

        public EarlierDatabase(string version)
        {
            Recorded = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{version}.json")))!;
            using var connection = new SqliteConnection($"{ConnectionString};Foreign Keys=False;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = File.ReadAllText(Path.Combine(Folder, $"{version}.sql"));
            command.ExecuteNonQuery();
        }

        public JsonNode Recorded { get; }

        private string ConnectionString => $"Data Source={Path.Combine(folder, "earlier.db")}";

        public TestService CreateService()
        {
            var service = new TestService { Sharing = ConnectionString };
            // Some minutes after the last request that was recorded.
            service.Clock.SetUtcNow(DateTimeOffset.Parse((string)Recorded["until"]!, CultureInfo.InvariantCulture).AddMinutes(5));
            return service;
        }

        public ValueTask DisposeAsync()
        {
            TestFolder.Delete(folder);
            return ValueTask.CompletedTask;
        }
    }
}
