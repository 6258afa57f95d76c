using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using SafeguardingMetrics.App;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>The bill of materials of the published program: CycloneDX 1.6, in JSON.</summary>
internal static class BillOfMaterials
{
    private const string Program = "SafeguardingMetrics";

    /// <summary>Writes it.</summary>
    /// <param name="at">When.</param>
    public static JsonObject Create(DateTimeOffset at)
    {
        var shipped = PackageList.All.Where(package => package.Use == PackageUse.Shipped).ToList();
        var byName = shipped.ToDictionary(package => package.Name, StringComparer.OrdinalIgnoreCase);
        var version = typeof(Service).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return new()
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["serialNumber"] = $"urn:uuid:{Guid.CreateVersion7()}",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["bom-ref"] = Program,
                    ["name"] = Program,
                    ["version"] = version,
                },
            },
            ["components"] = new JsonArray([.. shipped.Select(CreateComponent)]),
            ["dependencies"] = new JsonArray(
            [
                CreateDependency(Program, shipped.Where(package => package.IsDirect).Select(package => package.Url)),
                .. shipped.Select(package => CreateDependency(
                    package.Url, package.Needs.Where(byName.ContainsKey).Select(name => byName[name].Url))),
            ]),
        };
    }

    private static JsonObject CreateComponent(Package package)
    {
        var component = new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = package.Url,
            ["name"] = package.Name,
            ["version"] = package.Version,
        };
        if (package.Sha512 is { } hash)
            component["hashes"] = new JsonArray(CreateHash("SHA-512", Convert.ToHexStringLower(Convert.FromBase64String(hash))));
        component["licenses"] = new JsonArray(CreateLicence(package.Licence));
        component["purl"] = package.Url;
        if (package.Files.Count > 0)
            component["components"] = new JsonArray([.. package.Files.Select(file => new JsonObject
            {
                ["type"] = "file",
                ["name"] = file.Path,
                ["hashes"] = new JsonArray(CreateHash("SHA-256", file.Sha256)),
            })]);
        return component;
    }

    // An identifier where it is one, an expression where it is several, and a name for what is no licence of SPDX's list.
    private static JsonObject CreateLicence(string licence) => KnownLicences.Open.Contains(licence)
        ? new() { ["license"] = new JsonObject { ["id"] = licence } }
        : KnownLicences.IsOpen(licence)
            ? new() { ["expression"] = licence }
            : new() { ["license"] = new JsonObject { ["name"] = licence } };

    private static JsonObject CreateHash(string algorithm, string content) => new() { ["alg"] = algorithm, ["content"] = content };

    private static JsonObject CreateDependency(string of, IEnumerable<string> on) => new()
    {
        ["ref"] = of,
        ["dependsOn"] = new JsonArray([.. on.Distinct().Order(StringComparer.Ordinal).Select(url => JsonValue.Create(url))]),
    };
}
