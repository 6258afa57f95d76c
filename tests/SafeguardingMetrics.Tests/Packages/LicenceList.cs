using SafeguardingMetrics.Tests.Generated;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>Writes <c>docs/licences.md</c>.</summary>
internal static class LicenceList
{
    private const string Beginning = """
        # Licences

        Every package that the program is made of, or is built, checked or tested with, down to those that only other packages
        need: what the lock files name. This page is written from the lock files and from what each package says of itself; a test
        fails where the two differ, and where a licence is none of those in
        `tests/SafeguardingMetrics.Tests/Packages/KnownLicences.cs`. The bill of materials that `.ci/run` writes to
        `artifacts/sbom.json` is made from the same list.

        *Shipped* is part of the published program. *Build* is needed to build or check it, *tests* by its tests and benchmarks; neither is
        passed on. Safeguarding Metrics itself is under the licence in `LICENSE`. .NET and ASP.NET Core, on which it runs, are MIT.
        The image's other parts, and SQL Server, have licences of their own.

        """;

    /// <summary>The page.</summary>
    public static GeneratedFile Create() => new("docs/licences.md", string.Join('\n', Write()) + "\n");

    private static IEnumerable<string> Write()
    {
        yield return Beginning;
        yield return "## Not open source";
        yield return "";
        yield return "| package | version | use | why it is used |";
        yield return "|---|---|---|---|";
        foreach (var package in PackageList.All.Where(package => !KnownLicences.IsOpen(package.Licence)))
            yield return $"| {package.Name} | {package.Version} | {Word(package.Use)} | {Why(package)} |";
        yield return "";
        yield return "## Licences that a package does not state";
        yield return "";
        yield return "| package | licence | where it stands |";
        yield return "|---|---|---|";
        foreach (var (_, name, licence, where) in KnownLicences.Unstated) yield return $"| {name} | {licence} | {where} |";
        foreach (var (title, ecosystem) in new[] { ("NuGet", "nuget"), ("npm", "npm") })
        {
            yield return "";
            yield return $"## {title}";
            yield return "";
            yield return "| package | version | licence | use |";
            yield return "|---|---|---|---|";
            foreach (var package in PackageList.All.Where(package => package.Ecosystem == ecosystem).OrderBy(package => package.Use))
                yield return $"| {package.Name} | {package.Version} | {package.Licence} | {Word(package.Use)} |";
        }
    }

    private static string Why(Package package) =>
        KnownLicences.NotOpen.TryGetValue(package.Name, out var known) ? known.Why : "nobody has said why";

    private static string Word(PackageUse use) => use switch
    {
        PackageUse.Shipped => "shipped",
        PackageUse.Build => "build",
        _ => "tests",
    };
}
