using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>
/// Warns at start of clients with permissions that allow nothing without another: <c>read-cases</c>, and <c>read-returns</c> beside
/// <c>read-figures</c>, without <c>read-full-figures</c>, which an earlier version did not have. Nobody was given it by the upgrade.
/// </summary>
public static partial class IneffectivePermissionCheck
{
    /// <summary>Writes the warning to the log, by the clients' ids.</summary>
    public static async Task Warn(WebApplication app)
    {
        var database = app.Services.GetRequiredService<Database>();
        var clients = await database.Read(reading => ClientStore.List(reading), app.Lifetime.ApplicationStopping);
        var without = clients.Where(client => client.EndedAt is null && Permission.LackFullFigures(client.Permissions))
            .Select(client => client.ClientId).ToList();
        if (without.Count == 0) return;
        Log.LackFullFigures(
            app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Agencies"), string.Join(", ", without));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "These clients read figures as they were released, and neither cases nor returns, for want of the permission "
            + "read-full-figures: {Clients}. If they belong to the statutory partners' own officers, end them and add others with it")]
        public static partial void LackFullFigures(ILogger log, string clients);
    }
}
