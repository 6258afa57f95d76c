using System.Text.Json;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>The bill of materials of the published program. With <c>SBOM</c> set, it is written to the path in it.</summary>
public sealed class BillOfMaterialsTests
{
    private const string Setting = "SBOM";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly JsonObject Bill = BillOfMaterials.Create(TimeProvider.System.GetUtcNow());

    [Test]
    public void It_names_every_package_that_the_built_program_loads()
    {
        // What the compiler put beside the program, and not what the lock files say.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(
            Snapshot.Root, "src/SafeguardingMetrics/bin", built.Parent!.Name, built.Name, "SafeguardingMetrics.deps.json");
        var loaded = JsonNode.Parse(File.ReadAllText(file))!["libraries"]!.AsObject()
            .Where(library => (string)library.Value!["type"]! == "package")
            .Select(library => $"pkg:nuget/{library.Key.Replace('/', '@')}")
            .ToList();

        Assert.That(loaded, Has.Count.GreaterThan(30));
        Assert.That(loaded, Is.SubsetOf(Components().Select(component => (string)component["purl"]!)));
    }

    [Test]
    public void It_names_every_shipped_package_of_the_list_of_licences_and_no_other()
    {
        var rows = File.ReadLines(Path.Combine(Snapshot.Root, "docs/licences.md"))
            .Select(line => line.Trim('|', ' ').Split(" | "))
            .Where(cells => cells is [_, _, _, "shipped"])
            .Select(cells => $"{cells[0]} {cells[1]}");

        Assert.That(Components().Select(component => $"{component["name"]} {component["version"]}"), Is.EquivalentTo(rows));
    }

    [Test]
    public void It_is_of_the_form_that_CycloneDX_prescribes()
    {
        Assert.That(((string?)Bill["bomFormat"], (string?)Bill["specVersion"]), Is.EqualTo(("CycloneDX", "1.6")));
        Assert.That((string?)Bill["serialNumber"], Does.Match("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"));
        Assert.That((string?)Bill["metadata"]!["component"]!["name"], Is.EqualTo("SafeguardingMetrics"));
        foreach (var component in Components())
        {
            var name = $"{component["name"]}";
            Assert.That((string?)component["type"], Is.EqualTo("library"), name);
            Assert.That((string?)component["purl"], Does.Match(@"^pkg:(nuget|npm)/[\w.%-]+@[\w.+-]+$"), name);
            Assert.That(component["licenses"]!.AsArray(), Has.Count.EqualTo(1), name);
            var hashes = component["hashes"]?.AsArray() ?? [];
            var files = component["components"]?.AsArray() ?? [];
            Assert.That(hashes.Count + files.Count, Is.GreaterThan(0), name);
            foreach (var hash in hashes.Concat(files.SelectMany(file => file!["hashes"]!.AsArray())))
                Assert.That($"{hash!["alg"]}:{hash["content"]}", Does.Match("^(SHA-512:[0-9a-f]{128}|SHA-256:[0-9a-f]{64})$"), name);
        }

        var references = Components().Select(component => (string)component["bom-ref"]!).Append("SafeguardingMetrics").ToList();
        Assert.That(references, Is.Unique);
        var dependencies = Bill["dependencies"]!.AsArray();
        Assert.That(dependencies.Select(one => (string)one!["ref"]!), Is.EquivalentTo(references));
        var needed = dependencies.SelectMany(one => one!["dependsOn"]!.AsArray().Select(on => (string)on!)).Distinct();
        Assert.That(needed, Is.SubsetOf(references));
    }

    [Test]
    public void It_is_written_where_that_is_asked_for()
    {
        if (Environment.GetEnvironmentVariable(Setting) is not { Length: > 0 } path) Assert.Ignore($"{Setting} is not set.");
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, Bill.ToJsonString(Indented) + "\n");
        }
    }

    private static IEnumerable<JsonNode> Components() => Bill["components"]!.AsArray().Select(component => component!);
}
