using SafeguardingMetrics.Tests.Support;

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
        TestSqlServer.Drop();
        await Prism.Stop();
    }
}
