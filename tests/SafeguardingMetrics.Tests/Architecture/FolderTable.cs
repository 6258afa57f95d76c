using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Architecture;

/// <summary>
/// The table of folders in docs/design.md: a line for each folder, with what is in it and the folders that it may use.
/// </summary>
internal static class FolderTable
{
    private const string Heading = "| folder | what is in it | uses |";

    /// <summary>The folders in the order of the table, each with those it may use.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Snapshot.Root, "docs", "design.md"));
        var table = new OrderedDictionary<string, IReadOnlySet<string>>();
        foreach (var line in lines.SkipWhile(line => line != Heading).Skip(2).TakeWhile(line => line.StartsWith('|')))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            table.Add(Name(cells[1]), cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Name).ToHashSet());
        }

        Assert.That(table, Is.Not.Empty, $"docs/design.md has no table that begins with {Heading}");
        return table;
    }

    private static string Name(string cell) => cell.Trim('`', ',', '/', ' ');
}
