using System.Globalization;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.App;

/// <summary>
/// What the program does beside serving: a line for each command. What stands between them is what those below need, as
/// the service does.
/// </summary>
internal static class Commands
{
    /// <summary>Runs the command that is named.</summary>
    /// <returns>Its exit code, or 1 where the database cannot be used or is not as this version needs it; null where no
    /// command is named and the database is ready for the service.</returns>
    public static async Task<int?> Run(WebApplication app, string[] args)
    {
        var (services, stopping) = (app.Services, app.Lifetime.ApplicationStopping);
        if (args is ["health", ..]) return await HealthCommand.Run(app.Configuration);
        try
        {
            if (args is ["migrate", .. var how]) return await Migrate(app, how);
            if (args is ["backup", .. var backup]) return await BackupCommand.Run(services, backup, stopping);
            if (args is ["restore", .. var restore]) return await RestoreCommand.Run(services, restore, stopping);
            if (args is ["copy", .. var toWhere]) return await CopyCommand.Run(services, toWhere, stopping);
            await app.UseStorage();
            if (args is ["rehash", ..]) return await Rehash(services, stopping);
            if (args is ["retain", ..]) return await Retain(services, stopping);
            await services.GetRequiredService<IdentifierKeys>().Check(stopping);
            if (args is ["recalculate", .. var which]) return await RecalculateCommand.Run(services, which, stopping);
            return CallerCommands.CanHandle(args) ? await CallerCommands.Run(services, args, stopping) : null;
        }
        catch (Exception fault) when (fault is SchemaException or IdentifierKeyException or DatabaseFileException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault))
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {DatabaseErrors.Describe(fault)}");
            return 1;
        }
    }

    private static async Task<int> Migrate(WebApplication app, string[] how)
    {
        // A mistyped --script must not migrate.
        if (how.FirstOrDefault(arg => arg != "--script" && !arg.Contains('=', StringComparison.Ordinal)) is { } unknown)
            throw new SchemaException($"migrate takes --script or nothing, not \"{unknown}\".");
        if (how.Contains("--script"))
        {
            // Printed without a connection: a DBA reads it, and may run it where the service has no login.
            await Console.Out.WriteAsync(SchemaScript.Text);
            return 0;
        }

        // Each as it begins, for who waits; nothing of it is kept before the end.
        var done = await app.MigrateStorage(step => Console.Out.WriteLine($"{step} …"));
        return await WriteLine(done is []
            ? "up to date" : string.Create(CultureInfo.InvariantCulture, $"up to date, by {done.Count} steps"));
    }

    private static async Task<int> Rehash(IServiceProvider services, CancellationToken stopping)
    {
        var hashes = await services.GetRequiredService<IdentifierKeys>().Rehash(stopping);
        return await WriteLine(hashes is { } count
            ? string.Create(CultureInfo.InvariantCulture, $"{count} hashes are under the new key as well.") : "no key is new");
    }

    private static async Task<int> Retain(IServiceProvider services, CancellationToken stopping)
    {
        var forgotten = await services.GetRequiredService<RetentionService>().Run(stopping);
        return await WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{forgotten.Returns} returns, {forgotten.Records} records and {forgotten.Findings} findings are no longer kept."));
    }

    private static async Task<int> WriteLine(string line)
    {
        await Console.Out.WriteLineAsync(line);
        return 0;
    }
}
