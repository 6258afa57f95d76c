using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Tests.Schedule;

public sealed class QualityBandTests
{
    private static readonly FigureCoverage Whole = new(
        AgenciesExpected: 8,
        AgenciesReported: 8,
        PeriodsDue: 100,
        PeriodsCovered: 100,
        RecordsReceived: 1000,
        RecordsRejected: 0,
        RecordsQueried: 0);

    [Test]
    public void Each_threshold_is_reached_exactly_and_missed_by_one()
    {
        Assert.Multiple(() =>
        {
            Assert.That(QualityBand.FromCoverage(Whole), Is.EqualTo("good"));
            Assert.That(QualityBand.FromCoverage(Whole with { AgenciesReported = 7 }), Is.EqualTo("fair"));
            Assert.That(QualityBand.FromCoverage(Whole with { AgenciesReported = 6 }), Is.EqualTo("fair"));
            Assert.That(QualityBand.FromCoverage(Whole with { AgenciesReported = 5 }), Is.EqualTo("poor"));
            Assert.That(QualityBand.FromCoverage(Whole with { PeriodsCovered = 95 }), Is.EqualTo("good"));
            Assert.That(QualityBand.FromCoverage(Whole with { PeriodsCovered = 94 }), Is.EqualTo("fair"));
            Assert.That(QualityBand.FromCoverage(Whole with { PeriodsCovered = 74 }), Is.EqualTo("poor"));
            Assert.That(QualityBand.FromCoverage(Whole with { RecordsRejected = 20, RecordsQueried = 30 }), Is.EqualTo("good"));
            Assert.That(QualityBand.FromCoverage(Whole with { RecordsRejected = 21, RecordsQueried = 30 }), Is.EqualTo("fair"));
            Assert.That(QualityBand.FromCoverage(Whole with { RecordsRejected = 151 }), Is.EqualTo("poor"));
        });
    }

    [Test]
    public void Without_a_schedule_or_records_nothing_is_lacking_and_without_a_report_there_is_no_mark()
    {
        Assert.That(QualityBand.FromCoverage(new FigureCoverage(1, 1, 0, 0, 0, 0, 0)), Is.EqualTo("good"));
        Assert.That(QualityBand.FromCoverage(new FigureCoverage(8, 0, 4, 0, 0, 0, 0)), Is.Null);
    }
}
