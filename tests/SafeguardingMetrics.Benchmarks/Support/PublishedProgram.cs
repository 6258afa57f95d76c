using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A program published for this machine as the container's image has it: compiled ahead (ReadyToRun).</summary>
internal static class PublishedProgram
{
    /// <summary>
    /// Publishes a program of this repository. Everything that is made on the way is in the folder too, so that the builds of the
    /// repository stay as they are. It takes a minute or two.
    /// </summary>
    /// <param name="project">The path of the project in the repository.</param>
    /// <param name="folder">An empty folder.</param>
    /// <returns>The path of the program's assembly.</returns>
    /// <exception cref="NotDoneException">It was not published; the message has the output, such as that a package is
    /// missing.</exception>
    public static async Task<string> Publish(string project, string folder)
    {
        var published = Path.Combine(folder, "published");
        var start = new ProcessStartInfo(
            "dotnet",
            [
                "publish", Path.Combine(Root(), project), "--configuration", "Release", "--use-current-runtime", "--no-self-contained",
                "--artifacts-path", Path.Combine(folder, "made"), "--output", published, "-p:PublishReadyToRun=true",
                "-p:RestoreLockedMode=true", "-p:RunAnalyzers=false", "-nodeReuse:false",
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Require.That(
            process.ExitCode == 0, $"{project} is published for {RuntimeInformation.RuntimeIdentifier}: {await output}{await errors}");
        return Path.Combine(published, $"{Path.GetFileName(project)}.dll");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "SafeguardingMetrics.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new NotDoneException(
            "The benchmarks are not inside the repository, from which programs are published.");
    }
}
