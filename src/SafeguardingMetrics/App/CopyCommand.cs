using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;

namespace SafeguardingMetrics.App;

/// <summary>The command <c>copy --to "connection string"</c>: from the configured database to another.</summary>
public static class CopyCommand
{
    private const string Usage = "Say where to: copy --to \"<connection string>\"";

    /// <summary>Runs it.</summary>
    /// <param name="services">What the service is made of: its database is the one copied.</param>
    /// <param name="arguments">The words after <c>copy</c>.</param>
    /// <param name="cancel">Ends it; nothing is kept then.</param>
    /// <returns>The exit code: 0, or 1 where nothing was copied.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        if (arguments is not ["--to", { Length: > 0 } connection])
        {
            await Console.Error.WriteLineAsync(Usage);
            return 1;
        }

        Engine engine;
        try
        {
            engine = StorageSetup.CreateEngine(connection);
        }
        catch (ArgumentException fault)
        {
            await Console.Error.WriteLineAsync($"What follows --to is not a connection string: {fault.Message}");
            return 1;
        }

        using var release = engine as IDisposable;
        var target = new Database(engine, new Resilience(engine, services.GetRequiredService<ILogger<Resilience>>()));
        try
        {
            await new DatabaseCopy(
                services.GetRequiredService<Database>(), target, services.GetRequiredService<TimeProvider>(), Console.Out).Run(cancel);
            return 0;
        }
        catch (Exception fault) when (fault is CopyException or DatabaseUnavailableException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
