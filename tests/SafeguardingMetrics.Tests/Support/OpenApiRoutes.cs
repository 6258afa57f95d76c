using System.Text;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>Every route of the OpenAPI document, as a request that could be made of it.</summary>
internal static partial class OpenApiRoutes
{
    /// <summary>
    /// The requests: method, address with its parameters filled in, and the media types that the answer of success can
    /// have.
    /// </summary>
    public static async Task<IReadOnlyList<(HttpMethod Method, string Address, IReadOnlyList<string> Answers)>> List(HttpClient client)
    {
        var document = await OpenApiReader.Read(client);
        return
        [
            .. from path in document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               let success = operation.Value!["responses"]!.AsObject().First().Value
               select (
                   new HttpMethod(operation.Key.ToUpperInvariant()),
                   FillParameters(path.Key),
                   (IReadOnlyList<string>)[.. success["content"]?.AsObject().Select(content => content.Key) ?? []]),
        ];
    }

    /// <summary>A request of a route, with a body where it takes one.</summary>
    public static HttpRequestMessage Request(HttpMethod method, string address, string? key)
    {
        var request = new HttpRequestMessage(method, address);
        if (key is not null) request.Headers.Add("X-Api-Key", key);
        if (method == HttpMethod.Post || method == HttpMethod.Put)
            request.Content = new StringContent("[]", Encoding.UTF8, "application/json");
        return request;
    }

    private static string FillParameters(string path) => Hole().Replace(
        path
            .Replace("{dataset}", "open-cases", StringComparison.Ordinal)
            .Replace(
                "{code}",
                path.StartsWith("/problems", StringComparison.Ordinal) ? "not-found" : "visits-on-time",
                StringComparison.Ordinal)
            .Replace("{agency}", "EXA-CSC", StringComparison.Ordinal),
        Guid.Empty.ToString())
            + (path.StartsWith("/v1/returns/", StringComparison.Ordinal) && !path.Contains("{id}", StringComparison.Ordinal)
                ? "?period=2026-11-20"
                : "");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();
}
