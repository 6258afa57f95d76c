using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests;

/// <summary>What belongs to the run of the tests as a whole.</summary>
[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public void DropDatabases() => TestSqlServer.Drop();
}
