namespace SafeguardingMetrics.Releases.Checking;

/// <summary>A number of a release: a count that is shown as a group of five.</summary>
public sealed record ShownNumber
{
    /// <summary>What is left out together where nothing else helps: a breakdown of an indicator for an interval.</summary>
    public required string Table { get; init; }

    /// <summary>The least count of the group: a multiple of five.</summary>
    public required long AtLeast { get; init; }

    /// <summary>The greatest count of the group: four more; or the least itself, which only a nought that is told is.</summary>
    public required long AtMost { get; init; }

    /// <summary>The true count.</summary>
    public required long Value { get; init; }

    /// <summary>True where the number is of the release being made; one of an earlier release stays as it is.</summary>
    public required bool IsNew { get; init; }

    /// <summary>
    /// True where a nought would be told as nought (rule 4): it need not be kept secret, and 0 to 4 then means 1 to 4.
    /// </summary>
    public bool IsNoughtTold { get; init; }
}
