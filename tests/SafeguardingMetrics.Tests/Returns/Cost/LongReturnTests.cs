using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Returns.Cost;

/// <summary>A return that holds the writer for longer than it may is ended, and its sender is told the way out.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LongReturnTests
{
    [TestCase(null)]
    [TestCase("respond-async")]
    public async Task It_is_told_to_be_sent_in_parts_and_nothing_is_stored(string? prefer)
    {
        TestService? started = null;
        await using var service = new TestService
        {
            Setting = [("Limits:WriteSeconds", "60")],
            Replace = services =>
            {
                var real = services.Last(one => one.ServiceType == typeof(Engine));
                services.AddSingleton<Engine>(provider =>
                    new SlowEngine((Engine)real.ImplementationFactory!(provider), () => started!.Clock.Advance(TimeSpan.FromSeconds(61))));
            },
        };
        started = service;

        var answer = await service.Post(
            "statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", 3, 0), prefer: prefer);
        if (prefer is not null) answer = await service.GetOutcome(answer.Headers["Location"]);

        Refused(answer, 413, "takes-too-long");
        Assert.That((string)answer.Json["detail"]!, Does.Contain("60 seconds"));
        var attempt = await service.Get($"/v1/returns/{answer.Json["returnId"]}");
        Assert.That((string)attempt.Json["status"]!, Is.EqualTo("rejected"));
        Assert.That((string)attempt.Json["reason"]!, Is.EqualTo((string)answer.Json["detail"]!));
        Assert.That(await service.Services.GetRequiredService<Database>().Read(
            reading => reading.Count(new Sql("SELECT COUNT(*) FROM StatutoryVisit")), CancellationToken.None), Is.Zero);
    }

    // Time passes whenever records are loaded.
    private sealed class SlowEngine(Engine inner, Action pass) : ForwardingEngine(inner)
    {
        public override void BulkInsert(
            System.Data.Common.DbConnection connection, System.Data.Common.DbTransaction transaction, string table,
            IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
        {
            if (table == "StatutoryVisit") pass();
            base.BulkInsert(connection, transaction, table, columns, rows);
        }
    }
}
