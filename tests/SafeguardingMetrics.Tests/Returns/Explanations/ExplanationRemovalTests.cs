using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Explanations;

/// <summary>Explanations go with the child's records and after the retention period; a further key of identifiers leaves them.</summary>
public sealed class ExplanationRemovalTests
{
    [Test]
    public async Task An_erased_child_s_explanations_go_and_others_stay()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1", "V-2"));
        foreach (var key in new[] { "V-1", "V-2" }) await service.ExplainedId(Explaining.Create(("key", key), ("note", "Seen on return.")));

        using var client = service.CreateClientFor("demo-admin");
        using var body = new StringContent("""{"agency": "EXA-CSC", "childId": "C-V-1"}""", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/v1/erasures", body);

        Assert.That(await ListKeys(service), Is.EqualTo(new[] { "V-2" }));
    }

    [Test]
    public async Task Those_that_ended_go_after_the_retention_period()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1", "V-2", "V-3"));
        var ended = await service.ExplainedId(Explaining.Create());
        await service.Delete($"/v1/explanations/{ended}", Explaining.Sender);
        await service.ExplainedId(Explaining.Create(("key", "V-2"), ("until", "2026-11-22")));
        await service.ExplainedId(Explaining.Create(("key", "V-3"), ("until", "2027-12-27")));
        var retention = service.Services.GetRequiredService<RetentionService>();

        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays - 1));
        await retention.Run(default);
        var before = await ListKeys(service);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await retention.Run(default);

        Assert.That(before, Is.EquivalentTo(new[] { "V-1", "V-2", "V-3" }));
        Assert.That(await ListKeys(service), Is.EqualTo(new[] { "V-3" }));
    }

    [Test]
    public async Task A_further_key_of_identifiers_leaves_queries_explained()
    {
        await using var before = new TestService();
        await before.Send(Explaining.LateVisits("V-1"));
        await before.ExplainedId(Explaining.Create());
        var hash = new IdentifierHasher(new byte[32], Enumerable.Repeat((byte)2, 32).ToArray());
        await new IdentifierKeys(before.Services.GetRequiredService<Database>(), hash, TimeProvider.System).Rehash(default);

        await using var after = new TestService { Sharing = before.ConnectionString, Replace = services => services.AddSingleton(hash) };
        var again = await after.Post("statutory-visits", "2026-09-01/2026-10-01", Explaining.LateVisits("V-1"));

        Assert.That(again.Counts(), Is.EqualTo((0, 1)), again.Text);
    }

    [Test]
    public async Task Of_the_values_a_hash_is_kept_and_nothing_else()
    {
        await using var service = new TestService();
        await service.Send(Explaining.LateVisits("V-1"));
        await service.ExplainedId(Explaining.Create());

        await using var connection = new SqliteConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT ValuesHash, ExplanationId || Agency || Dataset || RuleCode || Field || RecordKey || Reason FROM QueryExplanation";
        await using var row = await command.ExecuteReaderAsync();
        Assert.That(await row.ReadAsync(), Is.True);
        Assert.That(row.GetString(0), Has.Length.EqualTo(43));
        Assert.That(row.GetString(1), Does.Not.Contain("2026-11-02").And.Not.Contain("2026-09-01"));
    }

    private static async Task<string[]> ListKeys(TestService service) =>
        [.. (await service.Get("/v1/explanations?history=true")).Json["items"]!.AsArray().Select(item => (string)item!["key"]!)];
}
