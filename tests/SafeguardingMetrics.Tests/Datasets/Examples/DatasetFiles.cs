using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>The files beside a dataset's declaration.</summary>
internal static class DatasetFiles
{
    /// <summary>The folder of a dataset's declaration under the repository's root: its namespace, as a path.</summary>
    public static string GetFolder(Dataset dataset)
    {
        const string Library = "SafeguardingMetrics.Datasets";
        return $"src/{Library}/{dataset.GetType().Namespace![(Library.Length + 1)..].Replace('.', '/')}";
    }

    /// <summary>The lines of a file in that folder, each as its cells; no cells for a blank line.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(Dataset dataset, string name, string whatItHolds)
    {
        var path = $"{GetFolder(dataset)}/{name}";
        var file = Path.Combine(Snapshot.Root, path);
        if (!File.Exists(file))
            Assert.Fail($"{dataset.Name} has no {name}: add {path} with {whatItHolds} (docs/adding-a-dataset.md shows one).");
        return [.. File.ReadLines(file).Select(SplitLine)];
    }

    /// <summary>A dataset of the catalogue by its name.</summary>
    public static Dataset Find(string name)
    {
        if (DatasetCatalogue.Find(name) is { } dataset) return dataset;
        Assert.Fail($"The catalogue has no dataset {name}: add it to {nameof(DatasetCatalogue)}.");
        throw new InvalidOperationException();
    }

    /// <summary>Cells as a line of a CSV file.</summary>
    public static string JoinLine(IEnumerable<string> cells) =>
        string.Join(
            ',',
            cells.Select(cell => cell.AsSpan().IndexOfAny(",\"\n") < 0
                ? cell
                : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>The cells of a line of a CSV file; none for a blank line. No cell holds a line break.</summary>
    public static IReadOnlyList<string> SplitLine(string line)
    {
        if (line.Trim(',').Length == 0) return [];
        var (cells, cell, isQuoted) = (new List<string>(), "", false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"') cell += line[i++];
            else if (line[i] == '"') isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted) (cells, cell) = ([.. cells, cell], "");
            else cell += line[i];
        }

        return [.. cells, cell];
    }
}
