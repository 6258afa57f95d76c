using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>The table of thresholds in docs/operations.md, held to the type that has them.</summary>
public sealed partial class HoldingTableTests
{
    [Test]
    public void The_operations_table_has_every_threshold_with_its_default_and_its_range()
    {
        var unlessSet = new HoldingThresholds();
        var expected = typeof(HoldingThresholds).GetProperties().Select(threshold =>
        {
            var range = threshold.GetCustomAttribute<System.ComponentModel.DataAnnotations.RangeAttribute>()!;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Holding__{threshold.Name} {threshold.GetValue(unlessSet)} {range.Minimum} {range.Maximum}");
        });

        var written = Row().Matches(File.ReadAllText(Path.Combine(Snapshot.Root, "docs/operations.md"))).Select(row =>
            $"{row.Groups["name"].Value} {row.Groups["default"].Value} {row.Groups["least"].Value} {row.Groups["most"].Value}");

        Assert.That(written, Is.EqualTo(expected));
    }

    [GeneratedRegex(@"^\| `(?<name>Holding__\w+)` \|.*\| (?<default>\d+) \| (?<least>\d+) to (?<most>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
