namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Why the body of a return cannot be read to its end.</summary>
public enum ReadError
{
    /// <summary>The body is not valid JSON, NDJSON or CSV.</summary>
    NotOfFormat,

    /// <summary>JSON is nested deeper than <see cref="ReaderLimits.JsonDepth"/>.</summary>
    TooDeep,

    /// <summary>A record is longer than <see cref="ReaderLimits.RecordBytes"/>.</summary>
    RecordTooLong,

    /// <summary>A record or header has more fields than <see cref="ReaderLimits.RecordFields"/>.</summary>
    TooManyFields,

    /// <summary>The return has more records than <see cref="ReaderLimits.ReturnRecords"/>.</summary>
    TooManyRecords,

    /// <summary>Too many of the agency's own ids pass for NHS numbers or UPNs.</summary>
    NotOwnIdentifiers,
}
