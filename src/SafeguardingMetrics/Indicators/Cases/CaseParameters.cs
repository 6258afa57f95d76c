using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>Which of the cases behind a figure are given, and how.</summary>
public sealed record CaseParameters
{
    internal const string Denominator = "denominator";
    internal const string Numerator = "numerator";
    internal const string Missed = "missed";

    /// <summary>
    /// <c>denominator</c> (all cases that count), <c>numerator</c> (those in the numerator) or <c>missed</c> (those in
    /// the denominator and not in the numerator). If you leave it out: <c>denominator</c>.
    /// </summary>
    [FromQuery(Name = "part")]
    public string? Part { get; init; }

    /// <summary>How many cases a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins. Take it unchanged from the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>
    /// <c>true</c> for CSV with a byte order mark at its beginning, for Excel. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "bom")]
    public string? Bom { get; init; }

    /// <summary>Reads the page's size and place.</summary>
    /// <param name="indicator">The indicator whose cases are asked for.</param>
    /// <param name="page">How many cases the page has, how many come before it, and the instant whose knowledge the
    /// first page had; null for the first page.</param>
    /// <returns>Why the parameters cannot be used; null where they can.</returns>
    public string? Parse(Indicator indicator, out (int Size, int Skip, string? KnownAt) page)
    {
        page = default;
        if (!Page.TryParseSize(Limit, out page.Size)) return Page.InvalidSizeDetail;
        if (Part is not (null or Denominator or Numerator or Missed)) return "part is denominator, numerator or missed.";
        if (Part == Missed && indicator is not DatasetIndicator)
            return "part is denominator or numerator: the two are counted in different datasets.";
        if (Format is not (null or RowFormat.Json or RowFormat.Csv or RowFormat.Xlsx)) return RowFormat.InvalidDetail;
        if (Cursor is null) return null;

        // Later pages are of what was known when the first was given, so that no case is missed and none comes twice.
        if (SafeguardingMetrics.Http.Answers.Cursor.Decode(Cursor, 2) is not [var known, var count] || !int.TryParse(count, out page.Skip))
            return SafeguardingMetrics.Http.Answers.Cursor.InvalidCursorDetail;
        page.KnownAt = known;
        return null;
    }

    /// <summary>The cursor of the page after this one.</summary>
    internal static string CreateNextCursor(DateTimeOffset knownAt, int skip) =>
        SafeguardingMetrics.Http.Answers.Cursor.Encode(
            knownAt.ToString("O", CultureInfo.InvariantCulture),
            skip.ToString(CultureInfo.InvariantCulture));
}
