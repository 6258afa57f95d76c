using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A bare minimal API in a process of its own: see tests/SafeguardingMetrics.BareApi.</summary>
internal static class BareApi
{
    /// <summary>The start information of the process.</summary>
    /// <param name="folder">The working directory, without settings of the service.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo Command(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "SafeguardingMetrics.BareApi.dll"), .. arguments,
            ])
        { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }
}
