using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Tests.OpenApi.Recording;
using SafeguardingMetrics.Tests.Support;
using Swashbuckle.AspNetCore.Swagger;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>The document from which an engineer works: that it is whole, and that what it says is so.</summary>
[TestFixture]
public sealed partial class OpenApiDocumentTests
{
    private IReadOnlyList<RecordedStep> steps = [];
    private string text = "";
    private JsonNode document = new JsonObject();
    private SchemaValidator check = new(new JsonObject());

    /// <summary>Makes the document once for all tests, with the responses of the service as examples.</summary>
    [OneTimeSetUp]
    public async Task MakeDocument()
    {
        steps = await DocumentedRequests.Send();
        await using var service = new TestService { Replace = services => services.AddSingleton(DocumentedRequests.ToExamples(steps)) };
        var made = service.Services.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        // 3.1: there a parameter can have an example that Swagger UI shows and does not fill in.
        text = Reference().Replace(await made.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1), """{ "$ref": $1 }""");
        document = OpenApiReader.WriteOut(JsonNode.Parse(text)!);
        check = new SchemaValidator(document);
    }

    [Test]
    [Category("Generated")]
    public void It_is_the_one_in_api_specs() => Snapshot.Matches("api-specs/openapi.json", text.ReplaceLineEndings("\n").TrimEnd() + "\n");

    [Test]
    public async Task It_is_the_one_that_the_service_answers_with()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor(null);
        using var first = await client.GetAsync("/swagger/v1/swagger.json");
        Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(first.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(
            await first.Content.ReadAsByteArrayAsync(),
            Is.EqualTo(await File.ReadAllBytesAsync(Path.Combine(Snapshot.Root, "api-specs", "openapi.json"))),
            "The service embeds api-specs/openapi.json: build it again.");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/swagger/v1/swagger.json");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.SendAsync(again);
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
    }

    [Test]
    public void It_is_small_and_a_dataset_more_adds_little_to_it()
    {
        const int MostLines = 17_000;
        Assert.That(text.Split('\n'), Has.Length.LessThanOrEqualTo(MostLines));
        Assert.That(
            Operations().Where(operation => DatasetCatalogue.All.Any(dataset => operation.Path.Contains(
                dataset.Name, StringComparison.Ordinal))),
            Is.Empty);
        foreach (var dataset in DatasetCatalogue.All.Where(dataset => dataset.Name != SubmissionRequests.Shown))
        {
            // Its name, its indicators, and an example in each media type.
            var places = Everything(JsonNode.Parse(text)).OfType<JsonObject>().Count(node => node.ContainsKey(dataset.Name));
            Assert.That(places, Is.EqualTo(MediaTypes.All.Count), dataset.Name);
        }
    }

    [Test]
    public void It_breaks_no_rule_of_OpenAPI()
    {
        var (read, diagnostic) = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json", new()
        {
            RuleSet = Microsoft.OpenApi.ValidationRuleSet.GetDefaultRuleSet(),
        });
        Assert.That(read, Is.Not.Null);
        Assert.That(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(fault => $"{fault.Pointer}: {fault.Message}"), Is.Empty);
    }

    [Test]
    public void Every_reference_leads_somewhere()
    {
        var whole = JsonNode.Parse(text)!;
        var references = Everything(whole)
            .OfType<JsonObject>()
            .Select(node => node["$ref"])
            .OfType<JsonValue>()
            .Select(reference => (string)reference!)
            .Distinct()
            .ToList();
        Assert.That(references, Has.Count.GreaterThan(80));
        Assert.That(
            references.Where(reference => reference.Split('/').Skip(1).Aggregate((JsonNode?)whole, (node, part) => node?[part]) is null),
            Is.Empty);
        foreach (var kind in new[] { "schemas", "examples", "responses", "parameters", "headers", "requestBodies" })
            Assert.That(
                whole["components"]![kind]!.AsObject().Select(pair => $"#/components/{kind}/{pair.Key}").Except(references),
                Is.Empty,
                $"{kind} that nothing refers to");
    }

    [Test]
    public void Every_operation_says_what_it_does_and_what_it_takes()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, _, operation) in Operations())
            {
                foreach (var member in new[] { "operationId", "summary", "description" })
                    Assert.That((string?)operation[member], Is.Not.Null.And.Not.Empty, $"{name}: {member}");
                Assert.That(
                    document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!),
                    Does.Contain((string)operation["tags"]!.AsArray().Single()!),
                    name);
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    var place = $"{name}: {parameter!["name"]}";
                    Assert.That((string?)parameter["description"], Is.Not.Null.And.Not.Empty, place);
                    var schema = OpenApiReader.Follow(document, parameter["schema"]!);
                    Assert.That(schema["type"], Is.Not.Null, place);
                    List<JsonNode?> examples =
                    [
                        .. parameter["example"] is { } own ? (JsonNode?[])[own] : [],
                        .. (parameter["examples"]?.AsObject() ?? []).Select(example => example.Value!["value"]),
                        .. schema["examples"]?.AsArray() ?? [], .. (schema["enum"]?.AsArray() ?? []).Take(1),
                    ];
                    Assert.That(examples, Is.Not.Empty, $"{place} has no example");
                    foreach (var example in examples) Assert.That(check.Faults(parameter["schema"]!, example), Is.Empty, place);
                }
            }

            Assert.That(Operations().Select(operation => (string)operation.Operation["operationId"]!), Is.Unique);
            Assert.That(
                document["tags"]!.AsArray().Select(tag => (string?)tag!["description"]),
                Has.All.Matches<string?>(description => !string.IsNullOrEmpty(description)));
        });
    }

    [Test]
    public void Every_operation_under_v1_needs_the_key_and_no_other_does()
    {
        var withKey = Operations()
            .Where(operation => operation.Operation["security"]!.AsArray().Any(needed => needed!["ApiKey"] is not null))
            .Select(operation => operation.Name);
        Assert.That(
            withKey,
            Is.EquivalentTo(
                Operations()
                    .Where(operation => operation.Path.StartsWith("/v1/", StringComparison.Ordinal))
                    .Select(operation => operation.Name)).And.Not.Empty);
        Assert.That((string?)document["components"]!["securitySchemes"]!["ApiKey"]!["name"], Is.EqualTo("X-Api-Key"));
        Assert.That(document["servers"]!.ToJsonString(), Does.Contain("\"url\":\"/\""));
    }

    [Test]
    public void Every_response_has_an_example_that_its_schema_allows()
    {
        var checkedExamples = 0;
        Assert.Multiple(() =>
        {
            foreach (var (name, _, operation) in Operations())
            {
                foreach (var (status, response) in operation["responses"]!.AsObject())
                {
                    // A database that does not answer cannot be recorded, and 304 is no more than its headers.
                    if (status is "503" or "304") continue;
                    foreach (var (mediaType, content) in response!["content"]!.AsObject())
                    {
                        // Not text: its columns are those of the example in CSV.
                        if (mediaType is ParquetTable.MediaType or XlsxTable.MediaType) continue;
                        var examples = content!["examples"]?.AsObject() ?? [];
                        Assert.That(examples, Is.Not.Empty, $"{name} {status} {mediaType} has no example");
                        foreach (var (key, example) in examples)
                        {
                            checkedExamples++;
                            var value = Resolve(example!)["value"];
                            Assert.That(check.Faults(content["schema"]!, value), Is.Empty, $"{name} {status} {key}");
                            if (mediaType == "application/problem+json")
                                Assert.That(
                                    ((string?)value!["code"], (string?)value["status"]?.ToString()),
                                    Is.EqualTo((key, status)),
                                    name);
                        }
                    }
                }
            }
        });
        Assert.That(checkedExamples, Is.GreaterThan(200));
    }

    [Test]
    public void Every_operation_says_that_it_can_fail_and_how()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, path, operation) in Operations().Where(operation => !operation.Path.StartsWith(
                "/health", StringComparison.Ordinal)))
            {
                var statuses = operation["responses"]!.AsObject().Select(response => response.Key).ToList();
                Assert.That(statuses, Does.Contain("500"), name);
                if (path.StartsWith("/v1/", StringComparison.Ordinal)) Assert.That(statuses, Does.Contain("401"), name);
                foreach (var status in statuses.Where(status => status[0] is '4' or '5'))
                    Assert.That(
                        operation["responses"]![status]!["content"]!.AsObject().Select(content => content.Key),
                        Is.EqualTo(new[]
                        {
                            path == "/oauth2/token" && status is "400" or "401" ? "application/json" : "application/problem+json",
                        }),
                        $"{name} {status}");
            }
        });
    }

    [Test]
    public void Every_problem_is_shown_but_the_two_that_belong_to_no_operation()
    {
        var shown = Operations().SelectMany(operation => operation.Operation["responses"]!.AsObject())
            .SelectMany(response =>
                response.Value!["content"]?["application/problem+json"]?["examples"]?.AsObject().Select(example => example.Key)
                    ?? [])
                .Distinct();
        Assert.That(ProblemCatalogue.All.Select(problem => problem.Code).Except(shown), Is.EquivalentTo(new[] { "method-not-allowed" }));
    }

    [Test]
    public void What_the_service_answers_is_what_its_schema_says()
    {
        var operations = Operations().ToDictionary(
            operation => (string)operation.Operation["operationId"]!,
            operation => operation.Operation);
        Assert.Multiple(() =>
        {
            foreach (var step in steps)
            {
                var place = $"{step.Operation} {step.Status} {step.Name}";
                var content = operations[step.Operation]["responses"]![$"{step.Status}"]?["content"]?[step.MediaType];
                Assert.That(content, Is.Not.Null, $"{place}: {step.MediaType} of this status is not in the document");
                if (content is null) continue;
                JsonNode? value = step.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(step.Text) : step.Text;
                Assert.That(check.Faults(content["schema"]!, value), Is.Empty, place);
                if (step.MediaType == "application/problem+json")
                    Assert.That(
                        content["examples"]!.AsObject().Select(example => example.Key),
                        Does.Contain((string?)value!["code"]),
                        $"{place}: the problem is not shown");
            }

            Assert.That(operations.Keys.Except(steps.Select(step => step.Operation)), Is.Empty, "operations that were never asked");
        });
    }

    private IEnumerable<(string Name, string Path, JsonNode Operation)> Operations() =>
        document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key} {path.Key}", path.Key, operation.Value!)));

    private JsonNode Resolve(JsonNode node) =>
        (string?)node["$ref"] is { } reference ? reference.Split('/').Skip(1).Aggregate(document, (at, part) => at[part]!) : node;

    private static IEnumerable<JsonNode?> Everything(JsonNode? node) => node switch
    {
        JsonObject whole => whole.SelectMany(member => Everything(member.Value)).Prepend(whole),
        JsonArray list => list.SelectMany(Everything).Prepend(list),
        _ => [node],
    };

    // A reference by itself is read more easily on one line, and a third of the lines were such.
    [GeneratedRegex("""\{\s+"\$ref": ("[^"]*")\s+\}""")]
    private static partial Regex Reference();
}
