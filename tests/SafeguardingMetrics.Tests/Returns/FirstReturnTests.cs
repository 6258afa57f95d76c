using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
public sealed class FirstReturnTests
{
    [Test]
    public async Task A_return_is_stored_and_the_figure_is_there_a_moment_later()
    {
        await using var service = new TestService();
        var records = new JsonArray(
            new JsonObject
            {
                ["visitId"] = "V-1",
                ["childId"] = "C-1",
                ["locality"] = "East",
                ["team"] = "East 1",
                ["visitType"] = "child-protection",
                ["dueOn"] = "2026-11-03",
                ["visitedOn"] = "2026-11-02",
                ["childSeen"] = true,
                ["seenAlone"] = true,
            },
            new JsonObject
            {
                ["visitId"] = "V-2",
                ["childId"] = "C-2",
                ["locality"] = "East",
                ["team"] = "East 1",
                ["visitType"] = "looked-after",
                ["dueOn"] = "2026-11-04",
            },
            new JsonObject
            {
                ["visitId"] = "V-2",
                ["childId"] = "C-3",
                ["locality"] = "West",
                ["team"] = "West 1",
                ["visitType"] = "looked-after",
                ["dueOn"] = "2026-13-04",
            });

        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", records);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That(answer.Findings, Is.EqualTo(new[] { "3 R02 dueOn", "3 R04 visitId" }));
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(2));

        var value = (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That((decimal)value["value"]!, Is.EqualTo(50.0m));
        Assert.That((int)value["recordsRejected"]!, Is.EqualTo(1));
    }
}
