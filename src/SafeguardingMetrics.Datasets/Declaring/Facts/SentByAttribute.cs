namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>The sectors whose agencies may send the dataset.</summary>
/// <param name="sectors">The sectors, of <see cref="Sector"/>.</param>
[AttributeUsage(AttributeTargets.Class)]
public class SentByAttribute(params string[] sectors) : Attribute
{
    /// <summary>The sectors, of <see cref="Sector"/>.</summary>
    public IReadOnlyList<string> Sectors => sectors;
}

/// <summary>Every agency may send the dataset.</summary>
public sealed class SentByEverySectorAttribute() : SentByAttribute([.. Sector.All]);
