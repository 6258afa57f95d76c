using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>
/// A database that is empty, on either engine, outlives the services that work on it, and is given back at the end.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private readonly string? folder;

    /// <summary>
    /// On SQLite a file that is not there yet; on SQL Server an empty database, where a server is given: otherwise the
    /// test is ignored.
    /// </summary>
    public TestDatabase(string engine)
    {
        if (engine == "SqlServer" && !TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        if (engine == "Sqlite") folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        ConnectionString = folder is null ? TestSqlServer.Borrow() : $"Data Source={Path.Combine(folder, "sub", "place.db")}";
        Engine = StorageSetup.CreateEngine(ConnectionString);
    }

    /// <summary>Its connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>Its engine.</summary>
    public Engine Engine { get; }

    /// <summary>The way to it.</summary>
    public Database Database => Through(Engine);

    /// <summary>The way through an engine that is told to fail.</summary>
    public static Database Through(Engine engine) => new(engine, new Resilience(engine, NullLogger<Resilience>.Instance));

    /// <summary>A service on it.</summary>
    public TestService Service() => new() { Replace = services => services.AddSingleton(_ => StorageSetup.CreateEngine(ConnectionString)) };

    /// <inheritdoc/>
    public void Dispose()
    {
        (Engine as IDisposable)?.Dispose();
        if (folder is null)
        {
            TestSqlServer.Release(ConnectionString);
            return;
        }

        TestFolder.Delete(folder);
    }
}
