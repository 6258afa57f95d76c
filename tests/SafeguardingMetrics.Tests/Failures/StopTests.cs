using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>The service ends when it is asked to, whatever is under way.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StopTests
{
    private string folder = null!;

    [SetUp]
    public void Start() => folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;

    [TearDown]
    public void Stop() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_sender_that_is_slow_does_not_hold_up_the_end_and_is_told()
    {
        await using var service = await ServiceProcess.Start($"Data Source={Path.Combine(folder, "stopped.db")}");
        var begun = new TaskCompletionSource();
        using var body = new SlowContent(begun);
        var sending = Send(service, "/v1/returns/statutory-visits?period=2026-11-03", "demo-social-care", body);
        await begun.Task;
        // A refusal waits to be written to the audit log.
        Assert.That(
            (await service.Client.GetAsync(new Uri("/v1/clients", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

        var exit = await service.Terminate();

        Assert.That(exit, Is.Zero);
        Assert.That(await sending, Is.AnyOf(HttpStatusCode.RequestTimeout, (HttpStatusCode)0));
        await using var again = await ServiceProcess.Start($"Data Source={Path.Combine(folder, "stopped.db")}");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/audit?act=refusal");
        request.Headers.Add("X-Api-Key", "demo-admin");
        var audit = await (await again.Client.SendAsync(request)).Content.ReadAsStringAsync();
        Assert.That(audit, Does.Contain("\"refusal\""));
    }

    [Test]
    public async Task It_writes_nothing_beside_itself_with_the_settings_of_the_container()
    {
        var compose = await File.ReadAllLinesAsync(Path.Combine(Support.Snapshot.Root, "compose.yaml"));
        var environment = compose.SkipWhile(line => !line.Contains("environment: &environment", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(": ", 2))
            .Select(pair => (
                Name: pair[0],
                Value: pair[1].StartsWith("${", StringComparison.Ordinal) ? Convert.ToBase64String(new byte[32]) : pair[1]))
            // There is no SQL Server here: the container's own database.
            .Where(pair => !pair.Name.StartsWith("ConnectionStrings__", StringComparison.Ordinal))
            .ToArray();
        Assert.That(environment.Select(pair => pair.Name), Does.Contain("Submissions__BodyKey").And.Contain("Identifiers__HashKey"));
        var work = Directory.CreateDirectory(Path.Combine(folder, "app"));
        var data = Directory.CreateDirectory(Path.Combine(folder, "data"));

        await using (var service = await ServiceProcess.StartIn(
            work.FullName, $"Data Source={Path.Combine(data.FullName, "safeguarding-metrics.db")}", environment))
            Assert.That(
                (await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        Assert.That(work.EnumerateFileSystemInfos(), Is.Empty);
    }

    private static async Task<HttpStatusCode> Send(ServiceProcess service, string address, string key, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        request.Headers.Add("X-Api-Key", key);
        try
        {
            using var response = await service.Client.SendAsync(request);
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The answer was given while the body was being written, which some systems tell as a broken connection.
            return 0;
        }
    }

    // A few bytes a second: more than the least that is asked of a sender.
    private sealed class SlowContent : HttpContent
    {
        private readonly TaskCompletionSource begun;

        public SlowContent(TaskCompletionSource begun)
        {
            this.begun = begun;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes("[" + new string(' ', 4000)));
            await stream.FlushAsync();
            begun.TrySetResult();
            for (var i = 0; i < 120; i++)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
                await stream.WriteAsync(Encoding.UTF8.GetBytes(new string(' ', 2000)));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
