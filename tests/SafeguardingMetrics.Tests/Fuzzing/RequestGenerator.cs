using System.Text;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>
/// Makes a good request of an operation out of what the document shows, and then one that is less good.
/// </summary>
internal sealed class RequestGenerator(Operation operation, Random dice, KnownIds ids)
{
    private static readonly string[] Methods =
    [
        "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PROPFIND", "get", "BREW",
    ];
    private static readonly string[] Accepts =
    [
        "*/*",
        "application/json",
        "text/csv",
        "text/html",
        "application/xml;q=0.9",
        "text/csv;q=0",
        "application/json;q=2",
        "text/csv;q=1.0000, */*;q=0.1",
        ";;;",
        "application/*",
        "\"",
        "text/csv, application/json;q=0.5",
        "application/problem+json",
        "a/b/c",
        "text/csv;q=NaN",
    ];
    private static readonly string[] Tails =
    [
        "?&&==&",
        "?%zz=%",
        "?from",
        "?=x",
        "?from=%00",
        "?%00=1",
        "?by=%FF%FE",
        "?member=%ED%A0%80",
        "?agency=%C0%AE%C0%AE",
        "?from=2026-11-01&from=2026-11-30",
        "?from[]=1&from[0]=2",
        "?FROM=2026-11-01",
        "#fragment",
        "?a=1#b",
        "?limit=1;limit=2",
        "?knownAt=2026-11-22T12:00:00+01:00",
        "?cursor=AAAA",
        "?cursor=%20",
        "?cursor=eyJhIjoxfQ==",
        "?cursor=!!!!",
    ];
    private static readonly string[] Ways =
    [
        "/..",
        "/../../v1/datasets",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//",
        "/",
        "/%00",
        ";a=b",
        "/.",
        "/%2F",
        "%20",
        "/%C3%28",
        "/\\..\\",
        "/%5c..%5c",
        "/😀",
        "%",
        "%u0041",
    ];
    private static readonly (string, string)[] OddHeaders =
    [
        ("X-Api-Key", "demo-admin"), ("X-Api-Key", "\u00e9"), ("Prefer", "handling=strict"), ("Prefer", ",,;;="),
        ("Prefer", "handling=\"strict\"; a=b, respond-async, wait=99999999999"), ("Idempotency-Key", ""), ("Idempotency-Key", "\"a\""),
        ("Content-Encoding", "gzip"), ("Content-Encoding", "deflate"), ("Content-Encoding", "gzip, br"), ("Content-Encoding", ""),
        ("Content-Type", "text/csv"), ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", ";"),
        ("Content-Type", "application/json; charset="),
        ("Authorization", "Bearer x"), ("Authorization", "Basic !!!"), ("Authorization", "Basic OmRlbW8tYWRtaW4="),
        ("Authorization", "Basic " + "4pyT"), ("Range", "bytes=0-1"), ("If-None-Match", "*"), ("If-Modified-Since", "then"),
        ("X-HTTP-Method-Override", "DELETE"), ("X-Forwarded-For", "999.999.999.999, ::1"), ("X-Forwarded-Host", "evil\u00a0.example"),
        ("Forwarded", "for=\"[::1]\";proto=x"), ("X-Original-URL", "/v1/targets"), ("Accept-Encoding", "gzip;q=9"),
        ("Accept-Charset", "utf-7"), ("Accept-Language", new string('x', 2000)), ("Cookie", new string(';', 500)), ("Origin", "null"),
        ("Expect", "100-continue"), ("traceparent", "00-00000000000000000000000000000000-0000000000000000-00"), ("tracestate", "=,=,"),
        ("baggage", "a=%00"),
    ];

    private readonly List<(string Name, string Value)> query = [];
    private readonly List<(string Name, string Value)> headers = [];
    private readonly Dictionary<string, string> parts = [];
    private readonly List<string> changes = [];
    private string method = operation.Method;
    private string mediaType = "";
    private string after = "";
    private byte[]? body;
    private bool isElsewhere;
    private bool mayBreakHttp;

    /// <summary>A request with so many changes.</summary>
    public FuzzedRequest Create(string? role, int most)
    {
        FillValid(isWhole: most == 0);
        for (var i = 0; i < most; i++) Change();
        if (mediaType.Length > 0) headers.Add(("Content-Type", mediaType));
        var path = operation.Path;
        foreach (var (name, value) in parts) path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        var target = path
            + (query.Count == 0 ? "" : "?" + string.Join('&', query.Select(pair => $"{Escaped(pair.Name)}={Escaped(pair.Value)}")))
            + (query.Count > 0 && after.StartsWith('?') ? $"&{after[1..]}" : after);
        return new FuzzedRequest(operation, role, method, OfBytes(target), headers, body, changes)
        {
            IsElsewhere = isElsewhere,
            MayBreakHttp = mayBreakHttp,
            IsChunked = most > 0 && dice.Next(4) == 0,
        };
    }

    private void FillValid(bool isWhole)
    {
        foreach (var parameter in operation.Parameters)
        {
            var value = CreateValidValue(parameter);
            if (parameter.In == "path") parts[parameter.Name] = Escaped(value);
            else if (parameter.In == "query" && (parameter.IsRequired || (!isWhole && dice.Next(3) == 0)))
                query.Add((parameter.Name, value));
        }

        if (operation.Bodies is []) return;
        (mediaType, var text) = operation.Bodies[isWhole ? 0 : dice.Next(operation.Bodies.Count)];
        body = Encoding.UTF8.GetBytes(text);
    }

    // Ids that are there, where the collection that the path leads through has some; the document's own otherwise.
    private string CreateValidValue(Parameter parameter)
    {
        var collection = operation.Path[..Math.Max(0, operation.Path.IndexOf($"/{{{parameter.Name}}}", StringComparison.Ordinal))];
        return parameter.In == "path" && dice.Next(4) > 0 && ids.Pick(collection, dice) is { } there ? there
            : parameter.IsRequired ? parameter.Values[0] : parameter.Values[dice.Next(parameter.Values.Count)];
    }

    private void Change()
    {
        switch (dice.Next(20))
        {
            case < 6 when operation.Parameters.Count > 0:
                ChangeParameter(operation.Parameters[dice.Next(operation.Parameters.Count)]);
                break;
            case < 13 when body is not null:
                ChangeBody();
                break;
            case 13:
                headers.Add(("Accept", Accepts[dice.Next(Accepts.Length)]));
                changes.Add("Accept");
                break;
            case 14 or 15:
                headers.Add(OddHeaders[dice.Next(OddHeaders.Length)]);
                mayBreakHttp |= headers[^1].Name == "Expect" || headers[^1].Value.Any(c => c > 126);
                changes.Add($"header {headers[^1].Name}");
                break;
            case 16:
                headers.Add(("X-Long", new string('v', dice.Next(2) == 0 ? 8_000 : 40_000)));
                mayBreakHttp = true;
                changes.Add("a long header");
                break;
            case 17:
                method = Methods[dice.Next(Methods.Length)];
                isElsewhere |= method != operation.Method;
                mayBreakHttp |= body is null && method is "POST" or "PUT";
                changes.Add("method");
                break;
            case 18:
                after = Ways[dice.Next(Ways.Length)];
                isElsewhere = mayBreakHttp = true;
                changes.Add("path");
                break;
            default:
                // The web server takes a fragment for a part of the path.
                after = Tails[dice.Next(Tails.Length)];
                isElsewhere |= after.Contains('#');
                mayBreakHttp = true;
                changes.Add("query");
                break;
        }
    }

    private void ChangeParameter(Parameter parameter)
    {
        var odd = dice.Next(4) == 0 ? CreateValidValue(parameter) : UnusualValues.Text(dice);
        changes.Add($"{parameter.In} {parameter.Name}");
        switch (parameter.In)
        {
            case "path":
                parts[parameter.Name] = Escaped(odd);
                // Empty, a dot or two dots is another path; the web server does not take a null character or a
                // half-escaped one.
                isElsewhere |= odd.Trim() is "" or "." or ".." || odd.Contains('/') || odd.Contains('\\');
                mayBreakHttp |= odd.Contains('\0') || odd.Length > 1000;
                break;
            case "header":
                headers.Add((parameter.Name, OfBytes(odd.ReplaceLineEndings(" ").Replace("\0", "", StringComparison.Ordinal))));
                mayBreakHttp |= odd.Any(c => c is < ' ' or > '~');
                break;
            case "query" when dice.Next(8) == 0:
                query.RemoveAll(pair => pair.Name == parameter.Name);
                break;
            case "query" when dice.Next(6) == 0:
                query.Add((parameter.Name, CreateValidValue(parameter)));
                query.Add((parameter.Name.ToUpperInvariant(), odd));
                break;
            default:
                query.RemoveAll(pair => pair.Name == parameter.Name);
                query.Add((parameter.Name, odd));
                break;
        }

        mayBreakHttp |= odd.Length > 1500;
    }

    private void ChangeBody()
    {
        var (changed, what) = BodyMutator.Mutate(body!, mediaType, dice);
        body = changed;
        changes.Add(what);
        if (what.StartsWith("packed ", StringComparison.Ordinal)) headers.Add(("Content-Encoding", what.Split(' ')[1]));
        if (what.StartsWith("sent as ", StringComparison.Ordinal)) mediaType = what["sent as ".Length..];
    }

    // A lone surrogate has no UTF-8; it is written as UTF-8 would write it if it had one.
    private static string Escaped(string text) =>
        string.Concat(
            Encoding.UTF8
                .GetBytes(text)
                .Select(b =>
                    b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9') or (byte)'-'
                        or (byte)'.' or (byte)'_'
                        ? ((char)b).ToString()
                        : $"%{b:X2}"));

    private static string OfBytes(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
}
