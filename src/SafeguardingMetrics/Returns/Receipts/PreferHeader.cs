namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// What a sender prefers (RFC 7240): several, with commas between, each with parameters that nobody here knows.
/// </summary>
/// <param name="IsStrict"><c>handling=strict</c>: any error rejects the whole return.</param>
/// <param name="IsAsync"><c>respond-async</c>: an answer before the work is done.</param>
internal sealed record PreferHeader(bool IsStrict, bool IsAsync)
{
    private const string Strict = "handling=strict";
    private const string Async = "respond-async";

    /// <summary>Those of the header <c>Prefer</c>.</summary>
    public static PreferHeader Parse(string? header)
    {
        var parts = (header ?? "").Split([',', ';'])
            .Select(part => part.Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new PreferHeader(parts.Contains(Strict), parts.Contains(Async));
    }

    /// <summary>What <c>Preference-Applied</c> says: empty where nothing was asked for or none of it is done.</summary>
    public string FormatApplied(bool isAsync) =>
        string.Join(", ", new[] { isAsync ? Async : null, IsStrict ? Strict : null }.OfType<string>());
}
