using System.Text.Json.Nodes;
using System.Xml.Linq;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>A package as NuGet restored it on this machine.</summary>
internal sealed class RestoredPackage
{
    private static readonly string[] Folders = FindFolders();
    private readonly string name;
    private readonly string folder;

    public RestoredPackage(string name, string version)
    {
        this.name = name;
        folder = Folders
            .Select(root => Path.Combine(root, name.ToLowerInvariant(), version.ToLowerInvariant()))
            .FirstOrDefault(Directory.Exists)
            ?? throw new InvalidOperationException($"{name} {version} is locked and was not restored here: run dotnet restore.");
    }

    /// <summary>True where it gives the compiler or the build something, and the program nothing.</summary>
    public bool IsTool => !Has("lib") && !Has("runtimes") && (Has("analyzers") || Has("tools"));

    /// <summary>The licence that it states: an SPDX expression, or the name of its terms.</summary>
    public string ReadLicence()
    {
        var file = Path.Combine(folder, $"{name.ToLowerInvariant()}.nuspec");
        var stated = XDocument.Load(file).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        if (stated?.Attribute("type")?.Value == "expression") return stated.Value;
        var terms = stated is null ? "" : ReadBeginning(Path.Combine(folder, stated.Value));
        if (terms.StartsWith("The MIT License (MIT)", StringComparison.Ordinal)) return "MIT";
        return KnownLicences.FindUnstated("nuget", name) ?? $"{name} states no licence that is known";
    }

    private bool Has(string part) => Directory.Exists(Path.Combine(folder, part));

    private static string ReadBeginning(string path)
    {
        using var text = new StreamReader(path);
        return text.ReadLine()?.Trim() ?? "";
    }

    private static string[] FindFolders()
    {
        var assets = Path.Combine(Snapshot.Root, "tests/SafeguardingMetrics.Tests/obj/project.assets.json");
        return [.. JsonNode.Parse(File.ReadAllText(assets))!["packageFolders"]!.AsObject().Select(root => root.Key)];
    }
}
