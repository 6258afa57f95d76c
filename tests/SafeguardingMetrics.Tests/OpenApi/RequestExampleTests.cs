using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>The examples that the page offers, sent as they stand.</summary>
[TestFixture]
public sealed partial class RequestExampleTests
{
    private static IEnumerable<string> Datasets => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Datasets))]
    public async Task Each_dataset_s_request_example_is_checked_and_stored(string name)
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var document = await OpenApiReader.Read(client);
        var operation = document["paths"]!["/v1/returns/{dataset}"]!["post"]!;
        var period = DatasetCatalogue.Find(name)!.ExamplePeriod;
        var periods = operation["parameters"]!
            .AsArray()
            .Single(parameter => (string)parameter!["name"]! == "period")!["examples"]!.AsObject();
        Assert.That(periods.Select(example => (string)example.Value!["value"]!), Does.Contain(period));

        foreach (var (mediaType, content) in operation["requestBody"]!["content"]!.AsObject())
        {
            var example = content!["examples"]![name]!;
            Assert.That((string)example["summary"]!, Does.Contain(period));
            var body = mediaType == MediaTypes.Json ? example["value"]!.ToJsonString() : (string)example["value"]!;
            Assert.That(new SchemaValidator(document).Faults(content["schema"]!, example["value"]), Is.Empty, mediaType);
            var checkedOnly = await Send(service, $"/v1/returns/{name}/check?period={period}", name, mediaType, body);
            var submitted = await Send(service, $"/v1/returns/{name}?period={period}", name, mediaType, body);

            Assert.That(checkedOnly.Status, Is.EqualTo(HttpStatusCode.OK), checkedOnly.Text);
            Assert.That(submitted.Status, Is.EqualTo(HttpStatusCode.Created), submitted.Text);
            foreach (var receipt in new[] { checkedOnly.Json, submitted.Json })
                Assert.That(
                    ((string?)receipt["status"], (int?)receipt["records"]!["accepted"], receipt["findings"]!.AsArray().Count),
                    Is.EqualTo(("accepted", 1, 0)),
                    mediaType);
        }
    }

    [TestCaseSource(nameof(Datasets))]
    public async Task Each_dataset_s_faulty_return_gives_the_same_receipt_in_every_media_type(string name)
    {
        await using var service = new TestService();
        var dataset = DatasetCatalogue.Find(name)!;
        foreach (var example in ExampleReturn.CreateAll(dataset))
        {
            string? first = null;
            foreach (var mediaType in MediaTypes.All)
            {
                var checkedOnly = await Send(
                    service, $"/v1/returns/{name}/check?period={dataset.ExamplePeriod}", name, mediaType, example.Serialize(mediaType));
                var submitted = await Send(
                    service, $"/v1/returns/{name}?period={dataset.ExamplePeriod}", name, mediaType, example.Serialize(mediaType));
                Assert.That((checkedOnly.Status, (int)submitted.Status), Is.EqualTo((HttpStatusCode.OK, example.Status)), submitted.Text);
                first ??= Told(submitted.Json);
                Assert.That(Told(submitted.Json), Is.EqualTo(first), $"{mediaType} {example.Name}");
                Assert.That(Told(checkedOnly.Json), Is.EqualTo(first), $"{mediaType} {example.Name}, checked");
            }
        }
    }

    [Test]
    public async Task Examples_hold_on_any_later_day([Values(0, 1, 40, 800)] int daysLater)
    {
        await using var service = new TestService();
        service.Clock.Advance(TimeSpan.FromDays(daysLater));
        foreach (var dataset in DatasetCatalogue.All)
        {
            var example = ExampleReturn.Accepted(dataset);
            var answer = await service.Post(
                dataset.Name,
                dataset.ExamplePeriod,
                example.Serialize(MediaTypes.Csv),
                MediaTypes.Csv,
                Introduction.GetDemonstrationKey(dataset));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
            Assert.That((string?)answer.Json["status"], Is.EqualTo("accepted"), answer.Text);
        }
    }

    [Test]
    public async Task The_introduction_s_first_return_is_accepted_and_its_keys_are_known()
    {
        await using var service = new TestService();
        var introduction = (string)(await service.Get("/swagger/v1/swagger.json")).Json["info"]!["description"]!;
        var curl = Curl().Match(introduction);
        Assert.That(curl.Success, Is.True, introduction);

        using var client = service.CreateClientFor(curl.Groups["key"].Value);
        using var body = new StringContent(curl.Groups["body"].Value, Encoding.UTF8, curl.Groups["type"].Value);
        using var response = await client.PostAsync(curl.Groups["address"].Value, body);
        var answer = await ApiResponse.Create(response);
        Assert.That((answer.Status, (string?)answer.Json["status"]), Is.EqualTo((HttpStatusCode.Created, "accepted")), answer.Text);

        var keys = Keys().Matches(introduction).Select(match => match.Groups[1].Value).ToList();
        Assert.That(keys, Has.Count.EqualTo(7));
        foreach (var key in keys) Assert.That((await service.Get("/v1/datasets", key)).Status, Is.EqualTo(HttpStatusCode.OK), key);
        foreach (var dataset in DatasetCatalogue.All) Assert.That(introduction, Does.Contain($"| `{dataset.Name}` |"));
        Assert.That(introduction, Does.Not.Match(@"\{(keys|datasets|firstReturn|mostPacked)\}"));
    }

    private static async Task<ApiResponse> Send(TestService service, string address, string dataset, string mediaType, string body)
    {
        using var client = service.CreateClientFor(TestService.GetDemonstrationKey(dataset));
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await client.PostAsync(address, content);
        return await ApiResponse.Create(response);
    }

    // What does not depend on when and in which format it was sent.
    private static string Told(JsonNode answer) => new JsonArray(
    [
        answer["agency"]!.DeepClone(), answer["period"]!.DeepClone(), answer["records"]!.DeepClone(), answer["rules"]!.DeepClone(),
        .. answer["findings"]!
            .AsArray()
            .Select(finding =>
                (JsonNode)$"{finding!["record"]} {finding["key"]} {finding["field"]} {finding["rule"]} {finding["message"]} "
                    + $"{finding["value"]}"),
    ]).ToJsonString();

    [GeneratedRegex(
        """curl -i -X POST "http://localhost:5080(?<address>[^"]+)" \\\s+"""
        + """-H "X-Api-Key: (?<key>[^"]+)" -H "Content-Type: (?<type>[^"]+)" \\\s+"""
        + """-d '(?<body>[^']+)'""")]
    private static partial Regex Curl();

    [GeneratedRegex(@"\| `(demo-[a-z-]+)` \|")]
    private static partial Regex Keys();
}
