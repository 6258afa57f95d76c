namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>Which way a packet goes.</summary>
public enum Way
{
    /// <summary>To the server.</summary>
    Asked,

    /// <summary>From the server.</summary>
    Answered,
}
