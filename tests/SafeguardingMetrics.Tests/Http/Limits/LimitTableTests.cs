using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Tests.Support;
using Range = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace SafeguardingMetrics.Tests.Http.Limits;

/// <summary>The table of limits in docs/operations.md, held to the type that has them.</summary>
[TestFixture]
public sealed partial class LimitTableTests
{
    [Test]
    public void The_operations_table_has_every_limit_with_its_default_and_its_range()
    {
        var unlessSet = new ServiceLimits();
        var expected = typeof(ServiceLimits).GetProperties().Select(limit =>
        {
            var range = limit.GetCustomAttribute<Range>()!;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Limits__{limit.Name} {limit.GetValue(unlessSet)} {range.Minimum} {range.Maximum}");
        });

        var written = File.ReadAllText(Path.Combine(Snapshot.Root, "docs/operations.md"));

        Assert.That(
            Row()
                .Matches(written)
                .Select(row =>
                    $"{row.Groups["name"].Value} {row.Groups["default"].Value} {row.Groups["least"].Value} {row.Groups["most"].Value}"),
            Is.EqualTo(expected));
    }

    [GeneratedRegex(@"^\| `(?<name>Limits__\w+)` \|.*\| (?<default>\d+) \| (?<least>\d+) to (?<most>\d+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
