using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Audit;

/// <summary>Every route is audited, or is named here as one that deliberately is not.</summary>
public sealed class AuditedRouteTests
{
    private static readonly Dictionary<string, string> NotAudited = new(StringComparer.Ordinal)
    {
        ["counts, which boards read all day"] =
            "listValues getChart listIndicatorValues getPowerQuery getComparison listDataQuality listScores listHeld listReleases",
        ["settings, which are no secret"] = "listTargets getTarget listBenchmarks listPopulations listSchedule listOverdue",
        ["which returns there are, with counts; no record is named"] = "listReturns",
        ["who may call, which only administrators read"] = "listAgencies listClients getClient",
        ["a token or a cookie only proves a key: the first request with it is the sign-in, and a refusal is a line as any is"] =
            "getToken signIn signOut",
        ["the same for everyone"] =
            "listBankHolidays listDatasets getDataset getTemplate getRecordSchema listRules listIndicators getIndicator "
            + "listProblems explainProblem "
            + "isLive isReady",
    };

    [Test]
    public async Task Every_route_is_audited_or_deliberately_not()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var unaudited = NotAudited.Values.SelectMany(names => names.Split(' ')).ToHashSet();
        var endpoints = service.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Select(endpoint => (
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName,
                endpoint.Metadata.GetMetadata<AuditMetadata>()?.Act))
            .Where(endpoint => endpoint.EndpointName is not null).ToList();

        Assert.That(
            endpoints.Where(endpoint => endpoint.Act is null).Select(endpoint => endpoint.EndpointName),
            Is.EquivalentTo(unaudited));
        Assert.That(endpoints.Select(endpoint => endpoint.Act).OfType<string>().Distinct(), Is.SubsetOf(AuditAction.All));
        Assert.That(endpoints, Has.Count.GreaterThan(unaudited.Count + 10));
    }

    [Test]
    public async Task Whatever_changes_something_is_audited()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var writing = service.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(source => source.Endpoints)
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Any(method => method is not ("GET" or "HEAD")) == true)
            // Nothing is kept of a token or a sign-in. A second endpoint refuses token requests that are no form.
            .Where(endpoint => endpoint is not RouteEndpoint { RoutePattern.RawText: AccessTokenIssuer.Address })
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is not ("getToken" or "signIn" or "signOut"))
                .ToList();

        Assert.That(writing, Is.Not.Empty);
        Assert.That(
            writing.Where(endpoint => endpoint.Metadata.GetMetadata<AuditMetadata>() is null).Select(endpoint => endpoint.DisplayName),
            Is.Empty);
    }
}
