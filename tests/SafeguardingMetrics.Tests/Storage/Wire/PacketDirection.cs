namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>Which way a packet goes.</summary>
public enum PacketDirection
{
    /// <summary>To the server.</summary>
    Asked,

    /// <summary>From the server.</summary>
    Answered,
}
