using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>
/// Sends requests to a service and keeps what it answers, with ids and secrets replaced by the same ones every time.
/// </summary>
internal sealed partial class ResponseRecorder(TestService service)
{
    /// <summary>The key of the demonstration's administrator.</summary>
    public const string Administrator = "demo-admin";

    private readonly Dictionary<string, string> ids = [];

    /// <summary>Everything that was sent, in order.</summary>
    public List<RecordedStep> Steps { get; } = [];

    /// <summary>The service's clock.</summary>
    public FakeTimeProvider Clock => service.Clock;

    /// <summary>A client that sends a key, or none.</summary>
    public HttpClient CreateClientFor(string? key) => service.CreateClientFor(key);

    /// <summary>Gets an address.</summary>
    /// <param name="operation">The operation's id in the document.</param>
    /// <param name="address">The address.</param>
    /// <param name="name">The example's name, or the problem's code; null where the response is no example.</param>
    /// <param name="summary">What the example shows.</param>
    /// <param name="key">The key that is sent.</param>
    /// <param name="shorten">How many rows the example shows; 0 for all.</param>
    public async Task Get(
        string operation, string address, string? name = null, string summary = "", string? key = Administrator, int shorten = 0)
    {
        using var client = CreateClientFor(key);
        using var response = await client.GetAsync(address);
        await Record(operation, response, name, summary, shorten);
    }

    /// <summary>Deletes an address.</summary>
    public async Task Delete(string operation, string address, string? name = null, string summary = "", string key = Administrator)
    {
        using var client = CreateClientFor(key);
        using var response = await client.DeleteAsync(address);
        await Record(operation, response, name, summary);
    }

    /// <summary>Posts a text to an address.</summary>
    public async Task<ApiResponse> Post(
        string operation, string address, string body, string? name = null, string summary = "", string key = Administrator,
        string mediaType = MediaTypes.Json, string? encoding = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        if (encoding is not null) content.Headers.ContentEncoding.Add(encoding);
        return await Post(operation, address, content, name, summary, key);
    }

    /// <summary>Posts a body to an address.</summary>
    public async Task<ApiResponse> Post(
        string operation, string address, HttpContent body, string? name, string summary, string key,
        params (string Name, string Value)[] headers)
    {
        using var client = CreateClientFor(key);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = body };
        foreach (var (header, value) in headers) request.Headers.Add(header, value);
        using var response = await client.SendAsync(request);
        return await Record(operation, response, name, summary);
    }

    /// <summary>Puts JSON to an address.</summary>
    public async Task Put(string operation, string address, string json, string? name = null, string summary = "")
    {
        using var client = CreateClientFor(Administrator);
        using var content = new StringContent(json, Encoding.UTF8, MediaTypes.Json);
        using var response = await client.PutAsync(address, content);
        await Record(operation, response, name, summary);
    }

    /// <summary>Keeps a response.</summary>
    public async Task<ApiResponse> Record(
        string operation,
        HttpResponseMessage response,
        string? name = null,
        string summary = "",
        int shorten = 0)
    {
        var answer = await ApiResponse.Create(response);
        var step = new RecordedStep(
            operation, (int)answer.Status, name, summary, answer.MediaType!, answer.Text, Stabilize(answer.Text), shorten);
        if (step is { IsProblem: true, Name: not null }) Assert.That(answer.Problem, Is.EqualTo(name), answer.Text);
        Steps.Add(step);
        return answer;
    }

    private string Stabilize(string text)
    {
        text = Uuid().Replace(text, match => Stable(match.Value));
        text = TraceId().Replace(text, $"\"traceId\":\"{RecordedResponses.TraceId}\"");
        text = TraceCell().Replace(text, RecordedResponses.TraceId);
        return AccessToken().Replace(Key().Replace(text, RecordedResponses.Key), $"\"access_token\":\"{RecordedResponses.Token}\"");
    }

    // The first id that is seen ends in 1, the next in 2, and so on.
    private string Stable(string id)
    {
        if (!ids.TryGetValue(id, out var stable))
            ids[id] = stable = RecordedResponses.ReturnId[..^12] + (ids.Count + 1).ToString("x12", CultureInfo.InvariantCulture);
        return stable;
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    // A traceId in a row of CSV.
    [GeneratedRegex("(?<=,)[0-9a-f]{32}(?=\r\n)")]
    private static partial Regex TraceCell();

    [GeneratedRegex("sm_[0-9a-f]{32}_[0-9a-f]{64}")]
    private static partial Regex Key();

    [GeneratedRegex("\"access_token\": ?\"[^\"]*\"")]
    private static partial Regex AccessToken();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
