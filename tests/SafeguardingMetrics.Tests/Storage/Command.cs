using System.Diagnostics;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The service's program, run in a process of its own.</summary>
internal static class Command
{
    /// <summary>
    /// Runs it with arguments to its end, and gives its exit code, what it wrote, and what it wrote of errors.
    /// </summary>
    public static Task<(int Exit, string Output, string Errors)> Run(
        IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        RunIn(Directory.GetCurrentDirectory(), arguments, environment);

    /// <summary>Runs it in a folder.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunIn(
        string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SafeguardingMetrics.Storage.Schema).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // Many begin without a database; a test of what happens then says so.
        start.Environment["Database__Create"] = "true";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
