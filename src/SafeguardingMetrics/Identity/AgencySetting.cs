using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Identity;

/// <summary>An agency to be added, or to be called otherwise.</summary>
/// <param name="Name" example="Exampleshire School 9">Its name.</param>
/// <param name="Sector" example="school">Its sector, which says which datasets it sends; it cannot be changed.</param>
/// <param name="IdsBeginAgain">The datasets whose ids begin again here, with a comma between two; an empty text for none. If
/// you leave it out: as before.</param>
/// <param name="IdsLikeIdentifiers">The datasets whose ids here have the form of NHS numbers or UPNs and are none, such as ids of ten
/// digits, with a comma between two; an empty text for none. If you leave it out: as before.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed partial record AgencySetting(
    string? Name, string? Sector, string? IdsBeginAgain = null, string? IdsLikeIdentifiers = null)
{
    internal const int LongestName = 200;
    internal const int LongestDatasets = 1000;

    /// <summary>Everything that keeps it from being kept; empty where nothing does.</summary>
    public IReadOnlyList<string> Validate(string code)
    {
        var faults = new List<string>();
        if (!CodePattern().IsMatch(code)) faults.Add("The code is 1 to 20 capital letters, digits and hyphens, such as EXA-SCH-09.");
        if (Name is null || !IsValidName(Name, LongestName)) faults.Add($"name is 1 to {LongestName} characters.");
        if (!SafeguardingMetrics.Datasets.Declaring.Facts.Sector.All.Contains(Sector))
            faults.Add($"sector is one of {string.Join(", ", SafeguardingMetrics.Datasets.Declaring.Facts.Sector.All)}.");
        if (IdsBeginAgain?.Length > LongestDatasets) faults.Add($"idsBeginAgain has at most {LongestDatasets} characters.");
        if (IdsLikeIdentifiers?.Length > LongestDatasets) faults.Add($"idsLikeIdentifiers has at most {LongestDatasets} characters.");
        foreach (var name in Agency.SplitDatasets(IdsBeginAgain))
        {
            if (DatasetCatalogue.Find(name) is not { IsOfEvents: true } dataset
                || (Sector is not null && !dataset.Sectors.Contains(Sector)))
            {
                var events = DatasetCatalogue.All.Where(one => one.IsOfEvents && one.Sectors.Contains(Sector)).Select(one => one.Name);
                faults.Add(NameAdvice.Describe(
                    "idsBeginAgain names datasets of the sector whose records have a day of their own", name, events));
            }
        }

        foreach (var name in Agency.SplitDatasets(IdsLikeIdentifiers))
        {
            if (DatasetCatalogue.Find(name) is { } dataset && (Sector is null || dataset.Sectors.Contains(Sector))) continue;
            var ofSector = DatasetCatalogue.All.Where(one => one.Sectors.Contains(Sector)).Select(one => one.Name);
            faults.Add(NameAdvice.Describe("idsLikeIdentifiers names datasets of the sector", name, ofSector));
        }

        return faults;
    }

    /// <summary>True of text that can be shown as a name: not blank, without control characters.</summary>
    internal static bool IsValidName(string text, int longest) =>
        text.Trim().Length > 0 && text.EnumerateRunes().Count() <= longest && !text.Any(char.IsControl);

    [GeneratedRegex(@"^[A-Z0-9][A-Z0-9-]{0,19}\z")]
    private static partial Regex CodePattern();
}
