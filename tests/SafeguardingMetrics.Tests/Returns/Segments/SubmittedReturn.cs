using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>A return that a test has sent, as the test remembers it.</summary>
internal sealed class SubmittedReturn
{
    public required string Id { get; init; }

    public required string Agency { get; init; }

    public required Period Days { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The records that were accepted, by the day they count on.</summary>
    public required ILookup<DateOnly, JsonObject> Records { get; init; }

    /// <summary>True where it states some records, and covers no day.</summary>
    public bool IsChanges { get; init; }

    /// <summary>The keys that it states or purges, where records are events; none where the days alone decide.</summary>
    public IReadOnlySet<string> Keys { get; init; } = new HashSet<string>();

    public bool IsWithdrawn { get; set; }
}
