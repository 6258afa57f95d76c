using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>How much of a process is in memory, as Linux counts it, in bytes.</summary>
internal static class ProcessMemory
{
    public const double Mebibyte = 1024 * 1024;

    public static long Now(int process) => Read(process, "VmRSS:");

    /// <summary>The most since <see cref="ForgetMost"/>, or since it began.</summary>
    public static long Most(int process) => Read(process, "VmHWM:");

    /// <summary>Counts the most anew from now on.</summary>
    public static void ForgetMost(int process) => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    private static long Read(int process, string line) => OperatingSystem.IsLinux()
        ? 1024 * long.Parse(File.ReadLines($"/proc/{process}/status").First(known => known.StartsWith(line, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture)
        : Process.GetProcessById(process).WorkingSet64;
}
