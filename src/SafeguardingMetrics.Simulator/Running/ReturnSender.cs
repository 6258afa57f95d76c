using System.Net;
using System.Net.Http.Headers;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>Posts returns to the service, each with its agency's key.</summary>
internal sealed class ReturnSender(HttpClient http, Uri service, IReadOnlyDictionary<string, string> keys, TimeProvider clock)
{
    private const int MostTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    public bool HasKeyFor(string agency) => keys.ContainsKey(agency);

    /// <exception cref="HttpRequestException">The service cannot be reached.</exception>
    public async Task<SubmissionResult> Post(SimulatedReturn simulated)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await Send(simulated);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || attempt == MostTries)
                return SubmissionResult.Read((int)response.StatusCode, await response.Content.ReadAsStringAsync());
            await Task.Delay(GetRetryAfter(response), clock);
        }
    }

    private async Task<HttpResponseMessage> Send(SimulatedReturn simulated)
    {
        var address = new Uri(service, $"v1/returns/{simulated.Dataset}?period={Uri.EscapeDataString(simulated.Period)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(simulated.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(simulated.ContentType);
        request.Headers.Add("X-Api-Key", keys[simulated.Agency]);
        return await http.SendAsync(request);
    }

    private static TimeSpan GetRetryAfter(HttpResponseMessage response)
    {
        var asked = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(2);
        return asked < LongestWait ? asked : LongestWait;
    }
}
