using System.CommandLine;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.App;

/// <summary>
/// The words behind the program's name: a command, or nothing but settings, with which the service runs.
/// </summary>
internal static class CommandLine
{
    /// <summary>The exit code where the command line is wrong.</summary>
    public const int UsageError = 2;

    private const int Failure = 1;

    // Every command but check works on the service's database, and takes the service's settings as well.
    private static readonly (string Name, string Description)[] ServiceCommands =
    [
        ("migrate", "Bring the database's schema up to date. --script prints the SQL instead, without a connection."),
        ("copy", "Copy the database to another, which must be empty: copy --to \"<connection string>\"."),
        ("backup", "Write the database to one file, and check it: backup --to <file>. The service may run meanwhile."),
        ("restore", "Put a backup in the database's place, after it was checked: restore --from <file>. Stop the service before."),
        ("recalculate", "Calculate an indicator's stored counts again by its newest definition: recalculate <code>."),
        ("retain", "Remove what has been kept for as long as retention allows."),
        ("rehash", "Put the newest identifier key over every stored hash of an NHS number or UPN."),
        ("agency", "Agencies: agency add <code> <sector> <name>, agency list."),
        ("client", "Clients: client add <name> --permissions <one,two> [--agencies <CODE,CODE>] [--key], client list, client end <id>."),
        ("key", "Keys: key create <client id>, key rotate <client id>, key revoke <key id>."),
        ("health", "Ask the service on this machine whether it is alive; the exit code is 0 where it is."),
    ];

    /// <summary>Runs the command, or the service where there is none.</summary>
    /// <param name="args">The words; those with = in them are settings of the service.</param>
    /// <returns>The exit code: <see cref="UsageError"/> where there is no such command, option or value.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (IsOnlySettings(args)) return await RunService(args);
        var parsed = Create(args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // The web host has its own way to end at Ctrl+C, and faults that nobody expects end the program as they always
        // did.
        var exit = await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
        return parsed.Errors.Count > 0 ? UsageError : exit;
    }

    /// <summary>Every command, with its help.</summary>
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand(
            "Safeguarding Metrics. Without a command the service runs, with settings such as --urls=http://localhost:5080.");
        root.Subcommands.Add(CheckCommand.Create());
        foreach (var (name, description) in ServiceCommands)
        {
            var command = new Command(name, description) { TreatUnmatchedTokensAsErrors = false };
            command.SetAction((_, _) => RunService(args));
            root.Subcommands.Add(command);
        }

        return root;
    }

    private static bool IsOnlySettings(string[] args) =>
        args is [] || args[0].Contains('=') || (args[0].StartsWith('-') && args[0] is not ("-h" or "-?" or "--help" or "--version"));

    private static async Task<int> RunService(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        try
        {
            builder.Configuration.AddSecretFiles();
        }
        catch (SecretFileException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Failure;
        }

        builder.AddSafeguardingMetrics();
        await using var app = builder.Build();
        try
        {
            return await app.RunSafeguardingMetrics(args);
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault) || fault is DatabaseFileException)
        {
            // A folder that cannot be written, a port that is taken: who started it can mend it, and needs no stack trace.
            await Console.Error.WriteLineAsync($"The service cannot run: {DatabaseErrors.Describe(fault)}");
            return Failure;
        }
    }
}
