namespace SafeguardingMetrics.Retention;

/// <summary>One of several children of an agency whose records have the identifier by which a child was to be erased.</summary>
public sealed record BearingChild
{
    /// <summary>The agency's code.</summary>
    public required string Agency { get; init; }

    /// <summary>The agency's own id of the child, by which it can be erased.</summary>
    public required string ChildId { get; init; }

    /// <summary>The dataset of these records.</summary>
    public required string Dataset { get; init; }

    /// <summary>How many records with that id have the identifier.</summary>
    public required long Records { get; init; }

    /// <summary>The newest return with one of them.</summary>
    public required string ReturnId { get; init; }
}
