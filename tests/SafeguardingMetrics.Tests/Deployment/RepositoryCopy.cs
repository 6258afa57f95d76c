using System.Diagnostics;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Deployment;

/// <summary>A copy of the repository, in which commands are run. Nothing of them is left where its folder is deleted.</summary>
internal sealed class RepositoryCopy
{
    private static readonly string[] NotCopied = ["bin", "obj", ".git", "data", "TestResults"];

    // A server that compiles for the next build, too, would go on after the test.
    private static readonly (string Name, string Value)[] WithoutServers =
        [("UseSharedCompilation", "false"), ("MSBUILDDISABLENODEREUSE", "1"), ("DOTNET_CLI_USE_MSBUILD_SERVER", "0")];

    private readonly string temporary;
    private readonly CancellationToken cancel;

    /// <summary>Copies what is under version control.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="cancel">Ends the command that runs, with all that it started.</param>
    public RepositoryCopy(string folder, CancellationToken cancel)
    {
        (Root, temporary, this.cancel) = (Path.Combine(folder, "copy"), Path.Combine(folder, "tmp"), cancel);
        Directory.CreateDirectory(temporary);
        Copy(Snapshot.Root, Root);
    }

    /// <summary>The copy's root.</summary>
    public string Root { get; }

    /// <summary>Runs a command at the root and returns what it prints.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="mayFail">True where it may end with an error.</param>
    /// <param name="analyses">False where a build leaves out the analysers, which take longer than the compiler.</param>
    public async Task<string> Run(string program, string[] arguments, bool mayFail = false, bool analyses = true)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, WorkingDirectory = Root };
        // Where this test updates snapshots itself, the copy's tests must not.
        start.Environment.Remove("UPDATE_SNAPSHOTS");
        start.Environment["TMPDIR"] = temporary;
        if (!analyses) start.Environment["RunAnalyzers"] = "false";
        foreach (var (name, value) in WithoutServers) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (!mayFail) Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{output}");
            return output;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().Where(entry => !NotCopied.Contains(entry.Name)))
        {
            var copy = Path.Combine(to, entry.Name);
            if (entry is FileInfo file) file.CopyTo(copy);
            else Copy(entry.FullName, copy);
        }
    }
}
