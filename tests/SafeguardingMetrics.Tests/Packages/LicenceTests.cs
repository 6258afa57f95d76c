using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Packages;

/// <summary>Under which licences others' work is used. That docs/licences.md lists it is a test of generated files.</summary>
[Category("Generated")]
public sealed class LicenceTests
{
    [Test]
    public void Every_package_is_open_source_or_is_named_with_the_reason() => Assert.That(
        PackageList.All
            .Where(package => !KnownLicences.IsOpen(package.Licence) && !KnownLicences.NotOpen.ContainsKey(package.Name))
            .Select(package => $"{package.Name} {package.Version}: {package.Licence}"),
        Is.Empty);

    [Test]
    public void What_is_not_open_source_is_used_for_nothing_but_what_its_reason_says()
    {
        var used = PackageList.All.Where(package => !KnownLicences.IsOpen(package.Licence)).ToList();

        Assert.That(used.Select(package => package.Name), Is.EquivalentTo(KnownLicences.NotOpen.Keys));
        foreach (var package in used) Assert.That(package.Use, Is.EqualTo(KnownLicences.NotOpen[package.Name].Use), package.Name);
    }

    [Test]
    public void What_is_said_of_a_package_that_states_no_licence_is_said_of_one_that_is_used() => Assert.That(
        KnownLicences.Unstated.Select(known => (known.Ecosystem, known.Name)),
        Is.SubsetOf(PackageList.All.Select(package => (package.Ecosystem, package.Name))));

    [Test]
    public void What_is_published_for_Linux_has_no_file_of_the_library_for_Windows()
    {
        var assets = System.Text.Json.Nodes.JsonNode.Parse(
            File.ReadAllText(Path.Combine(Snapshot.Root, "src/SafeguardingMetrics/obj/project.assets.json")))!;
        foreach (var platform in new[] { "linux-x64", "linux-arm64" })
        {
            var packages = assets["targets"]![$"net10.0/{platform}"]!.AsObject();
            var windows = packages.Single(package =>
                package.Key.StartsWith("Microsoft.Data.SqlClient.SNI.runtime/", StringComparison.Ordinal));
            Assert.That(windows.Value!.AsObject().Select(part => part.Key), Is.EqualTo(new[] { "type" }), platform);
        }
    }

    [TestCase("MIT", true)]
    [TestCase("MS-PL OR Apache-2.0", true)]
    [TestCase("(MIT OR CC0-1.0)", true)]
    [TestCase("GPL-3.0-only OR MIT", true)]
    [TestCase("GPL-3.0-only", false)]
    [TestCase("MIT AND GPL-3.0-only", false)]
    [TestCase("MIT AND BSD-3-Clause", true)]
    [TestCase("Microsoft's terms", false)]
    [TestCase("", false)]
    public void An_expression_is_open_where_it_leaves_a_choice_of_open_licences(string expression, bool isOpen) =>
        Assert.That(KnownLicences.IsOpen(expression), Is.EqualTo(isOpen));
}
