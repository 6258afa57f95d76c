using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Benchmarks;

namespace SafeguardingMetrics.Tests.Indicators.Benchmarks;

[TestFixture]
public sealed class QuartileTests
{
    // Worked by hand from the definition: place (n - 1)p.
    [TestCase("1 2 3 4", 1.75, 2.5, 3.25)]
    [TestCase("1 2 3 4 5", 2, 3, 4)]
    [TestCase("5 3 1 4 2", 2, 3, 4)]
    [TestCase("10 20 30 40 50 60", 22.5, 35, 47.5)]
    [TestCase("7 7 7 7", 7, 7, 7)]
    [TestCase("0 0 0 100", 0, 0, 25)]
    public void Quartiles_are_R_s_type_7(string values, decimal lower, decimal median, decimal upper) =>
        Assert.That(Quartiles.FromValues(Numbers(values)), Is.EqualTo(new Quartiles(lower, median, upper)));

    [TestCase("")]
    [TestCase("1")]
    [TestCase("1 2 3")]
    public void Of_fewer_than_four_values_there_are_none(string values) => Assert.That(Quartiles.FromValues(Numbers(values)), Is.Null);

    /// <summary>
    /// Hyndman and Fan define type 7 by the places p(k) = (k - 1) / (n - 1) of the sorted values, and straight lines
    /// between them.
    /// </summary>
    [Test]
    public void A_quantile_is_on_the_straight_lines_through_the_sorted_values_at_equal_steps([Range(1, 300)] int seed)
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(-1000, 1000) / 10m).ToList();
        var sorted = values.Order().ToList();
        for (var k = 0; k < sorted.Count - 1; k++)
        {
            // Between the k-th value, at p = k / (n - 1), and the next: weights that are exact in fractions of 64.
            var weight = random.Next(0, 65) / 64m;
            var p = (k + weight) / (sorted.Count - 1);
            var expected = sorted[k] * (1 - weight) + sorted[k + 1] * weight;
            Assert.That(Math.Abs(Quartiles.Quantile(values, p) - expected), Is.LessThan(0.000000000000001m), $"{k} {weight}");
        }

        Assert.That(Quartiles.Quantile(values, 0), Is.EqualTo(sorted[0]));
        Assert.That(Quartiles.Quantile(values, 1), Is.EqualTo(sorted[^1]));
    }

    [TestCase(Polarity.Low, 0, "A")]
    [TestCase(Polarity.Low, 2, "A")]
    [TestCase(Polarity.Low, 2.1, "B")]
    [TestCase(Polarity.Low, 3, "B")]
    [TestCase(Polarity.Low, 3.1, "C")]
    [TestCase(Polarity.Low, 4, "C")]
    [TestCase(Polarity.Low, 4.1, "D")]
    [TestCase(Polarity.High, 4.1, "A")]
    [TestCase(Polarity.High, 4, "B")]
    [TestCase(Polarity.High, 3.1, "B")]
    [TestCase(Polarity.High, 3, "C")]
    [TestCase(Polarity.High, 2.1, "C")]
    [TestCase(Polarity.High, 2, "D")]
    [TestCase(Polarity.High, 0, "D")]
    public void On_an_edge_the_better_band_is_given_where_lower_is_better_and_the_worse_where_higher_is(
        Polarity polarity, decimal value, string band) =>
        Assert.That(Quartiles.FromValues(Numbers("1 2 3 4 5"))!.GetBand(value, polarity), Is.EqualTo(band));

    private static IReadOnlyList<decimal> Numbers(string values) =>
        [
            .. values
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(value => decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)),
        ];
}
