using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>
/// Warns at start where no key can administer the service, and names the command that creates the first administrator.
/// The service has no default credential.
/// </summary>
public static partial class FirstAdministratorCheck
{
    /// <summary>
    /// The command that creates the first administrator and prints its key. It must run with the service's own
    /// settings.
    /// </summary>
    public static string Command { get; } =
        $"dotnet \"{typeof(FirstAdministratorCheck).Assembly.Location}\""
        + $" client add \"First administrator\" --permissions {Permission.Administer} --key";

    /// <summary>
    /// Writes the warning to the error stream and to the log, outside Development and where there is no administrator.
    /// </summary>
    public static async Task WarnIfMissing(WebApplication app)
    {
        if (app.Environment.IsDevelopment()) return;
        var (database, now) = (app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await database.Read(reading => ClientStore.CountAdministrators(reading, now), app.Lifetime.ApplicationStopping) > 0) return;
        Log.NoAdministrator(app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Agencies"), Command);
        await Console.Error.WriteLineAsync(
            $"Nobody can administer this service yet. Create the first administrator, with the service's own settings:\n  {Command}");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "Nobody can administer this service yet. Create the first administrator, with the service's own settings: {Command}")]
        public static partial void NoAdministrator(ILogger log, string command);
    }
}
