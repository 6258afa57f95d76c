using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Tables;

namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>Reads populations from an uploaded CSV table.</summary>
internal static class PopulationTable
{
    private const int MostPeople = 100_000_000;

    /// <summary>The columns; all are required.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["dimension", "member", "validFrom", "people"];

    /// <summary>The populations of the table. Errors are added to the table.</summary>
    public static IReadOnlyList<Population> Read(CsvTable table)
    {
        var members = new HashSet<(string, string, DateOnly)>();
        var read = new List<Population>();
        foreach (var row in table.Rows)
        {
            var dimension = row["dimension"] ?? "";
            if (!Population.Dimensions.Contains(dimension))
                row.AddError("dimension", $"This must be one of {string.Join(", ", Population.Dimensions)}.");
            if (row["people"] is null) row.AddError("people", "A number is required.");
            var population = new Population
            {
                Dimension = dimension,
                Member = ChildDemographics.GetCurrentName(dimension, row.GetText("member", 120))!,
                ValidFrom = row.GetDay("validFrom"),
                People = row.GetInteger("people", 0, MostPeople) ?? 0,
                LoadedAt = null,
            };
            if (!members.Add((population.Dimension, population.Member, population.ValidFrom)))
                row.AddError("member", "An earlier line has the same breakdown, member and day.");
            read.Add(population);
        }

        return read;
    }
}
