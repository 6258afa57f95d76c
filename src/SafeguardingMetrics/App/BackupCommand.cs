using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Backups;

namespace SafeguardingMetrics.App;

/// <summary>The command <c>backup --to file</c>: the embedded database in one checked file.</summary>
internal static class BackupCommand
{
    private const string Usage = "Say where to: backup --to <file>";

    private const string OfServer = """
        The database is on SQL Server, whose server makes its backups, to a path of its own. No backup was made. Run there, with the
        name of the database:
          BACKUP DATABASE [SafeguardingMetrics] TO DISK = N'<path>' WITH CHECKSUM, INIT;
          RESTORE VERIFYONLY FROM DISK = N'<path>' WITH CHECKSUM;
        The identifier key (Identifiers__HashKey) is not in it: keep it apart.
        """;

    /// <summary>Runs it.</summary>
    /// <param name="services">What the service is made of.</param>
    /// <param name="arguments">The words after <c>backup</c>.</param>
    /// <param name="cancel">Ends it; nothing is left then.</param>
    /// <returns>The exit code: 0, or 1 where no backup was made.</returns>
    public static async Task<int> Run(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        if (arguments is not ["--to", { Length: > 0 } target]) return await Fail(Usage);
        var engine = services.GetRequiredService<Engine>();
        if (engine.FilePath is not { } file) return await Fail(OfServer);
        try
        {
            var check = new BackupCheck(services.GetRequiredService<IdentifierKeys>().CheckCopy);
            var facts = await new DatabaseBackup(engine, check).Write(Path.GetFullPath(target), cancel);
            await Console.Out.WriteLineAsync($"{file} is backed up to {Path.GetFullPath(target)}, which was opened and checked: {facts}.");
            return 0;
        }
        catch (BackupException fault)
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
