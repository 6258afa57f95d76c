using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>
/// Every package of the repository's lock files, with the licence that it states, and the files of others that are kept in
/// the repository. Nothing is asked of the network: what NuGet restored has the licences.
/// </summary>
internal static class PackageList
{
    private static readonly Lazy<IReadOnlyList<Package>> Listed = new(() =>
    [
        .. ListNuGet(),
        .. ListKept("src/SafeguardingMetrics/wwwroot/vendor", PackageUse.Shipped),
        .. ListKept("tests/SafeguardingMetrics.Tests/Pages/vendor", PackageUse.Tests),
        .. ListNpm(".ci/openapi/package-lock.json"),
    ]);

    /// <summary>All of them, by ecosystem and name.</summary>
    public static IReadOnlyList<Package> All => Listed.Value;

    private static IEnumerable<Package> ListNuGet()
    {
        var projects = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateDirectories(Path.Combine(Snapshot.Root, folder)))
            .Select(folder => (Folder: folder, Lock: Path.Combine(folder, "packages.lock.json")))
            .Where(project => File.Exists(project.Lock));
        // What is locked for one platform is locked for every platform too: those sections repeat, with the files of the platform.
        var locked =
            from project in projects
            from section in JsonNode.Parse(File.ReadAllText(project.Lock))!["dependencies"]!.AsObject()
            from entry in section.Value!.AsObject()
            where (string)entry.Value!["type"]! != "Project"
            let isOfProgram = Path.GetFileName(Path.GetDirectoryName(project.Folder)) == "src"
            select (Name: entry.Key, Version: (string)entry.Value["resolved"]!, Entry: entry.Value, IsOfProgram: isOfProgram);
        return locked.GroupBy(entry => (entry.Name, entry.Version))
            .OrderBy(package => package.Key.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(package => package.Key.Version, StringComparer.Ordinal)
            .Select(package =>
            {
                var restored = new RestoredPackage(package.Key.Name, package.Key.Version);
                var ofProgram = package.Where(entry => entry.IsOfProgram).ToList();
                var entries = ofProgram.Count > 0 ? ofProgram : [.. package];
                var use = ofProgram.Count == 0 ? PackageUse.Tests : restored.IsTool ? PackageUse.Build : PackageUse.Shipped;
                return new Package("nuget", package.Key.Name, package.Key.Version, use, restored.ReadLicence())
                {
                    Sha512 = (string?)entries[0].Entry["contentHash"],
                    IsDirect = entries.Any(entry => (string?)entry.Entry["type"] == "Direct"),
                    Needs =
                    [
                        .. entries.SelectMany(entry => entry.Entry["dependencies"]?.AsObject().Select(needed => needed.Key) ?? [])
                            .Distinct().Order(StringComparer.Ordinal),
                    ],
                };
            });
    }

    private static IEnumerable<Package> ListKept(string folder, PackageUse use) =>
        File.ReadLines(Path.Combine(Snapshot.Root, folder, "PROVENANCE.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' '))
            .GroupBy(line => (Name: line[0], Version: line[1], Licence: line[2]))
            .Select(package => new Package("npm", package.Key.Name, package.Key.Version, use, package.Key.Licence)
            {
                IsDirect = true,
                Files = [.. package.Select(line => ($"{folder}/{line[4]}", line[3]))],
            });

    private static IEnumerable<Package> ListNpm(string path)
    {
        const string Folder = "node_modules/";
        var locked = JsonNode.Parse(File.ReadAllText(Path.Combine(Snapshot.Root, path)))!["packages"]!.AsObject();
        return
            from entry in locked
            where entry.Key.Contains(Folder, StringComparison.Ordinal)
            let name = entry.Key[(entry.Key.LastIndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..]
            let version = (string)entry.Value!["version"]!
            let licence = (string?)entry.Value["license"] ?? KnownLicences.FindUnstated("npm", name) ?? $"{name} states no licence"
            group entry by (name, version, licence) into package
            orderby package.Key.name, package.Key.version
            select new Package("npm", package.Key.name, package.Key.version, PackageUse.Build, package.Key.licence);
    }
}
