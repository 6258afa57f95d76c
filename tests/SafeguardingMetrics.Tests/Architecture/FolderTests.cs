using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Architecture;

/// <summary>docs/design.md draws which folder uses which. The compiled code is held to it.</summary>
public sealed class FolderTests
{
    private static readonly IReadOnlyList<FolderReferences.Reference> References =
        FolderReferences.Read(typeof(DatasetCatalogue).Assembly.Location, typeof(Database).Assembly.Location);

    [Test]
    public void A_folder_uses_only_folders_that_the_design_lets_it_use()
    {
        var allowed = FolderTable.Read();
        var folders = References.SelectMany(reference => new[] { TopOf(reference.From), TopOf(reference.To) }).ToHashSet();
        Assert.That(folders.Except(allowed.Keys), Is.Empty, "these folders are missing from the table of folders in docs/design.md");
        Assert.That(allowed.Keys.Except(folders), Is.Empty, "docs/design.md names these folders, and there are none");

        var broken = References.Where(reference => TopOf(reference.From) != TopOf(reference.To)
            && !allowed[TopOf(reference.From)].Contains(TopOf(reference.To)));
        AssertNone(broken, "move the code, or allow the arrow in docs/design.md where it points to a folder further up in the table");
    }

    [Test]
    public void The_design_lets_a_folder_use_only_folders_above_it()
    {
        var table = FolderTable.Read();
        var order = table.Keys.ToList();
        var upward = from folder in table
                     from used in folder.Value
                     where order.IndexOf(used) is var place
            && (place < 0 || place >= order.IndexOf(folder.Key))
                     select $"{folder.Key} -> {used}";
        Assert.That(upward, Is.Empty);
    }

    [Test]
    public void No_folder_uses_itself_by_way_of_others()
    {
        var uses = References.ToLookup(reference => reference.From, reference => reference.To);
        var circles = uses.Select(folder => folder.Key).Where(folder => Reached(folder, uses).Contains(folder)).ToHashSet();
        AssertNone(
            References.Where(reference => circles.Contains(reference.From) && circles.Contains(reference.To)),
            "these folders use each other in a circle");
    }

    private static HashSet<string> Reached(string from, ILookup<string, string> uses)
    {
        var reached = new HashSet<string>();
        var next = new Stack<string>(uses[from]);
        while (next.TryPop(out var folder))
            if (reached.Add(folder))
                foreach (var further in uses[folder]) next.Push(further);
        return reached;
    }

    private static string TopOf(string folder) =>
        folder.StartsWith("Datasets/", StringComparison.Ordinal) ? "Datasets" : folder.Split('.')[0];

    private static void AssertNone(IEnumerable<FolderReferences.Reference> references, string otherwise)
    {
        var lines = references.Select(Line).ToList();
        Assert.That(lines, Is.Empty, $"{otherwise}:\n{string.Join('\n', lines)}");
    }

    private static string Line(FolderReferences.Reference reference) =>
        $"{reference.From} -> {reference.To}: {reference.Type} uses {reference.Uses}";
}
