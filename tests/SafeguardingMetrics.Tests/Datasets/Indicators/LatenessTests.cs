using System.Reflection;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Tests.Datasets.Indicators;

/// <summary>
/// No record is late and late by no day: beside each on-time share the length of time of a late record is at least 1
/// working day.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class LatenessTests
{
    // Easter 2026 with its two bank holidays, and the weekends around it.
    private static readonly DateOnly[] Days = [.. Enumerable.Range(0, 21).Select(new DateOnly(2026, 3, 27).AddDays)];

    [Test]
    public void No_late_record_is_late_by_no_day_in_any_dataset()
    {
        var walked = DatasetCatalogue.All.Sum(dataset => dataset.Accept(new Walk()));
        Assert.That(walked, Is.GreaterThan(300), "late records, of every dataset that has both figures");
    }

    [Test]
    public void Each_length_of_time_beside_an_on_time_share_names_it_and_says_so_in_its_limits()
    {
        var visits = IndicatorCatalogue.Find("visit-lateness")!;
        Assert.That(visits.Limitations, Does.Contain("at least 1 working day"));
        Assert.That(visits.Version, Is.EqualTo(2), "stored cells are worked out again");
    }

    private sealed class Walk : IDatasetVisitor<int>
    {
        public int Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var late = 0;
            var facts = new ReturnContext("EXAMPLE", Days[0], Days[^1], Days[^1].AddYears(1));
            foreach (var duration in dataset.Indicators.OfType<Duration<TRecord>>())
                foreach (var share in dataset.Indicators.OfType<Share<TRecord>>()
                    .Where(share => share.Code.EndsWith("-on-time", StringComparison.Ordinal)))
                    foreach (var record in ListRecords<TRecord>())
                    {
                        if (!duration.TryMeasure(record, facts, out var length)) continue;
                        if (!share.TryMeasure(record, facts, out var measure) || measure.Numerator > 0) continue;
                        late++;
                        Assert.That(length.Amount, Is.GreaterThanOrEqualTo(1), $"{duration.Code} of a record that {share.Code} calls late");
                    }

            return late;
        }

        // Records with each pair of days in each pair of the record's fields of days.
        private static IEnumerable<TRecord> ListRecords<TRecord>() where TRecord : class, new()
        {
            var fields = typeof(TRecord).GetProperties()
                .Where(field => (Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType) == typeof(DateOnly)).ToList();
            foreach (var first in fields)
                foreach (var second in fields.Where(field => field != first))
                    foreach (var from in Days)
                        foreach (var to in Days.Where(day => day >= from))
                            yield return Create<TRecord>((first, from), (second, to));
        }

        private static TRecord Create<TRecord>(params (PropertyInfo Field, DateOnly Day)[] days) where TRecord : class, new()
        {
            var record = new TRecord();
            foreach (var (field, day) in days) field.SetValue(record, day);
            return record;
        }
    }
}
