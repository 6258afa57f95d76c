using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Telemetry;

/// <summary>
/// A month of Exampleshire with a child's name and numbers planted wherever a caller can write: in values, columns,
/// addresses, queries, file names and headers.
/// </summary>
internal sealed partial class PlantedPersonalData(HttpClient client)
{
    /// <summary>What must be found nowhere. None is part of anything that the service says by itself.</summary>
    public static readonly IReadOnlyList<string> Words = ["Quillfeather", "Zebedee", "9990000018", "H801200001001"];

    private readonly HashSet<string> numbers = [];

    /// <summary>The NHS numbers and UPNs of the month's children.</summary>
    public IReadOnlyCollection<string> Numbers => numbers;

    /// <summary>Every problem and every header that was answered with.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>How many requests were answered.</summary>
    public int Requests { get; private set; }

    /// <summary>What of the planted is in a text.</summary>
    public IEnumerable<string> FindLeaks(string text) =>
        Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Concat(
            DigitRuns().Matches(text).Select(run => run.Value).Where(numbers.Contains));

    /// <summary>Posts a month of returns, some of them faulty, each as it is and then with a name in it.</summary>
    public async Task PostAMonth(Action<DateTimeOffset> setClock)
    {
        foreach (var posted in new Partnership { FaultRate = 0.05, Scale = 0.1, Agencies = 4 }.Returns(
            new(2026, 11, 23), new(2026, 12, 22)))
        {
            setClock(posted.At);
            foreach (Match number in Identifiers().Matches(Encoding.UTF8.GetString(posted.Body))) numbers.Add(number.Value);
            var key = posted.Agency switch
            {
                "EXA-CSC" => "demo-social-care",
                "EXA-ICB" => "demo-health",
                "EXA-POL" => "demo-police",
                _ => "demo-school",
            };
            var address = $"/v1/returns/{posted.Dataset}?period={Uri.EscapeDataString(posted.Period)}";
            await Send(Request(HttpMethod.Post, address, key, posted.Body, posted.ContentType));
            if (posted.At.Day % 7 == 0)
                await Send(
                    WithHeaders(
                        Request(
                            HttpMethod.Post,
                            $"{address}&Quillfeather=Zebedee&nhsNumber=9990000018",
                            key,
                            Spoilt(posted),
                            posted.ContentType)));
        }
    }

    /// <summary>
    /// Asks every address of the document, with the planted in its path, its query and its headers, and with bodies
    /// that are no bodies.
    /// </summary>
    public async Task AskEverything(JsonNode document, string under = "/")
    {
        foreach (var (path, operations) in document["paths"]!
            .AsObject()
            .Where(path => path.Key.StartsWith(under, StringComparison.Ordinal)))
            foreach (var (method, operation) in operations!.AsObject())
                foreach (var key in new[] { null, "demo-admin", "demo-social-care", "Quillfeather-9990000018" })
                {
                    var query = string.Join(
                        '&',
                        (operation!["parameters"]?.AsArray() ?? [])
                            .Where(parameter => (string?)parameter!["in"] == "query")
                            .Select(parameter => $"{parameter!["name"]}=Zebedee%20Quillfeather"));
                    var good = path
                        .Replace("{dataset}", "open-cases", StringComparison.Ordinal)
                        .Replace("{code}", "visits-on-time", StringComparison.Ordinal);
                    await Send(
                        WithHeaders(
                            Request(
                                new(method.ToUpperInvariant()),
                                $"{Hole().Replace(path, "Quillfeather-9990000018")}?H801200001001=9990000018&{query}",
                                key)));
                    await Send(
                        WithHeaders(
                            Request(
                                new(method.ToUpperInvariant()),
                                $"{Hole().Replace(good, Guid.Empty.ToString())}?nhs=9990000018&{query}",
                                key)));
                    await Send(
                        Request(
                            new(method.ToUpperInvariant()),
                            Hole().Replace(good, Guid.Empty.ToString()) + "?Zebedee=Quillfeather",
                            key));
                    if (method is "get" or "delete") continue;
                    foreach (var (text, type) in new[]
                    {
                        (
                            "{\"Quillfeather\":\"Zebedee\",\"indicator\":\"Zebedee Quillfeather\",\"validFrom\":\"9990000018\"}",
                            "application/json"),
                        ("Zebedee Quillfeather", "application/json"),
                        ("[{\"childId\":\"Zebedee Quillfeather\",\"upn\":\"H801200001001", "application/json"),
                        ("Quillfeather,indicator\n9990000018,H801200001001\n", "text/csv"),
                    })
                        await Send(
                            WithHeaders(
                                Request(
                                    new(method.ToUpperInvariant()),
                                    good.Replace("{agency}", "EXA-CSC", StringComparison.Ordinal) + "?period=2026-11-20&Quillfeather=1",
                                    key,
                                    Encoding.UTF8.GetBytes(text),
                                    type)));
                }

        await Send(WithHeaders(Request(HttpMethod.Get, "/Zebedee/Quillfeather?9990000018", null)));
        await Send(WithHeaders(Request(new("QUILLFEATHER"), "/v1/returns", "demo-admin")));
    }

    private async Task Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            Requests++;
            var text = response.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? await response.Content.ReadAsStringAsync()
                : "";
            // The caller's own id comes back by design, and the next page's address is the request's own; nothing else
            // that was sent does.
            var headers = response.Headers
                .Concat(response.Content.Headers)
                .Where(header => header.Key is not ("X-Correlation-ID" or "Link"))
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            Problems.Add($"{request.Method} {request.RequestUri} -> {(int)response.StatusCode}\0{string.Join('\n', headers)}\n{text}");
        }
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? key, byte[]? body = null, string? type = null)
    {
        var request = new HttpRequestMessage(method, address);
        if (key is not null) request.Headers.TryAddWithoutValidation("X-Api-Key", key);
        if (body is null) return request;
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(type!);
        return request;
    }

    private static HttpRequestMessage WithHeaders(HttpRequestMessage request)
    {
        foreach (var name in new[]
        {
            "User-Agent", "Referer", "Cookie", "Prefer", "Accept-Language", "X-Forwarded-For", "Zebedee-Quillfeather", "Idempotency-Key",
            "From", "Range", "If-None-Match",
        })
            request.Headers.TryAddWithoutValidation(name, "Zebedee Quillfeather 9990000018");
        request.Headers.TryAddWithoutValidation("X-Correlation-ID", "Quillfeather.9990000018");
        request.Headers.TryAddWithoutValidation("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("tracestate", "zebedee=Quillfeather");
        request.Headers.TryAddWithoutValidation("baggage", "child=Quillfeather");
        request.Headers.TryAddWithoutValidation("Request-Id", "|Quillfeather.1.");
        request.Headers.TryAddWithoutValidation("Correlation-Context", "child=Quillfeather");
        request.Headers.TryAddWithoutValidation("Accept", "text/Quillfeather");
        request.Headers.TryAddWithoutValidation("Authorization", "Basic WmViZWRlZTpRdWlsbGZlYXRoZXI=");
        request.Headers.Host = "quillfeather.example";
        request.Content?.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"Zebedee Quillfeather.csv\"");
        return request;
    }

    // A name in an unknown column and in every third value. A column of one word is taken for a field's name and told
    // to whoever sent it.
    private static byte[] Spoilt(SimulatedReturn posted)
    {
        var text = Encoding.UTF8.GetString(posted.Body);
        var count = 0;
        return Encoding.UTF8.GetBytes(posted.ContentType == "text/csv"
            ? "Zebedee Quillfeather 9990000018,"
                + string.Join(
                    '\n',
                    text.Split('\n').Select(line => line.Length == 0 ? line : $"Zebedee Quillfeather 9990000018,{line}")).Split(
                    ',', 2)[1]
            : JsonText().Replace(
                text,
                value => count++ % 3 == 0
                    ? ":\"Zebedee Quillfeather\",\"Zebedee Quillfeather\":\"H801200001001\",\"9990000018\":1,\"H801200001001\":1"
                    : value.Value));
    }

    /// <summary>The service's own document.</summary>
    public Task<JsonNode> Document() => OpenApiReader.Read(client);

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\b(?:\\d{10}|[A-Z]\\d{11}[\\dA-Z])\\b")]
    private static partial Regex Identifiers();

    [GeneratedRegex("[0-9A-Z]{10,}")]
    private static partial Regex DigitRuns();

    [GeneratedRegex(":\\s*\"[^\"]*\"")]
    private static partial Regex JsonText();
}
