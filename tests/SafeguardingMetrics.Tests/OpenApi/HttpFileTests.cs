using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>The requests that a newcomer sends from an editor, sent in their order to one service.</summary>
[TestFixture]
public sealed partial class HttpFileTests
{
    private static IReadOnlyList<HttpFile> Files =>
        [
            .. Directory.GetFiles(Path.Combine(Snapshot.Root, "api-specs", "requests"), "*.http")
                .Order(StringComparer.Ordinal)
                .Select(HttpFile.Read),
        ];

    [Test]
    public async Task Every_request_is_answered_as_its_file_says()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        foreach (var file in Files)
        {
            var answers = new Dictionary<string, JsonNode>();
            foreach (var request in file.Requests)
            {
                var place = $"{file.Name}: {request.Title}";
                Assert.That(request.Status, Is.Not.Null, $"{place} does not say what to expect");
                service.Clock.Advance(TimeSpan.FromSeconds(10));
                var answer = await Sent(client, file, request, answers);
                // Whoever asks what became of a return asks again until it is known.
                for (var tries = 0; answer.Status == HttpStatusCode.Accepted && request.Status == 200 && tries < 200; tries++)
                {
                    await Task.Delay(50);
                    answer = await Sent(client, file, request, answers);
                }

                Assert.That((int)answer.Status, Is.EqualTo(request.Status), $"{place}: {answer.Text}");
                if (request.Word is not null)
                    Assert.That(
                        (string?)(request.Status < 400 ? answer.Json["status"] : answer.Json["code"]),
                        Is.EqualTo(request.Word),
                        $"{place}: {answer.Text}");
                if (request.Name is not null) answers[request.Name] = answer.Json;
            }
        }
    }

    [Test]
    public void They_submit_every_dataset_in_every_media_type_and_come_in_the_order_of_the_work()
    {
        var requests = Files.SelectMany(file => file.Requests).ToList();
        foreach (var dataset in DatasetCatalogue.All)
            Assert.That(
                requests.Any(request => request is { Status: 201 }
                    && request.Address.Contains($"/v1/returns/{dataset.Name}?", StringComparison.Ordinal)),
                Is.True,
                dataset.Name);
        Assert.That(
            requests.Where(request => request.Status == 201).Select(request => request.Headers["Content-Type"]).Distinct(),
            Is.EquivalentTo(new[] { "application/json", "application/x-ndjson", "text/csv" }));
        Assert.That(Files.Select(file => file.Name[..2]), Is.EqualTo(Enumerable.Range(1, Files.Count).Select(number => $"{number:00}")));
        Assert.That(Files, Has.Count.EqualTo(10));
    }

    private static async Task<ApiResponse> Sent(
        HttpClient client, HttpFile file, HttpFile.Request request, Dictionary<string, JsonNode> answers)
    {
        using var message = Message(file, request, answers);
        using var response = await client.SendAsync(message);
        return await ApiResponse.Create(response);
    }

    [Test]
    public void They_ask_for_every_operation()
    {
        var asked = Files.SelectMany(file => file.Requests)
            .Select(request => (
                request.Method.Method,
                Path: request.Address.Replace("{{host}}", "", StringComparison.Ordinal).Split('?')[0]))
            .ToList();
        var paths = JsonNode.Parse(File.ReadAllText(Path.Combine(Snapshot.Root, "api-specs", "openapi.json")))!["paths"]!.AsObject();
        var missing = from path in paths
                      from operation in path.Value!.AsObject()
                          // A check looks the same whichever dataset it is of.
                      where !path.Key.EndsWith("/check", StringComparison.Ordinal)
                      let pattern = $"^{Parameter().Replace(Regex.Escape(path.Key), "[^/]+")}$"
                      where !asked.Any(request => string.Equals(request.Method, operation.Key, StringComparison.OrdinalIgnoreCase)
                          && Regex.IsMatch(request.Path, pattern))
                      select $"{operation.Key} {path.Key}";
        Assert.That(missing, Is.Empty);
    }

    private static HttpRequestMessage Message(HttpFile file, HttpFile.Request request, Dictionary<string, JsonNode> answers)
    {
        var message = new HttpRequestMessage(request.Method, file.Resolve(request.Address, answers));
        if (request.Body is not null) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(file.Resolve(request.Body, answers)));
        foreach (var (name, value) in request.Headers)
        {
            if (name == "Content-Type") message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else if (name == "Content-Encoding") message.Content!.Headers.ContentEncoding.Add(value);
            else message.Headers.Add(name, file.Resolve(value, answers));
        }

        return message;
    }

    [GeneratedRegex(@"\\\{[^}]*}")]
    private static partial Regex Parameter();
}
