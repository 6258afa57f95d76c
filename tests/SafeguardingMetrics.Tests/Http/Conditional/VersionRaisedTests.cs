using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.OpenApi.Recording;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http.Conditional;

/// <summary>
/// Whatever changes something that readers' answers rest on raises the version of the data in the same transaction.
/// </summary>
public sealed class VersionRaisedTests
{
    [Test]
    public async Task Every_operation_that_changes_something_raises_the_version_where_an_answer_rests_on_it()
    {
        WatchedEngine? watched = null;
        await using var service = new TestService
        {
            Replace = services => services.AddSingleton<Engine>(provider => watched = new WatchedEngine(
                StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };

        var steps = await DocumentedRequests.Send(service);
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 2));
        await service.Services.GetRequiredService<RetentionService>().Run(CancellationToken.None);

        // The requests did what every operation of the document does that changes something.
        var document = JsonNode.Parse((await service.Get("/swagger/v1/swagger.json", null)).Text)!;
        var changing = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Where(operation => operation.Key != "get")
            .Select(operation => (string)operation.Value!["operationId"]!)
            .ToList();
        Assert.That(changing, Has.Count.GreaterThan(14));
        Assert.That(
            changing.Except(steps.Where(step => step.Status is >= 200 and < 300).Select(step => step.Operation)),
            Is.Empty,
            "operations that were not done");
        var changed = watched!.Commits.ToLookup(commit => commit.RaisesVersion, commit => commit.Tables.Intersect(WatchedEngine.Cached));
        Assert.That(changed[false].SelectMany(tables => tables), Is.Empty, "tables that changed without the version");
        Assert.That(
            changed[true].SelectMany(tables => tables).Distinct(),
            Is.SupersetOf(new[]
            {
                "Agency", "AgencyReturn", "Segment", "Cell", "Finding", "IndicatorTarget", "Benchmark", "AreaPopulation",
                "ReturnScheduleEntry", "RemainingCount", "ForgottenReturn", "StatutoryVisit",
            }));
    }
}
