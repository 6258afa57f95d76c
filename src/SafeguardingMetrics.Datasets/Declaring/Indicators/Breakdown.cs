using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>A way of telling the records of one dataset apart.</summary>
/// <param name="Name">Its name in the API, in kebab-case: <c>by=risk-grade</c>.</param>
/// <param name="Dimension">
/// The word that stored cells and figures bear: the name, or
/// <see cref="SafeguardingMetrics.Datasets.Declaring.Indicators.Dimension.Team"/> or
/// <see cref="SafeguardingMetrics.Datasets.Declaring.Indicators.Dimension.Category"/> where the first release called it
/// so. It can be asked for by either.
/// </param>
/// <param name="Meaning">Which field it is, or in words what it is.</param>
public abstract record Breakdown(string Name, string Dimension, string Meaning)
{
    /// <summary>Every member that there can be, where they are words of the declaration itself; otherwise null.</summary>
    public IReadOnlyList<string>? Members { get; init; }
}

/// <summary>A way of telling the records of one dataset apart, with the member that each is in.</summary>
/// <param name="Name">Its name in the API, in kebab-case.</param>
/// <param name="Dimension">The word that stored cells and figures bear.</param>
/// <param name="Meaning">Which field it is, or in words what it is.</param>
/// <param name="MemberOf">
/// The member of a record that counts on a day; null where it is in none. Called for every record, so it allocates no
/// text.
/// </param>
public sealed record Breakdown<TRecord>(
    string Name, string Dimension, string Meaning, Func<TRecord, ReturnContext, DateOnly, string?> MemberOf)
    : Breakdown(Name, Dimension, Meaning);
