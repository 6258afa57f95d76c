using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Backups;

namespace SafeguardingMetrics.App;

/// <summary>The command <c>restore --from file</c>: a checked backup in the place of the embedded database.</summary>
internal static class RestoreCommand
{
    private const string Usage = "Say where from: restore --from <file>";

    private const string OfServer = """
        The database is on SQL Server, whose server restores its backups. Nothing was changed. Stop the service, and run there, with the
        name of the database:
          RESTORE DATABASE [SafeguardingMetrics] FROM DISK = N'<path>' WITH CHECKSUM, REPLACE;
        """;

    /// <summary>Runs it.</summary>
    /// <param name="services">What the service is made of.</param>
    /// <param name="arguments">The words after <c>restore</c>.</param>
    /// <param name="cancel">Ends it before anything is changed.</param>
    /// <returns>The exit code: 0, or 1 where nothing was restored.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        if (arguments is not ["--from", { Length: > 0 } source]) return await Fail(Usage);
        var engine = services.GetRequiredService<Engine>();
        if (engine.FilePath is not { } file) return await Fail(OfServer);
        try
        {
            var check = new BackupCheck(services.GetRequiredService<IdentifierKeys>().CheckCopy);
            var (facts, kept) =
                await new DatabaseRestore(engine, check, services.GetRequiredService<TimeProvider>()).Run(Path.GetFullPath(source), cancel);
            await Console.Out.WriteLineAsync($"{file} is restored from {Path.GetFullPath(source)}: {facts}.");
            if (kept is not null)
                await Console.Out.WriteLineAsync($"The database before is kept as {kept}. Delete it when it is no longer needed.");
            await Console.Out.WriteLineAsync("Start the service. Then repeat the erasures since the backup: it has the records again.");
            return 0;
        }
        catch (Exception fault) when (fault is BackupException or SchemaException)
        {
            return await Fail(fault.Message);
        }
    }

    private static async Task<int> Fail(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return 1;
    }
}
