namespace SafeguardingMetrics.App;

/// <summary>
/// The command <c>health</c>: asks the service that runs on this machine whether it lives. For a container's health
/// check, where there is no shell and no curl.
/// </summary>
internal static class HealthCommand
{
    /// <summary>Asks.</summary>
    /// <param name="configuration">Says where the service listens.</param>
    /// <returns>0 where it lives, otherwise 1.</returns>
    public static async Task<int> Run(IConfiguration configuration)
    {
        var address = BindingAddress.Parse(configuration["urls"]!.Split(';')[0]);
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
            using var answer = await client.GetAsync(new Uri($"{address.Scheme}://{host}:{address.Port}/health/live"));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync("It does not answer.");
            return 1;
        }
    }
}
