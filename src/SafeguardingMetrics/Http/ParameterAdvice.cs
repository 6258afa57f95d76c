using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Http;

/// <summary>
/// What to write instead of a query parameter that an address does not take: the nearest of its parameters, the
/// breakdown that is meant, or the header that the setting belongs in.
/// </summary>
internal static class ParameterAdvice
{
    private const string By = "by";
    private const string ApiKey = "X-Api-Key";

    // Words that other APIs have for a parameter of this one.
    private static readonly (string Parameter, string[] Words)[] Synonyms =
    [
        ("codes", ["indicator", "indicators", "indicatorcode", "indicatorcodes", "measure", "measures", "kpi"]),
        ("from", ["start", "startdate", "since", "begin", "datefrom", "fromdate", "after"]),
        ("to", ["end", "enddate", "until", "till", "dateto", "todate", "before"]),
        ("interval", ["frequency", "granularity", "timegrain", "grain"]),
        (By, ["groupby", "breakdown", "breakdowns", "dimension", "dimensions", "split", "splitby"]),
        ("knownAt", ["asof", "asat", "knownas", "snapshot"]),
        ("asOf", ["knownat", "asat"]),
        ("updatedSince", ["modifiedsince", "changedsince", "since"]),
        ("limit", ["pagesize", "size", "perpage", "top", "take", "count"]),
        ("cursor", ["page", "offset", "skip", "after"]),
        ("period", ["month", "date", "day", "from", "to", "start", "end"]),
        ("format", ["output", "type", "accept", "mediatype"]),
    ];

    // Settings that are headers: the header, what to send in it, and the words that people try.
    private static readonly (string Header, string Advice, string[] Words)[] Headers =
    [
        ("Prefer", "send the header Prefer: handling=strict", ["strict", "handling", "prefer", "isstrict", "lenient"]),
        ("Prefer", "send the header Prefer: respond-async", ["async", "respondasync", "isasync", "wait", "background"]),
        ("Idempotency-Key", "send it as the header Idempotency-Key", ["idempotencykey", "idempotency", "requestid"]),
        (ApiKey, "send the key as the header X-Api-Key, and never in an address: addresses are logged on their way",
            ["xapikey", "apikey", "key", "token", "accesstoken", "authorization", "auth", "clientsecret", "subscriptionkey"]),
        ("X-Agency", "send it as the header X-Agency", ["xagency", "agency", "agencycode", "onbehalfof"]),
        ("Content-Encoding", "send the header Content-Encoding", ["contentencoding", "encoding", "compression", "gzip"]),
        ("Content-Type", "send the header Content-Type", ["contenttype", "mediatype", "format"]),
        ("Accept", "send the header Accept", ["accept"]),
        ("If-None-Match", "send the header If-None-Match", ["ifnonematch", "etag"]),
    ];

    private static readonly string[] OfEveryAddress = [ApiKey, "X-Agency", "Accept", "Content-Type"];

    /// <summary>The advice, the rest of a sentence; null where nothing that is known is near enough.</summary>
    /// <param name="name">The parameter as it was sent.</param>
    /// <param name="names">The parameters and headers that the address takes.</param>
    public static string? Find(string name, QueryParameterNames names)
    {
        var word = Simplify(name);
        var own = names.Names;
        if (own.FirstOrDefault(known => Simplify(known) == word) is { } same) return DidYouMean(same);
        foreach (var (parameter, words) in Synonyms)
            if (words.Contains(word) && own.Contains(parameter)) return DidYouMean(parameter);
        if (FindHeader(word, names) is { } header) return $": {header}.";
        var breakdowns = own.Contains(By) ? DatasetCatalogue.BreakdownNames : [];
        if (breakdowns.FirstOrDefault(known => Simplify(known) == word) is { } breakdown) return ByBreakdown(breakdown, own);
        if (NearestName.Find(name, own) is { } near) return DidYouMean(near);
        return breakdowns.FirstOrDefault(known => word.Length > 3 && NearestName.GetDistance(word, Simplify(known)) <= 2) is { } misspelt
            ? ByBreakdown(misspelt, own)
            : null;
    }

    private static string ByBreakdown(string breakdown, IReadOnlyList<string> own) =>
        $": {By}={breakdown} gives them{(own.Contains("member") ? $", and {By}={breakdown}&member=… one of them" : "")}.";

    private static string DidYouMean(string name) => $". Did you mean \"{name}\"?";

    private static string? FindHeader(string word, QueryParameterNames names) => Headers
        .FirstOrDefault(known => known.Words.Contains(word)
            && (OfEveryAddress.Contains(known.Header) || names.Headers.Contains(known.Header)))
        .Advice;

    // Without regard to case and to what stands between words: group_by, groupBy, $top.
    private static string Simplify(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
