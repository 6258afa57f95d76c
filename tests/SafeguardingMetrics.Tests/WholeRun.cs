using SafeguardingMetrics.Tests.Pages;
using SafeguardingMetrics.Tests.Support;

// Fixtures beside each other: each has a database of its own. Those that measure time or change what is the whole
// process's say [NonParallelizable].
[assembly: Parallelizable(ParallelScope.Fixtures)]

namespace SafeguardingMetrics.Tests;

/// <summary>What belongs to the run of the tests as a whole.</summary>
[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeSetUp]
    public void PrepareSessions()
    {
        if (TestSqlServer.IsGiven) SessionPreparation.Begin();
    }

    [OneTimeTearDown]
    public async Task End()
    {
        await DemonstrationService.Stop();
        TestSqlServer.Drop();
        await Prism.Stop();
        MigratedSqliteFile.Delete();
    }
}
