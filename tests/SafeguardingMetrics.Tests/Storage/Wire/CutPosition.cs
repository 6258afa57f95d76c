namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>Where about a packet the wire is cut: how much of it still arrives.</summary>
public enum CutPosition
{
    /// <summary>Nothing of it.</summary>
    Before,

    /// <summary>Half of its bytes.</summary>
    Midst,

    /// <summary>All of it.</summary>
    After,
}
