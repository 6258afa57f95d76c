using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>A unit of work ends when whoever asked for it has gone, or its time is over, and then nothing of it is stored.</summary>
[OnEachEngine]
public sealed class WriteTimeTests
{
    private static readonly Sql Insert = new("INSERT INTO Agency (Agency, Name, Sector) VALUES (@Agency, @Agency, 'health')");
    private static readonly Sql CountAll = new("SELECT COUNT(*) FROM Agency WHERE Agency = @Agency");

    [Test]
    public async Task Hanging_up_ends_a_load_within_some_thousand_rows([Values(1, 50_000)] int goneAt)
    {
        await using var service = new TestService();
        var database = Get(service);
        using var gone = new CancellationTokenSource();
        var made = 0;

        Assert.That(
            async () => await database.Write(WriteScope.ForSettings("test", audit: null), work => Load(work), gone.Token),
            Throws.InstanceOf<OperationCanceledException>());

        Assert.That(made, Is.LessThan(goneAt + 10_000));
        Assert.That(await Count(database, "A-1"), Is.Zero);
        await AddOne(database);

        async Task<bool> Load(UnitOfWork work)
        {
            await work.Execute(Insert, new { Agency = "A-1" });
            work.BulkInsert("Agency", ["Agency", "Name", "Sector"], Rows());
            await work.Commit();
            return true;
        }

        IEnumerable<object?[]> Rows()
        {
            for (made = 0; made < 1_000_000; made++)
            {
                if (made == goneAt) gone.Cancel();
                yield return [$"L-{made}", "Name", "health"];
            }
        }
    }

    [Test]
    public async Task Hanging_up_ends_a_statement()
    {
        if (OnEachEngineAttribute.Current != "Sqlite") Assert.Ignore("There the client ends commands itself.");
        await using var service = new TestService();
        var database = Get(service);
        using var gone = new CancellationTokenSource();
        // A billion rows: nobody waits for their end.
        var endless = new Sql("WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT COUNT(*) FROM n");

        var running = Task.Run(() => database.Write(
            WriteScope.ForSettings("test", audit: null), work =>
            {
                gone.CancelAfter(200);
                return work.Count(endless);
            }, gone.Token));

        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
        await AddOne(database);
    }

    [Test]
    public async Task Time_that_is_over_ends_it_and_says_so()
    {
        await using var service = new TestService();
        var database = Get(service);
        var scope = WriteScope.ForSettings("test", audit: null) with { Longest = TimeSpan.FromMinutes(5) };

        Assert.That(
            async () => await database.Write(scope, async work =>
            {
                await work.Execute(Insert, new { Agency = "A-1" });
                service.Clock.Advance(TimeSpan.FromMinutes(6));
                await work.Commit();
                return true;
            }, CancellationToken.None),
            Throws.TypeOf<WriteTimeExceededException>().With.Message.Contains("300 seconds"));

        Assert.That(await Count(database, "A-1"), Is.Zero);
        await AddOne(database);
    }

    private static async Task AddOne(Database database)
    {
        var scope = WriteScope.ForSettings("test", audit: null);
        await database.Write(scope, work => work.ExecuteAndCommit(Insert, new { Agency = "A-1" }), CancellationToken.None);
        Assert.That(await Count(database, "A-1"), Is.EqualTo(1), "the next is not disturbed");
    }

    private static Database Get(TestService service) => service.Services.GetRequiredService<Database>();

    private static Task<long> Count(Database database, string agency) =>
        database.Read(reading => reading.Count(CountAll, new { Agency = agency }), CancellationToken.None);
}
