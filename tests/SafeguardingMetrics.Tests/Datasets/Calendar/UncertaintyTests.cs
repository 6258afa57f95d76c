using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

public class UncertaintyTests
{
    // Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Statistics in Medicine 17,
    // table I, method 3.
    [TestCase(81, 263, 25.53, 36.62)]
    [TestCase(15, 148, 6.24, 16.05)]
    [TestCase(0, 20, 0, 16.11)]
    [TestCase(1, 29, 0.61, 17.18)]
    public void The_interval_is_the_published_one(int numerator, int denominator, decimal lower, decimal upper)
    {
        var (low, high) = Uncertainty.Wilson(numerator, denominator);

        Assert.That(low, Is.EqualTo(lower).Within(0.005m));
        Assert.That(high, Is.EqualTo(upper).Within(0.005m));
    }

    [Test]
    public void It_holds_the_percentage_and_lies_between_nought_and_a_hundred()
    {
        for (var denominator = 1; denominator <= 60; denominator++)
        {
            for (var numerator = 0; numerator <= denominator; numerator++)
            {
                var (low, high) = Uncertainty.Wilson(numerator, denominator);

                Assert.That(low, Is.InRange(0m, 100m * numerator / denominator));
                Assert.That(high, Is.InRange(100m * numerator / denominator, 100m));
            }
        }
    }

    [Test]
    public void All_of_them_mirrors_none_of_them()
    {
        var (low, high) = Uncertainty.Wilson(20, 20);

        Assert.That(low, Is.EqualTo(100 - 16.11m).Within(0.005m));
        Assert.That(high, Is.EqualTo(100m));
    }
}
