using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>The service's program in a process of its own, so that it can die as programs do.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly Task<string> reading;
    private readonly string said;

    private ServiceProcess(Process process, Uri address, string said, Task<string> reading)
    {
        this.said = said;
        this.process = process;
        this.reading = reading;
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(3) };
    }

    /// <summary>Sends no key by itself.</summary>
    public HttpClient Client { get; }

    /// <summary>The process's most resident memory so far, in bytes.</summary>
    public long MostMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>Starts it on a database and waits until it listens.</summary>
    public static Task<ServiceProcess> Start(string connectionString, params (string Name, string Value)[] environment) =>
        Start(connectionString, typeof(SafeguardingMetrics.Storage.Schema).Assembly.Location, environment);

    /// <summary>Starts another build of it.</summary>
    public static Task<ServiceProcess> Start(
        string connectionString, string program, params (string Name, string Value)[] environment) =>
        StartIn(Path.GetDirectoryName(program)!, connectionString, program, environment);

    /// <summary>Starts it in a folder.</summary>
    public static Task<ServiceProcess> StartIn(
        string folder, string connectionString, params (string Name, string Value)[] environment) =>
        StartIn(folder, connectionString, typeof(SafeguardingMetrics.Storage.Schema).Assembly.Location, environment);

    private static async Task<ServiceProcess> StartIn(
        string folder, string connectionString, string program, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [program])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };
        start.Environment["ConnectionStrings__SafeguardingMetrics"] = connectionString;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Demo__Returns"] = "false";
        start.Environment["Identifiers__HashKey"] = Convert.ToBase64String(new byte[32]);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            // Read on to the end, or it would stand still when the pipe is full.
            if (Listening().Match(line) is { Success: true } at)
                return new ServiceProcess(
                    process, new Uri(at.Groups[1].Value), string.Join('\n', said), process.StandardOutput.ReadToEndAsync());
        }

        await process.WaitForExitAsync();
        throw new InvalidOperationException($"It ended with {process.ExitCode}: {string.Join('\n', said)}");
    }

    /// <summary>Ends it with SIGTERM, as an operator does.</summary>
    /// <returns>What it wrote from its start to its end.</returns>
    public async Task<string> Stop()
    {
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return said + await reading;
    }

    /// <summary>Ends it with SIGKILL: nothing of it runs any more.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
    }

    /// <summary>Asks it to end, as an orchestrator does, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> Terminate()
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) await kill.WaitForExitAsync();
        await process.WaitForExitAsync();
        await reading;
        return process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!process.HasExited) await Kill();
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
