using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>A handler that needs more than five things takes them in records, marked <c>[AsParameters]</c>.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class HandlerParameterTests
{
    private const int Most = 5;

    [Test]
    public async Task No_handler_has_more_than_five_parameters()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var handlers = service.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()).OfType<MethodInfo>().Distinct().ToList();

        Assert.That(handlers, Has.Count.GreaterThan(40));
        Assert.That(
            handlers.Where(handler => handler.GetParameters().Length > Most)
                .Select(handler => $"{handler.DeclaringType!.Name}.{handler.Name}"),
            Is.Empty);
    }
}
