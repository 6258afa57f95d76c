using System.Text;
using System.Text.Json.Serialization;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Returns;

/// <summary>What is said of a return that is held: that it is right, and why.</summary>
/// <param name="Reason" example="Two teams moved to another authority on 1 November.">
/// Why it is right, in 1 to 400 characters. No names or numbers of children.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ConfirmationRequest(string? Reason)
{
    /// <summary>The most characters of the reason.</summary>
    public const int LongestReason = 400;

    /// <summary>The members that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = ["reason"];

    /// <summary>The reason without blanks around it; null where there is none that can be stored.</summary>
    internal string? ParseReason()
    {
        var reason = Reason?.Trim();
        if (string.IsNullOrEmpty(reason) || reason.Length > LongestReason || reason.Any(char.IsControl)) return null;
        return RawIdentifier.ContainsIdentifier(Encoding.UTF8.GetBytes(reason)) ? null : reason;
    }
}
