namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>How a return stands, in the API's words.</summary>
public static class ReturnStatus
{
    /// <summary>Stored; no rule was broken.</summary>
    public const string Accepted = "accepted";

    /// <summary>Stored; some rule was broken.</summary>
    public const string AcceptedWithFindings = "accepted-with-findings";

    /// <summary>Stored and checked, without any day: somebody is to say whether it is right.</summary>
    public const string Held = "held";

    /// <summary>Not stored: nothing in it was acceptable, or the sender asked for all or nothing.</summary>
    public const string Rejected = "rejected";

    /// <summary>Stored, but newer returns hold all its days.</summary>
    public const string Superseded = "superseded";

    /// <summary>Stored, and taken back by its agency.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Held, and not confirmed in time.</summary>
    public const string Expired = "expired";

    /// <summary>Being taken: never seen from outside the transaction.</summary>
    internal const string Arriving = "arriving";

    /// <summary>All that a reader can meet.</summary>
    public static IReadOnlyList<string> All { get; } = [Accepted, AcceptedWithFindings, Held, Rejected, Superseded, Withdrawn, Expired];
}
