using SafeguardingMetrics.Indicators.Tables;

namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>Populations as a table.</summary>
internal static class PopulationTable
{
    private const int MostPeople = 100_000_000;

    /// <summary>The columns, all of which the header must name.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["dimension", "member", "validFrom", "people"];

    /// <summary>The populations of a table; every fault is noted there.</summary>
    public static IReadOnlyList<Population> Read(CsvTable table)
    {
        var members = new HashSet<(string, string, DateOnly)>();
        var read = new List<Population>();
        foreach (var row in table.Rows)
        {
            var dimension = row["dimension"] ?? "";
            if (!Population.Dimensions.Contains(dimension)) row.AddError("dimension", $"One of {string.Join(", ", Population.Dimensions)} is needed here.");
            if (row["people"] is null) row.AddError("people", "A number is needed here.");
            var given = new Population { Dimension = dimension, Member = row.GetText("member", 120), ValidFrom = row.GetDay("validFrom"), People = row.GetInteger("people", 0, MostPeople) ?? 0, LoadedAt = null };
            if (!members.Add((given.Dimension, given.Member, given.ValidFrom))) row.AddError("member", "An earlier line is of the same breakdown, member and day.");
            read.Add(given);
        }

        return read;
    }
}
