using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Tests.Datasets.Indicators;

/// <summary>
/// What a record counts for changes with the day of receipt only while the dataset calls it open (OpenUntil), and only within
/// the days that it names (JudgedWithinDays): otherwise a return of changes would not judge it again.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class OpenRecordTests
{
    // Christmas, Easter and the weekends around them.
    private static readonly DateOnly[] Days =
    [
        .. new[] { new DateOnly(2025, 12, 22), new DateOnly(2026, 3, 31) }
            .SelectMany(first => Enumerable.Range(0, 8).Select(first.AddDays)),
    ];

    [Test]
    public void Only_records_that_are_called_open_count_otherwise_on_a_later_day_of_receipt()
    {
        var changed = DatasetCatalogue.All.Sum(dataset => dataset.Accept(new Walk()));
        Assert.That(changed, Is.GreaterThan(100), "open records whose limit passes, of every dataset of events");
    }

    private sealed class Walk : IDatasetVisitor<int>
    {
        public int Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var days = typeof(TRecord).GetProperties()
                .Where(property => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(DateOnly))
                .ToList();
            var optional = days.Where(property => property.PropertyType == typeof(DateOnly?)).ToList();
            var changed = 0;
            foreach (var first in Days)
                foreach (var other in optional.Append(null))
                    foreach (var gap in new[] { 0, 1, 5, 30 })
                    {
                        var record = new TRecord();
                        foreach (var day in days.Except(optional)) day.SetValue(record, first);
                        other?.SetValue(record, first.AddDays(gap));
                        changed += Check(dataset, record, first);
                    }

            return changed;
        }

        // From before the days of the record to long after them.
        private static int Check<TRecord>(Dataset<TRecord> dataset, TRecord record, DateOnly first) where TRecord : class, new()
        {
            var changed = 0;
            var isOpen = dataset.OpenUntilField is { } field && typeof(TRecord).GetProperty(field.Column)!.GetValue(record) is null;
            for (var i = -10; i < 120; i++)
            {
                var before = new ReturnContext("EXAMPLE", first, first, first.AddDays(i));
                var counted = dataset.GetCountedOn(record, before);
                foreach (var indicator in dataset.MeasuredIndicators.OfType<Indicator<TRecord>>())
                {
                    if (Measure(indicator, before) == Measure(indicator, before with { ReceivedOn = first.AddDays(i + 1) })) continue;
                    changed++;
                    Assert.That(isOpen, Is.True, $"{indicator.Code} depends on the day of receipt: {dataset.Name} needs OpenUntil");
                    Assert.That(
                        before.ReceivedOn, Is.LessThan(counted.AddDays(dataset.JudgedWithinDays)), $"{indicator.Code}: JudgedWithinDays");
                }
            }

            return changed;

            Measure? Measure(Indicator<TRecord> indicator, ReturnContext facts) =>
                indicator.TryMeasure(record, facts, out var measure) ? measure : null;
        }
    }
}
