using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A bare minimal API in a process of its own: see tests/SafeguardingMetrics.BareApi.</summary>
internal static class BareApi
{
    /// <summary>The path of its assembly, in the same build configuration as this program.</summary>
    public static string Program => Path.Combine(AppContext.BaseDirectory, "SafeguardingMetrics.BareApi.dll");

    /// <summary>The start information of the process.</summary>
    /// <param name="program">The path of its assembly.</param>
    /// <param name="folder">The working directory, without settings of the service.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo Command(string program, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }
}
