using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>The document from which an engineer works: that it is whole, and that what it says is so.</summary>
[TestFixture]
public sealed class OpenApiDocumentTests
{
    private const string AnswersFile = "src/SafeguardingMetrics/OpenApi/answers.json";
    private IReadOnlyList<DocumentedRequests.Step> walk = [];
    private string text = "";
    private JsonNode document = new JsonObject();
    private SchemaValidator check = new(new JsonObject());

    /// <summary>
    /// Walks once for all, and asks for the document with the answers as they are now: so one run with UPDATE_SNAPSHOTS=1 writes both
    /// the answers and the document that shows them.
    /// </summary>
    [OneTimeSetUp]
    public async Task Ask()
    {
        walk = await DocumentedRequests.Run();
        await using var service = new TestService();
        await using var withTheseAnswers = service.WithWebHostBuilder(builder => builder.ConfigureServices(services => services.AddSingleton(RecordedResponses.Read(DocumentedRequests.Serialize(walk)))));
        using var client = withTheseAnswers.CreateClient();
        text = await client.GetStringAsync("/swagger/v1/swagger.json");
        document = JsonNode.Parse(text)!;
        check = new SchemaValidator(document);
    }

    [Test]
    public void The_answers_it_shows_are_what_the_service_answers() => Snapshot.Matches(AnswersFile, DocumentedRequests.Serialize(walk));

    [Test]
    public void It_is_the_one_in_api_specs() => Snapshot.Matches("api-specs/openapi.json", text.ReplaceLineEndings("\n").TrimEnd() + "\n");

    [Test]
    public void It_breaks_no_rule_of_OpenAPI()
    {
        var (read, diagnostic) = Microsoft.OpenApi.OpenApiDocument.Parse(text, "json", new() { RuleSet = Microsoft.OpenApi.ValidationRuleSet.GetDefaultRuleSet() });
        Assert.That(read, Is.Not.Null);
        Assert.That(diagnostic!.Errors.Concat(diagnostic.Warnings).Select(fault => $"{fault.Pointer}: {fault.Message}"), Is.Empty);
    }

    [Test]
    public void Every_reference_leads_somewhere()
    {
        var references = Everything(document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(reference => (string)reference!).Distinct().ToList();
        Assert.That(references, Has.Count.GreaterThan(80));
        Assert.That(references.Where(reference => reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (node, part) => node?[part]) is null), Is.Empty);
        foreach (var kind in new[] { "schemas", "examples" })
            Assert.That(document["components"]![kind]!.AsObject().Select(pair => $"#/components/{kind}/{pair.Key}").Except(references), Is.Empty, $"{kind} that nothing refers to");
    }

    [Test]
    public void Every_operation_says_what_it_does_and_what_it_takes()
    {
        Assert.Multiple(() =>
        {
            foreach (var (name, _, operation) in Operations())
            {
                foreach (var member in new[] { "operationId", "summary", "description" }) Assert.That((string?)operation[member], Is.Not.Null.And.Not.Empty, $"{name}: {member}");
                Assert.That(document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!), Does.Contain((string)operation["tags"]!.AsArray().Single()!), name);
                foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
                {
                    var place = $"{name}: {parameter!["name"]}";
                    Assert.That((string?)parameter["description"], Is.Not.Null.And.Not.Empty, place);
                    Assert.That(parameter["schema"]?["type"], Is.Not.Null, place);
                    var examples = parameter["example"] is { } own ? [own] : parameter["schema"]!["examples"]?.AsArray().ToList() ?? [];
                    Assert.That(examples, Is.Not.Empty, $"{place} has no example");
                    foreach (var example in examples) Assert.That(check.Faults(parameter["schema"]!, example), Is.Empty, place);
                }
            }

            Assert.That(Operations().Select(operation => (string)operation.Operation["operationId"]!), Is.Unique);
            Assert.That(document["tags"]!.AsArray().Select(tag => (string?)tag!["description"]), Has.All.Matches<string?>(description => !string.IsNullOrEmpty(description)));
        });
    }

    [Test]
    public void Every_operation_under_v1_needs_the_key_and_no_other_does()
    {
        var withKey = Operations().Where(operation => operation.Operation["security"]!.AsArray().Any(needed => needed!["ApiKey"] is not null)).Select(operation => operation.Name);
        Assert.That(withKey, Is.EquivalentTo(Operations().Where(operation => operation.Path.StartsWith("/v1/", StringComparison.Ordinal)).Select(operation => operation.Name)).And.Not.Empty);
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
                    if (status is "503" or "304") continue; // A database that does not answer cannot be recorded, and 304 is no more than its headers.
                    foreach (var (mediaType, content) in response!["content"]!.AsObject())
                    {
                        if (mediaType == ParquetTable.MediaType) continue; // Not text: its columns are those of the example in CSV.
                        var examples = content!["examples"]?.AsObject() ?? [];
                        Assert.That(examples, Is.Not.Empty, $"{name} {status} {mediaType} has no example");
                        foreach (var (key, example) in examples)
                        {
                            checkedExamples++;
                            var value = Resolve(example!)["value"];
                            Assert.That(check.Faults(content["schema"]!, value), Is.Empty, $"{name} {status} {key}");
                            if (mediaType == "application/problem+json") Assert.That(((string?)value!["code"], (string?)value["status"]?.ToString()), Is.EqualTo((key, status)), name);
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
            foreach (var (name, path, operation) in Operations().Where(operation => !operation.Path.StartsWith("/health", StringComparison.Ordinal)))
            {
                var statuses = operation["responses"]!.AsObject().Select(response => response.Key).ToList();
                Assert.That(statuses, Does.Contain("500"), name);
                if (path.StartsWith("/v1/", StringComparison.Ordinal)) Assert.That(statuses, Does.Contain("401"), name);
                foreach (var status in statuses.Where(status => status[0] is '4' or '5'))
                    Assert.That(operation["responses"]![status]!["content"]!.AsObject().Select(content => content.Key), Is.EqualTo(new[] { path == "/oauth2/token" && status is "400" or "401" ? "application/json" : "application/problem+json" }), $"{name} {status}");
            }
        });
    }

    [Test]
    public void Every_problem_is_shown_but_the_two_that_belong_to_no_operation()
    {
        var shown = Operations().SelectMany(operation => operation.Operation["responses"]!.AsObject())
            .SelectMany(response => response.Value!["content"]?["application/problem+json"]?["examples"]?.AsObject().Select(example => example.Key) ?? []).Distinct();
        Assert.That(ProblemCatalogue.All.Select(problem => problem.Code).Except(shown), Is.EquivalentTo(new[] { "method-not-allowed" }));
    }

    [Test]
    public void What_the_service_answers_is_what_its_schema_says()
    {
        var operations = Operations().ToDictionary(operation => (string)operation.Operation["operationId"]!, operation => operation.Operation);
        Assert.Multiple(() =>
        {
            foreach (var step in walk)
            {
                var place = $"{step.Operation} {step.Status} {step.Name}";
                var content = operations[step.Operation]["responses"]![$"{step.Status}"]?["content"]?[step.MediaType];
                Assert.That(content, Is.Not.Null, $"{place}: {step.MediaType} of this status is not in the document");
                if (content is null) continue;
                JsonNode? value = step.MediaType.EndsWith("json", StringComparison.Ordinal) ? JsonNode.Parse(step.Text) : step.Text;
                Assert.That(check.Faults(content["schema"]!, value), Is.Empty, place);
                if (step.MediaType == "application/problem+json") Assert.That(content["examples"]!.AsObject().Select(example => example.Key), Does.Contain((string?)value!["code"]), $"{place}: the problem is not shown");
            }

            Assert.That(operations.Keys.Except(walk.Select(step => step.Operation)), Is.Empty, "operations that were never asked");
        });
    }

    [Test]
    public void Every_field_of_every_dataset_is_in_its_schema()
    {
        Assert.Multiple(() =>
        {
            foreach (var dataset in DatasetCatalogue.All)
            {
                var schema = document["components"]!["schemas"]![dataset.Table]!;
                Assert.That(schema["properties"]!.AsObject().Select(property => property.Key), Is.EqualTo(dataset.FieldList.Select(field => field.Name)), dataset.Name);
                Assert.That(schema["required"]!.AsArray().Select(name => (string)name!), Is.EquivalentTo(dataset.FieldList.Where(field => field.IsRequired).Select(field => field.Name)), dataset.Name);
                foreach (var field in dataset.FieldList)
                {
                    var property = schema["properties"]![field.Name]!;
                    Assert.That((string?)property["description"], Does.StartWith(field.Description), $"{dataset.Name}.{field.Name}");
                    foreach (var code in field.Codes ?? [])
                    {
                        Assert.That((property["enum"] ?? property["items"]!["enum"])!.AsArray().Select(one => (string?)one), Does.Contain(code.Value), field.Name);
                        Assert.That((string?)property["description"], Does.Contain($"- `{code.Value}`: {code.Meaning}"), field.Name);
                    }

                    Assert.That(check.Faults(property, property["examples"]![0]), Is.Empty, $"{dataset.Name}.{field.Name}: its example");
                }
            }
        });
    }

    private IEnumerable<(string Name, string Path, JsonNode Operation)> Operations() =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => ($"{operation.Key} {path.Key}", path.Key, operation.Value!)));

    private JsonNode Resolve(JsonNode node) => (string?)node["$ref"] is { } reference ? reference.Split('/').Skip(1).Aggregate(document, (at, part) => at[part]!) : node;

    private static IEnumerable<JsonNode?> Everything(JsonNode? node) => node switch
    {
        JsonObject whole => whole.SelectMany(member => Everything(member.Value)).Prepend(whole),
        JsonArray list => list.SelectMany(Everything).Prepend(list),
        _ => [node],
    };
}
