using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Architecture;

/// <summary>
/// No line of code is wider than .editorconfig says, which no compiler and no <c>dotnet format</c> enforces.
/// </summary>
[TestFixture]
public sealed class LineLengthTests
{
    private static readonly string[] Folders = ["src", "tests"];
    private static readonly string[] Extensions = [".cs", ".js"];

    // What others published stays as they published it, and what is built is not ours to wrap.
    private static readonly string[] NotOurs = ["bin", "obj", "vendor", "node_modules"];

    [Test]
    public void No_line_is_wider_than_the_editorconfig_allows()
    {
        var widest = File.ReadLines(Path.Combine(Snapshot.Root, ".editorconfig"))
            .Where(line => line.StartsWith("max_line_length = ", StringComparison.Ordinal))
            .Select(line => int.Parse(line.Split(" = ")[1], System.Globalization.CultureInfo.InvariantCulture))
            .Single();

        var wide = from folder in Folders
                   from file in Directory.EnumerateFiles(Path.Combine(Snapshot.Root, folder), "*", SearchOption.AllDirectories)
                   where Extensions.Contains(Path.GetExtension(file))
                   let path = Path.GetRelativePath(Snapshot.Root, file)
                   where !path.Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains)
                   from line in File.ReadLines(file).Select((text, i) => (Text: text, Number: i + 1))
                   where line.Text.Length > widest
                   select $"{path}:{line.Number} has {line.Text.Length} columns";

        Assert.That(wide, Is.Empty, $"wrap these lines at {widest} columns");
    }
}
