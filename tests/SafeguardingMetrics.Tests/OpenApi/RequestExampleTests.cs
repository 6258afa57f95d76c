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
    public async Task Each_request_example_gives_the_answer_that_is_documented(string name)
    {
        await using var service = new TestService();
        var document = (await service.Get("/swagger/v1/swagger.json")).Json;
        var operation = document["paths"]![$"/v1/returns/{name}"]!["post"]!;
        var period = (string)operation["parameters"]!.AsArray().Single(parameter => (string)parameter!["name"]! == "period")!["example"]!;
        var check = new SchemaValidator(document);

        foreach (var (mediaType, content) in operation["requestBody"]!["content"]!.AsObject())
        {
            foreach (var (example, reference) in content!["examples"]!.AsObject())
            {
                var value = ((string)reference!["$ref"]!).Split('/').Skip(1).Aggregate(document, (node, part) => node[part]!)["value"]!;
                var body = mediaType == MediaTypes.Json ? value.ToJsonString() : (string)value!;
                if (example == "accepted") Assert.That(check.Faults(content["schema"]!, value), Is.Empty, $"{mediaType} {example}");

                var checkedOnly = await Send(service, $"/v1/returns/{name}/check?period={period}", name, mediaType, body);
                var submitted = await Send(service, $"/v1/returns/{name}?period={period}", name, mediaType, body);

                Assert.That(checkedOnly.Status, Is.EqualTo(HttpStatusCode.OK), checkedOnly.Text);
                Assert.That(submitted.Status, Is.EqualTo(example == "rejected" ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created), submitted.Text);
                // A rejection is a problem, and what it says of the records stands in the recorded example under the problem's code.
                var documented = example == "rejected"
                    ? operation["responses"]!["422"]!["content"]!["application/problem+json"]!["examples"]!["return-rejected"]!["value"]!
                    : operation["responses"]!["201"]!["content"]!["application/json"]!["examples"]![example]!["value"]!;
                Assert.That(Told(submitted.Json), Is.EqualTo(Told(documented)), $"{mediaType} {example}");
                Assert.That(Told(checkedOnly.Json), Is.EqualTo(Told(documented)), $"{mediaType} {example}, checked");
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
            var answer = await service.Post(dataset.Name, dataset.ExamplePeriod, example.Serialize(MediaTypes.Csv), MediaTypes.Csv, Introduction.GetDemonstrationKey(dataset));
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
        .. answer["findings"]!.AsArray().Select(finding => (JsonNode)$"{finding!["record"]} {finding["key"]} {finding["field"]} {finding["rule"]} {finding["message"]} {finding["value"]}"),
    ]).ToJsonString();

    [GeneratedRegex("""curl -i -X POST "http://localhost:5080(?<address>[^"]+)" \\\s+-H "X-Api-Key: (?<key>[^"]+)" -H "Content-Type: (?<type>[^"]+)" \\\s+-d '(?<body>[^']+)'""")]
    private static partial Regex Curl();

    [GeneratedRegex(@"\| `(demo-[a-z-]+)` \|")]
    private static partial Regex Keys();
}
