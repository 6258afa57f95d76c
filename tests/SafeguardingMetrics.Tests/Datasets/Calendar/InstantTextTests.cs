using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

/// <summary>Instants as callers write them: with a zone, or as a clock in England shows them.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class InstantTextTests
{
    [TestCase("2026-07-01T00:30:00", "2026-06-30T23:30:00.000Z")]
    [TestCase("2026-01-01T00:30", "2026-01-01T00:30:00.000Z")]
    [TestCase("2026-07-01T00:30:00Z", "2026-07-01T00:30:00.000Z")]
    [TestCase("2026-07-01T00:30:00+01:00", "2026-06-30T23:30:00.000Z")]
    [TestCase("2026-07-01T00:30:00 01:00", "2026-06-30T23:30:00.000Z")]
    [TestCase("2026-07-01T00:30:00-0500", "2026-07-01T05:30:00.000Z")]
    [TestCase("2026-07-01T12:00:00.125", "2026-07-01T11:00:00.125Z")]
    [TestCase("2026-10-25T01:30:00", "2026-10-25T00:30:00.000Z", Description = "The clock shows it twice: the earlier.")]
    [TestCase("2026-10-25T02:00:00", "2026-10-25T02:00:00.000Z")]
    [TestCase("2026-03-29T00:59:59", "2026-03-29T00:59:59.000Z")]
    [TestCase("2026-03-29T02:00:00", "2026-03-29T01:00:00.000Z")]
    public void An_instant_is_read(string text, string instant)
    {
        Assert.That(Instant.TryParse(text, out var read, out var isSkipped), Is.True);
        Assert.That((Instant.Format(read), isSkipped), Is.EqualTo((instant, false)));
    }

    [TestCase("2026-03-29T01:00:00")]
    [TestCase("2026-03-29T01:59")]
    public void A_time_that_the_clock_skips_is_none(string text)
    {
        Assert.That(Instant.TryParse(text, out _, out var isSkipped), Is.False);
        Assert.That(isSkipped, Is.True);
    }

    [TestCase("2026-02-30T09:00:00")]
    [TestCase("2026-02-30T09:00:00Z")]
    [TestCase("2026-07-01T25:00:00Z")]
    [TestCase("2026-07-01T09")]
    [TestCase("01/07/2026T09:00")]
    [TestCase("today")]
    [TestCase("")]
    public void What_is_no_instant_is_refused(string text)
    {
        Assert.That(Instant.TryParse(text, out _, out var isSkipped), Is.False);
        Assert.That(isSkipped, Is.False);
    }
}
