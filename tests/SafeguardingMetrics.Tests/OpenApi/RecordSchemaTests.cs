using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>The schema of each dataset's records.</summary>
[TestFixture]
public sealed class RecordSchemaTests
{
    [Test]
    public void Every_field_of_every_dataset_is_in_its_schema()
    {
        var check = new SchemaValidator(new JsonObject());
        Assert.Multiple(() =>
        {
            foreach (var dataset in DatasetCatalogue.All)
            {
                var schema = JsonNode.Parse(RecordSchema.Create(dataset).ToJsonString())!;
                Assert.That(
                    schema["properties"]!.AsObject().Select(property => property.Key),
                    Is.EqualTo(dataset.FieldList.Select(field => field.Name)),
                    dataset.Name);
                Assert.That(
                    schema["required"]!.AsArray().Select(name => (string)name!),
                    Is.EquivalentTo(dataset.FieldList.Where(field => field.IsRequired).Select(field => field.Name)),
                    dataset.Name);
                foreach (var field in dataset.FieldList)
                {
                    var property = schema["properties"]![field.Name]!;
                    Assert.That((string?)property["description"], Does.StartWith(field.Description), $"{dataset.Name}.{field.Name}");
                    foreach (var code in field.Codes ?? [])
                    {
                        Assert.That(
                            (property["enum"] ?? property["items"]!["enum"])!.AsArray().Select(one => (string?)one),
                            Does.Contain(code.Value),
                            field.Name);
                        Assert.That((string?)property["description"], Does.Contain($"- `{code.Value}`: {code.Meaning}"), field.Name);
                    }

                    Assert.That(check.Faults(property, property["examples"]![0]), Is.Empty, $"{dataset.Name}.{field.Name}: its example");
                }
            }
        });
    }
}
