using System.Text;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

/// <summary>Posts with headers of one's own.</summary>
internal static class SubmissionRequests
{
    /// <summary>Posts a return of statutory visits unless another address is given.</summary>
    public static async Task<ApiResponse> Send(
        this TestService service, string body, string? idempotencyKey = null, string? prefer = null, string mediaType = "application/json",
        string key = "demo-social-care",
        string address = "/v1/returns/statutory-visits?period=2026-11", HttpContent? content = null)
    {
        using var client = service.CreateClientFor(key);
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = content ?? new StringContent(body, Encoding.UTF8, mediaType),
        };
        if (idempotencyKey is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", idempotencyKey);
        if (prefer is not null) request.Headers.Add("Prefer", prefer);
        using var response = await client.SendAsync(request);
        return await ApiResponse.Create(response);
    }

    /// <summary>Asks what became of an accepted return until it is done.</summary>
    public static async Task<ApiResponse> GetOutcome(this TestService service, string location, string key = "demo-social-care")
    {
        for (var i = 0; i < 600; i++)
        {
            var answer = await service.Get(location, key);
            if ((int)answer.Status != 202) return answer;
            // An instance looks every few seconds for what others have accepted.
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(25);
        }

        throw new TimeoutException($"{location} came to no end.");
    }
}
