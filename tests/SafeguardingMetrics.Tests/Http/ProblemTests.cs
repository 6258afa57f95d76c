using System.Net;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ProblemTests
{
    [Test]
    public async Task A_failure_is_a_whole_problem_whatever_the_caller_accepts()
    {
        await using var service = new TestService();
        foreach (var accept in new[]
        {
            null,
            "*/*",
            "application/json",
            "application/problem+json",
            "text/csv",
            "text/html",
            "image/png",
            "text/csv;q=1, application/json;q=0",
        })
        {
            RefusalTests.Refused(await service.Get("/v1/datasets/zebedee", "demo-admin", accept), 404, "unknown-dataset", accept);
            RefusalTests.Refused(await service.Get("/v1/nothing", "demo-admin", accept), 404, "not-found", accept);
            RefusalTests.Refused(await service.Get("/v1/datasets", null, accept), 401, "unauthenticated", accept);
            RefusalTests.Refused(await service.Get("/v1/indicator-values", "demo-school", accept), 403, "not-permitted", accept);
            RefusalTests.Refused(
                await service.Get("/v1/indicator-values?from=then", "demo-board", accept), 400, "invalid-parameter", accept);
        }
    }

    [Test]
    public async Task Every_problem_is_explained_at_its_address()
    {
        await using var service = new TestService();
        foreach (var problem in ProblemCatalogue.All)
        {
            var page = await service.Get(problem.Type, null);
            Assert.That(
                (page.Status, (string?)page.Json["code"], (int)page.Json["status"]!),
                Is.EqualTo((HttpStatusCode.OK, problem.Code, problem.Status)));
            Assert.That((string)page.Json["remedy"]!, Is.Not.Empty);
        }

        Assert.That((await service.Get("/problems", null)).Json.AsArray(), Has.Count.EqualTo(ProblemCatalogue.All.Count));
        Assert.That(ProblemCatalogue.All.Select(problem => problem.Code), Is.Unique);
        RefusalTests.Refused(await service.Get("/problems/zebedee", null), 404, "not-found");
    }

    [Test]
    public async Task Health_is_told_without_a_key()
    {
        await using var service = new TestService("Production");

        Assert.That((await service.Get("/health/live", null)).Text, Is.EqualTo("alive"));
        Assert.That((await service.Get("/health/ready", null)).Text, Is.EqualTo("ready"));
    }
}
