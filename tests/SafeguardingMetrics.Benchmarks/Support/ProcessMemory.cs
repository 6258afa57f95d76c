using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The resident memory of a process (Linux), in bytes.</summary>
internal static class ProcessMemory
{
    public const double Mebibyte = 1024 * 1024;

    public static long Now(int process) => Read(process, "VmRSS:");

    /// <summary>The peak since <see cref="ForgetMost"/>, or since the process started.</summary>
    public static long Most(int process) => Read(process, "VmHWM:");

    /// <summary>Resets the peak.</summary>
    public static void ForgetMost(int process) => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    private static long Read(int process, string line) => OperatingSystem.IsLinux()
        ? 1024 * long.Parse(
            File.ReadLines($"/proc/{process}/status")
                .First(known => known.StartsWith(line, StringComparison.Ordinal))
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
            System.Globalization.CultureInfo.InvariantCulture)
        : Process.GetProcessById(process).WorkingSet64;
}
