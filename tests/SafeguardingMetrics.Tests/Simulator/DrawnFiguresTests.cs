using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Simulator;

/// <summary>The service's figures of records that the simulator drew from declarations.</summary>
[Category("Slow")]
public sealed class DrawnFiguresTests
{
    [Test]
    public async Task Every_indicator_has_figures_and_nearly_all_count_some_cases_and_not_others()
    {
        await using var service = new TestService();
        foreach (var drawn in DrawnReturns.All)
        {
            service.Clock.SetUtcNow(drawn.At);
            var answer = await DrawnReturns.Post(service, drawn);
            // 200: a month to date that was the whole month is posted once more when it is settled.
            Assert.That((int)answer.Status, Is.AnyOf(200, 201), answer.Text);
            Assert.That((int)answer.Json["records"]!["rejected"]!, Is.Zero, answer.Text);
        }

        var (all, mixed) = (0, new List<string>());
        foreach (var indicator in IndicatorCatalogue.All)
        {
            var months = await service.Values(indicator.Code, "from=2026-12-01&to=2027-03-21&interval=month");
            var denominator = months.Sum(row => (decimal?)row!["denominator"] ?? 0);
            var numerator = months.Sum(row => (decimal?)row!["numerator"] ?? 0);
            Assert.That(denominator, Is.GreaterThan(0), indicator.Code);
            all++;
            if (numerator > 0 && numerator != denominator) mixed.Add(indicator.Code);
        }

        // What an indicator asks of several fields at once may be met by no record that is drawn field by field.
        Assert.That(mixed, Has.Count.GreaterThan(0.9 * all), string.Join(", ", mixed));
    }
}
