using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Http.Conditional;
using SafeguardingMetrics.Tests.OpenApi.Recording;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Audit;

/// <summary>
/// Whatever changes what readers see, over HTTP, by a job or by a command, writes its audit line in the same
/// transaction.
/// </summary>
public sealed class AuditedCommitTests
{
    [Test]
    public async Task Every_commit_that_changes_what_readers_see_writes_an_audit_line()
    {
        WatchedEngine? watched = null;
        await using var service = new TestService
        {
            Replace = services => services.AddSingleton<Engine>(provider =>
                watched = new WatchedEngine(
                    StorageSetup.CreateEngine(provider.GetRequiredService<IConfiguration>().GetConnectionString("SafeguardingMetrics")!))),
        };
        await service.Get("/v1/agencies");
        // What the start does for itself: the schema, and the keys of the demonstration.
        watched!.Commits.Clear();

        await DocumentedRequests.Send(service);
        Assert.That(await CallerCommands.Run(service.Services, ["agency", "add", "EXA-NEW", "police", "Another force"], default), Is.Zero);
        Assert.That(
            await CallerCommands.Run(service.Services, ["client", "add", "A tool", "--permissions", "read-figures", "--key"], default),
            Is.Zero);
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 2));
        await service.Services.GetRequiredService<RetentionService>().Run(default);

        var changes = watched.Commits.Where(commit => commit.RaisesVersion).ToList();
        Assert.That(changes, Has.Count.GreaterThan(20));
        // A queued return was audited when it was accepted.
        Assert.That(
            changes.Where(commit => !commit.IsAudited && !commit.Tables.Contains("AcceptedReturn")).Select(commit => commit.LockName),
            Is.Empty);
    }

    [Test]
    public async Task Every_audited_handler_that_changes_something_takes_the_audit_entry()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var changing = service.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<AuditMetadata>() is not null)
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true)
            .ToList();

        Assert.That(changing, Has.Count.GreaterThan(10));
        Assert.That(
            changing
                .Where(endpoint => !TakesEntry(endpoint.Metadata.GetMetadata<System.Reflection.MethodInfo>()!))
                .Select(endpoint => endpoint.DisplayName),
            Is.Empty);
    }

    private static bool TakesEntry(System.Reflection.MethodInfo handler) => handler.GetParameters().Any(parameter =>
        parameter.ParameterType == typeof(AuditEntry)
            || parameter.ParameterType.GetProperties().Any(property => property.PropertyType == typeof(AuditEntry)));
}
