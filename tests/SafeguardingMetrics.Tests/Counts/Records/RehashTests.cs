using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Counts.Records;

/// <summary>
/// A further key put over stored hashes: who matched before matches after, and with what arrives later.
/// </summary>
[OnEachEngine]
public sealed class RehashTests
{
    [Test]
    public async Task A_child_is_found_by_its_number_in_what_came_before_the_new_key_and_after_it()
    {
        await using var before = new TestService();
        await Post(before, "2026-11-10");
        var rehash = new IdentifierHasher(new byte[32], Enumerable.Repeat((byte)2, 32).ToArray());
        var hashes = await new IdentifierKeys(before.Services.GetRequiredService<Database>(), rehash, TimeProvider.System).Rehash(default);
        await using var after = new TestService { Sharing = before.ConnectionString, Replace = services => services.AddSingleton(rehash) };
        await Post(after, "2026-11-11");

        using var client = after.CreateClientFor("demo-admin");
        using var body = new StringContent("""{"nhsNumber": "9990000018"}""", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/v1/erasures", body);
        var erased = (await ApiResponse.Create(response)).Json;

        Assert.That(hashes, Is.EqualTo(2));
        Assert.That(((int?)erased["returns"], (int?)erased["records"]), Is.EqualTo((2, 2)), erased.ToJsonString());
    }

    private static async Task Post(TestService service, string day)
    {
        var answer =
            await service.Post("open-cases", day, new JsonArray(Case("C-1", "9990000018"), Case("C-2", "9990000026"), Case("C-3", null)));
        Assert.That((string?)answer.Json["status"], Does.StartWith("accepted"), answer.Text);
    }

    private static JsonObject Case(string id, string? number) => new()
    {
        ["childId"] = id, ["locality"] = "East", ["team"] = "East 1", ["planType"] = "child-protection", ["openedOn"] = "2026-10-01",
        ["allocatedWorkerId"] = "W-1", ["allocatedOn"] = "2026-10-05", ["nhsNumber"] = number,
    };
}
