using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameters of the list of figures of many indicators.</summary>
public sealed record FigureListParameters
{
    /// <summary>
    /// Only periods whose figures may have changed since an instant, or since the beginning of a day. Give the
    /// <c>knownAt</c> of the rows that you have, and replace the rows of the same indicators and periods by those in
    /// the answer. A period is answered whole, for every member, where anything of its dataset was received, withdrawn,
    /// worked out again or became due, and where the period was not over at that instant. All periods are answered
    /// where targets, the schedule, agencies or populations changed. Some periods that changed a little before are
    /// answered as well. Not together with <c>knownAt</c>.
    /// </summary>
    [FromQuery(Name = "updatedSince")]
    public string? UpdatedSince { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c>, <c>xlsx</c> or <c>parquet</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>
    /// <c>true</c> for CSV with a byte order mark at its beginning, for Excel. If you leave it out: <c>false</c>.
    /// </summary>
    [FromQuery(Name = "bom")]
    public string? Bom { get; init; }
}
