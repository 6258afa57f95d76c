using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Simulator;

/// <summary>The service's figures of records that the simulator drew from declarations.</summary>
public sealed class DrawnFiguresTests
{
    [Test]
    public async Task Every_indicator_has_figures_and_some_of_its_cases_meet_what_it_counts_and_some_do_not()
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

        using (Assert.EnterMultipleScope())
        {
            foreach (var indicator in IndicatorCatalogue.All)
            {
                var months = await service.Values(indicator.Code, "from=2026-12-01&to=2027-03-21&interval=month");
                var denominator = months.Sum(row => (decimal?)row!["denominator"] ?? 0);
                var numerator = months.Sum(row => (decimal?)row!["numerator"] ?? 0);
                Assert.That(denominator, Is.GreaterThan(20), indicator.Code);
                Assert.That(numerator, Is.GreaterThan(0).And.Not.EqualTo(denominator), indicator.Code);
            }
        }
    }
}
