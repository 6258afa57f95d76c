using System.Net.Http.Headers;
using SafeguardingMetrics.Tests.Http.Conditional;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>What fuzzing found, each as the request that showed it, so that it is asked whatever the seed.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class FoundTests
{
    [TestCase("utf-7")]
    [TestCase("zebedee")]
    public async Task A_setting_in_a_character_set_that_is_not_known_is_refused(string charset)
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-admin");
        foreach (var (method, address) in new[]
        {
            (HttpMethod.Post, "/v1/targets"),
            (HttpMethod.Put, "/v1/return-schedule/statutory-visits/EXA-CSC"),
        })
        {
            using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent("{}"u8.ToArray()) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", charset);
            using var response = await client.SendAsync(request);

            RefusalTests.Refused(await ApiResponse.Create(response), 415, "unsupported-media-type", address);
        }
    }

    [Test]
    public async Task A_control_character_that_was_sent_is_not_told_back()
    {
        await using var service = new TestService();

        var answer = await service.Read("/v1/benchmarks?format=%1F%7F%C2%9B", "demo-board");

        RefusalTests.Refused(answer, 400, "invalid-parameter", "format");
        Assert.That(((string)answer.Json["detail"]!).Where(char.IsControl), Is.Empty);
        Assert.That((string)answer.Json["detail"]!, Is.EqualTo("format is json, csv or xlsx."));
    }
}
