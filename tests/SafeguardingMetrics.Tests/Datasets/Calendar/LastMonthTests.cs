using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

public sealed class LastMonthTests
{
    [Test]
    public void The_last_month_of_all_is_a_period_too()
    {
        Assert.That(Period.TryParse("9999-12", out var period), Is.True);
        Assert.That(period, Is.EqualTo(new Period(new(9999, 12, 1), DateOnly.MaxValue)));
    }
}
