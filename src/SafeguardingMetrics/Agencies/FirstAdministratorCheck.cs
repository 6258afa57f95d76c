using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>Says, where nobody can administer the service, how to make somebody who can. There is no credential that exists by default.</summary>
public static partial class FirstAdministratorCheck
{
    /// <summary>The command that makes the first administrator and shows its key, to be run with the service's own settings.</summary>
    public static string Command { get; } = $"dotnet \"{typeof(FirstAdministratorCheck).Assembly.Location}\" client add \"First administrator\" --permissions {Permission.Administer} --key";

    /// <summary>Says it on the error stream and in the log, outside Development and where there is none.</summary>
    public static async Task WarnIfMissing(WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        var (database, now) = (app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await database.Read(reading => ClientStore.CountAdministrators(reading, now), app.Lifetime.ApplicationStopping) > 0) return;
        Log.NoAdministrator(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Agencies"), Command);
        await Console.Error.WriteLineAsync($"Nobody can administer this service yet. Make the first administrator, with the settings that the service has:\n  {Command}");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Nobody can administer this service yet. Make the first administrator, with the settings that the service has: {Command}")]
        public static partial void NoAdministrator(ILogger log, string command);
    }
}
