using System.Diagnostics;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The service's program, run as a command.</summary>
internal static class Command
{
    /// <summary>Runs it in a process of its own, and gives its exit code and what it wrote.</summary>
    public static async Task<(int Exit, string Output)> Run(string command, string? option, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(SafeguardingMetrics.Storage.Schema).Assembly.Location, command, .. option is null ? Array.Empty<string>() : [option]]) { RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
