using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Identity;

/// <summary>An agency to be added, or to be called otherwise.</summary>
/// <param name="Name" example="Exampleshire School 9">Its name.</param>
/// <param name="Sector" example="school">Its sector, which says which datasets it sends; it cannot be changed.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial record AgencySetting(string? Name, string? Sector)
{
    internal const int LongestName = 200;

    /// <summary>Everything that keeps it from being kept; empty where nothing does.</summary>
    public IReadOnlyList<string> Validate(string code)
    {
        var faults = new List<string>();
        if (!CodePattern().IsMatch(code)) faults.Add("The code is 1 to 20 capital letters, digits and hyphens, such as EXA-SCH-09.");
        if (Name is null || !IsValidName(Name, LongestName)) faults.Add($"name is 1 to {LongestName} characters.");
        if (!SafeguardingMetrics.Datasets.Declaring.Facts.Sector.All.Contains(Sector))
            faults.Add($"sector is one of {string.Join(", ", SafeguardingMetrics.Datasets.Declaring.Facts.Sector.All)}.");
        return faults;
    }

    /// <summary>True of text that can be shown as a name: not blank, without control characters.</summary>
    internal static bool IsValidName(string text, int longest) =>
        text.Trim().Length > 0 && text.EnumerateRunes().Count() <= longest && !text.Any(char.IsControl);

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{0,19}\z")]
    private static partial Regex CodePattern();
}
