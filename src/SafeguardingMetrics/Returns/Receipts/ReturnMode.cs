namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>What a return says of the records that it does not have.</summary>
public static class ReturnMode
{
    /// <summary>The return has all records of its period: what it does not have is no more.</summary>
    public const string Period = "period";

    /// <summary>The return has the records that changed, and says nothing of the others.</summary>
    public const string Changes = "changes";
}
