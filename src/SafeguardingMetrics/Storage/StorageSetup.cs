using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage;

/// <summary>Registers the database, and brings its schema up to date at the start.</summary>
public static partial class StorageSetup
{
    private const string Name = "SafeguardingMetrics";
    private const string Embedded = "Data Source=data/safeguarding-metrics.db";
    private const string CreateSetting = "Database:Create";
    private static readonly TimeSpan ClosingWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds the database. <c>ConnectionStrings__SafeguardingMetrics</c> names it; without that setting it is an embedded
    /// one under <c>data/</c>. <c>ConnectionStrings__Reporting</c> names a readable secondary of a SQL Server, from which
    /// figures and cases are then read. <c>Storage__Engine</c> is <c>Sqlite</c> or <c>SqlServer</c>; without that setting
    /// the connection string tells it. <c>Database__Create=true</c> lets an embedded one be made where none is; in Development it
    /// always is.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddSingleton<Engine>(provider =>
        {
            var configuration = provider.GetRequiredService<IConfiguration>();
            var connection = configuration.GetConnectionString(Name) is { Length: > 0 } given ? given : Embedded;
            var creation = provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? DatabaseCreation.WhereMissingOrEmpty
                : configuration.GetValue(CreateSetting, false) ? DatabaseCreation.WhereMissing
                : DatabaseCreation.Never;
            return CreateEngine(connection, configuration["Storage:Engine"], configuration.GetConnectionString("Reporting"), creation);
        });
        services.AddSingleton<Resilience>();
        services.AddSingleton<Database>();
        services.AddSingleton<Schema>();
        services.AddSingleton<DatabaseCondition>().AddSingleton<LogCheckpoint>().AddHostedService<DatabaseUpkeep>();
        return services;
    }

    /// <summary>The engine behind a connection string.</summary>
    /// <param name="connection">The connection string.</param>
    /// <param name="name"><c>Sqlite</c> or <c>SqlServer</c>; null where the connection string tells it.</param>
    /// <param name="reporting">A readable secondary of a SQL Server, or null.</param>
    /// <param name="creation">Where a SQLite file is made.</param>
    public static Engine CreateEngine(
        string connection, string? name = null, string? reporting = null,
        DatabaseCreation creation = DatabaseCreation.WhereMissingOrEmpty) =>
        (name ?? DetectEngine(connection)) switch
        {
            "Sqlite" => new SqliteEngine(connection) { Creation = creation },
            "SqlServer" => new SqlServerEngine(connection, reporting),
            var other => throw new InvalidOperationException($"Storage__Engine is Sqlite or SqlServer, not \"{other}\"."),
        };

    /// <summary>Migrates the embedded database; only checks one that a DBA looks after.</summary>
    /// <exception cref="DatabaseFileException">There is no database, or it is not the one that was there; and the way out.</exception>
    /// <exception cref="SchemaException">Its schema is not this version's; and what to do.</exception>
    public static async Task UseStorage(this WebApplication app)
    {
        var cancel = app.Lifetime.ApplicationStopping;
        if (app.Services.GetRequiredService<Engine>().MigratesAtStart) await app.MigrateStorage(begins: null);
        else await app.Services.GetRequiredService<Schema>().Check(cancel);
    }

    /// <summary>
    /// Brings the database up to date, after it was seen to be the one that was there, and empties its log.
    /// </summary>
    /// <returns>What was applied, in order.</returns>
    /// <exception cref="DatabaseFileException">There is no database, or it is not the one that was there; and the way out.</exception>
    /// <exception cref="SchemaException">Its schema is not this version's; and what to do.</exception>
    public static async Task<IReadOnlyList<string>> MigrateStorage(this WebApplication app, Action<string>? begins)
    {
        var cancel = app.Lifetime.ApplicationStopping;
        var condition = app.Services.GetRequiredService<DatabaseCondition>();
        await app.Services.GetRequiredService<Engine>().EnsureExists(cancel);
        await condition.CompareWithNewestKept(isRefused: !app.Environment.IsDevelopment(), cancel);
        var done = await app.Services.GetRequiredService<Schema>().Migrate(cancel, begins);
        condition.IsInUse = true;
        await app.Services.GetRequiredService<LogCheckpoint>().Run(cancel);
        return done;
    }

    /// <summary>
    /// The service begins to serve: the file's first check begins, callers no longer wait for another process, and at the end the
    /// database is left in one file.
    /// </summary>
    public static void BeginServing(this WebApplication app)
    {
        // After everything that writes has stopped, and before anything is disposed of.
        app.Lifetime.ApplicationStopped.Register(() => app.CloseStorage().GetAwaiter().GetResult());
        _ = app.Services.GetRequiredService<DatabaseCondition>().BeginFirstCheck(app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<Engine>().BeginServing();
    }

    /// <summary>Leaves the embedded database in one file, which can be copied.</summary>
    public static async Task CloseStorage(this WebApplication app)
    {
        // One that was refused is left as it is, with its log.
        if (!app.Services.GetRequiredService<DatabaseCondition>().IsInUse) return;
        try
        {
            if (await app.Services.GetRequiredService<Engine>().Close(ClosingWait, CancellationToken.None)) return;
            Log.NotClosed(app.Logger, "somebody still uses it");
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault))
        {
            Log.NotClosed(app.Logger, DatabaseErrors.Describe(fault));
        }
    }

    // The data source of SQLite is a file; that of SQL Server is a host, nearly always with the name of a database.
    private static string DetectEngine(string connection)
    {
        var builder = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = connection };
        return builder.ContainsKey("Initial Catalog") || builder.ContainsKey("Database") || builder.ContainsKey("Server")
            ? "SqlServer"
            : "Sqlite";
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "The database's log could not be moved into its file at the end ({Why}): copy it with the command backup only")]
        public static partial void NotClosed(ILogger log, string why);
    }
}
