using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Tests.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>
/// Thousands of odd requests, made of what the OpenAPI document shows: none may end in a failure of the service, in
/// silence, or in an answer that the document does not promise. <c>FUZZ_SEED</c> and <c>FUZZ_REQUESTS</c> ask for
/// others and for more.
/// </summary>
[TestFixture]
[Category("Slow")]
public sealed class FuzzTests
{
    // A service that has not answered by then never will.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly int Seed = Setting("FUZZ_SEED", 5);
    private static readonly int Requests = Setting("FUZZ_REQUESTS", 4000);
    private static readonly string?[] Roles = [.. DemonstrationKeys.Keys.Select(key => key.Key), null, "nobody-s-key"];
    private readonly ConcurrentDictionary<(string Operation, int Status), int> counts = new();
    private readonly ConcurrentQueue<string> faults = new();

    [Test]
    public async Task No_odd_request_brings_the_service_to_fail_to_fall_silent_or_to_answer_what_is_not_documented()
    {
        await using var service = new TestService
        {
            Replace = services => services.AddLogging(logging => logging.AddFilter(null, LogLevel.Error)),
        };
        service.UseKestrel(0);
        service.StartServer();
        using var client = service.CreateClientFor("demo-admin");
        var port = client.BaseAddress!.Port;
        var document = await OpenApiReader.Read(client);
        var operations = Operation.ParseAll(document);
        var verdict = new ResponseCheck(new SchemaValidator(document));

        // Good requests first, of every operation by everyone: so there is something to find, and it is known who may
        // do what.
        var ids = new KnownIds();
        var permitted = new Dictionary<Operation, List<string?>>();
        var number = 0;
        foreach (var operation in operations.OrderBy(operation => operation.Method == "DELETE"))
        {
            permitted[operation] = [];
            foreach (var role in Roles)
                if (await Ask(operation, role, 0, number++) is not (401 or 403)) permitted[operation].Add(role);
        }

        foreach (var operation in operations) await ids.Learn(client, operation);
        await Parallel.ForEachAsync(Enumerable.Range(number, Math.Max(0, Requests - number)), new ParallelOptions
        {
            MaxDegreeOfParallelism = 4,
        }, async (i, _) =>
        {
            var dice = new Random(unchecked(Seed * 1_000_003 + i));
            var operation = operations[i % operations.Count];
            var role =
                dice.Next(5) > 0 && permitted[operation] is { Count: > 0 } may ? may[dice.Next(may.Count)] : Roles[dice.Next(Roles.Length)];
            await Ask(operation, role, 1 + dice.Next(3), i);
        });

        await TestContext.Out.WriteLineAsync($"seed {Seed}: {counts.Values.Sum()} requests of {operations.Count} operations");
        foreach (var of in counts.GroupBy(pair => pair.Key.Operation).OrderBy(of => of.Key, StringComparer.Ordinal))
            await TestContext.Out.WriteLineAsync(
                $"  {of.Key}: {of.Sum(pair => pair.Value)} "
                + $"({string.Join(", ", of.OrderBy(pair => pair.Key.Status).Select(pair => $"{pair.Key.Status} {pair.Value}"))})");
        Assert.That(faults, Is.Empty, $"{faults.Count} faults of seed {Seed}\n{string.Join('\n', faults.Take(40))}");
        Assert.That(counts.Values.Sum(), Is.EqualTo(Requests));
        // Odd requests say nothing of an operation that good ones do not reach.
        Assert.That(
            operations.Count(operation => counts.Keys.Any(key => key.Operation == operation.Name && key.Status < 300)),
            Is.GreaterThan(operations.Count * 3 / 4));
        Assert.That((await service.Get("/health/ready", null)).Text, Is.EqualTo("ready"));

        async Task<int> Ask(Operation operation, string? role, int changes, int i)
        {
            var request = new RequestGenerator(operation, new Random(unchecked(Seed * 1_000_003 + i)), ids).Create(role, changes);
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                var answer = await RawHttpResponse.Exchange(port, request.ToBytes(), request.Method != "HEAD", patience.Token);
                counts.AddOrUpdate((operation.Name, answer.Status), 1, (_, count) => count + 1);
                ids.Learn(answer);
                if (verdict.FindFault(request, answer) is { } fault) faults.Enqueue($"{fault}\n request {i}: {request}\n");
                return answer.Status;
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException)
            {
                counts.AddOrUpdate((operation.Name, 0), 1, (_, count) => count + 1);
                faults.Enqueue($"{fault.Message}\n request {i}: {request}\n");
                return 0;
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
