using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>The problem with which a body is answered that could not be read to its end.</summary>
public static class UnreadableBody
{
    /// <summary>The problem of a kind of fault.</summary>
    public static Problem ProblemOf(ReadError error) => error switch
    {
        ReadError.TooDeep => ProblemCatalogue.TooDeep,
        ReadError.RecordTooLong => ProblemCatalogue.RecordTooLong,
        ReadError.TooManyFields => ProblemCatalogue.TooManyFields,
        ReadError.TooManyRecords => ProblemCatalogue.TooManyRecords,
        ReadError.NotOwnIdentifiers => ProblemCatalogue.NotOwnIds,
        _ => ProblemCatalogue.UnreadableBody,
    };
}
