using System.Diagnostics;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The least that a minimal API can be, as a program of its own: see tests/SafeguardingMetrics.BareApi.</summary>
internal static class BareApi
{
    /// <summary>What starts it.</summary>
    /// <param name="folder">Where it runs: without settings of the service's.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ProcessStartInfo Command(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SafeguardingMetrics.BareApi.dll"), .. arguments]) { WorkingDirectory = folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return start;
    }
}
