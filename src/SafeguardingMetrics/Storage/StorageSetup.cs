namespace SafeguardingMetrics.Storage;

/// <summary>Registers the database, and brings its schema up to date at the start.</summary>
public static class StorageSetup
{
    private const string Name = "SafeguardingMetrics";
    private const string Embedded = "Data Source=data/safeguarding-metrics.db";

    /// <summary>
    /// Adds the database. <c>ConnectionStrings__SafeguardingMetrics</c> names it; without that setting it is an embedded
    /// one under <c>data/</c>. <c>ConnectionStrings__Reporting</c> names a readable secondary of a SQL Server, from which
    /// figures and cases are then read. <c>Storage__Engine</c> is <c>Sqlite</c> or <c>SqlServer</c>; without that setting
    /// the connection string tells it.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Engine>(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            var connection = configuration.GetConnectionString(Name) is { Length: > 0 } given ? given : Embedded;
            return CreateEngine(connection, configuration["Storage:Engine"], configuration.GetConnectionString("Reporting"));
        });
        services.AddSingleton<Resilience>();
        services.AddSingleton<Database>();
        services.AddSingleton<Schema>();
        return services;
    }

    /// <summary>The engine behind a connection string.</summary>
    /// <param name="connection">The connection string.</param>
    /// <param name="name"><c>Sqlite</c> or <c>SqlServer</c>; null where the connection string tells it.</param>
    /// <param name="reporting">A readable secondary of a SQL Server, or null.</param>
    public static Engine CreateEngine(string connection, string? name = null, string? reporting = null) =>
        (name ?? DetectEngine(connection)) switch
        {
            "Sqlite" => new SqliteEngine(connection),
            "SqlServer" => new SqlServerEngine(connection, reporting),
            var other => throw new InvalidOperationException($"Storage__Engine is Sqlite or SqlServer, not \"{other}\"."),
        };

    /// <summary>Migrates the embedded database; only checks one that a DBA looks after.</summary>
    public static async Task UseStorage(this WebApplication app)
    {
        var schema = app.Services.GetRequiredService<Schema>();
        if (app.Services.GetRequiredService<Engine>().MigratesAtStart) await schema.Migrate(app.Lifetime.ApplicationStopping);
        else await schema.Check(app.Lifetime.ApplicationStopping);
    }

    // The data source of SQLite is a file; that of SQL Server is a host, nearly always with the name of a database.
    private static string DetectEngine(string connection)
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
        return builder.ContainsKey("Initial Catalog") || builder.ContainsKey("Database") || builder.ContainsKey("Server")
            ? "SqlServer"
            : "Sqlite";
    }
}
