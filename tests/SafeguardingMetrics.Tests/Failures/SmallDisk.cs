using System.Diagnostics;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>A disk of a few megabytes, in memory. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Mounts one; where that is not permitted the test that asks is skipped, and says why.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        var path = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        var why = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path);
        if (why.Length == 0) return new SmallDisk(path);
        Directory.Delete(path);
        Assert.Ignore($"A small disk cannot be mounted here; root on Linux may. {why}");
        throw new InvalidOperationException(why);
    }

    /// <summary>Makes it larger.</summary>
    public void Grow(int megabytes) => Assert.That(Run("mount", "-o", $"remount,size={megabytes}m", Path), Is.Empty);

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", "-l", Path);
        Directory.Delete(Path, recursive: true);
    }

    // What it complains of; empty where it succeeded.
    private static string Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : $"{program}: {errors}";
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            return $"{program}: {fault.Message}";
        }
    }
}
