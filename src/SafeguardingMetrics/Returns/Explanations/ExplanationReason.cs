namespace SafeguardingMetrics.Returns.Explanations;

/// <summary>Why a record is right although a rule doubts it, in the API's words.</summary>
public static class ExplanationReason
{
    /// <summary>Somebody looked where the value comes from, and it is so.</summary>
    public const string ConfirmedWithSource = "confirmed-with-source";

    /// <summary>It will be known later.</summary>
    public const string AwaitingInformation = "awaiting-information";

    /// <summary>Nobody of the agency can change it.</summary>
    public const string OutsideOurControl = "outside-our-control";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [ConfirmedWithSource, AwaitingInformation, OutsideOurControl];
}
