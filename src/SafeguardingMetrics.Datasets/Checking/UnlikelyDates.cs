using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Finds dates that can hardly be (rule <c>R10</c>): of a child before conception or more than 26 years before receipt, of anybody more
/// than 70, any that is more than a year from the date it belongs to, and in a snapshot any after the day that it describes.
/// </summary>
internal sealed class UnlikelyDates<TRecord> where TRecord : class, new()
{
    private const int OldestOfChild = 26;
    private const int OldestOfAnybody = 70;
    private const int Pregnancy = 280;
    private const int Year = 366;
    private readonly (int Field, DateField<TRecord> Of, DateField<TRecord>? Near)[] dates;
    private readonly DateField<TRecord>? bornOn;
    private readonly int oldestInYears;
    private readonly int earliest;
    private readonly int? described;
    private readonly int latestBirth;

    /// <summary>Prepares the dates of a dataset.</summary>
    public UnlikelyDates(Dataset<TRecord> dataset, ReturnContext facts)
    {
        var all = dataset.Fields.Index().Where(field => field.Item is DateField<TRecord>)
            .Select(field => (Field: field.Index, Of: (DateField<TRecord>)field.Item)).ToList();
        bornOn = all.Select(field => field.Of).FirstOrDefault(field => !field.IsShown);
        oldestInYears = dataset.IsAboutChildren ? OldestOfChild : OldestOfAnybody;
        earliest = facts.ReceivedOn.Year > oldestInYears ? facts.ReceivedOn.AddYears(-oldestInYears).DayNumber : int.MinValue;
        if (dataset.Shape == DatasetShape.Snapshot) described = facts.DescribedOn.DayNumber;
        // Of a child not yet born the expected day is known, and no conception.
        latestBirth = facts.ReceivedOn.DayNumber;
        dates =
        [
            .. all.Where(field => field.Of.IsShown)
                .Select(field => (field.Field, field.Of, all.FirstOrDefault(other => other.Of.Column == field.Of.Near).Of)),
        ];
    }

    /// <summary>Calls <paramref name="doubt"/> with each field whose date is unlikely, and a sentence that says why.</summary>
    public void Check(TRecord record, in FieldSet unusable, Action<int, string> doubt)
    {
        foreach (var (field, of, near) in dates)
        {
            if (of.GetDay(record) is not { } day || unusable.Contains(field)) continue;
            if (day.DayNumber < earliest) doubt(field, $"{day:yyyy-MM-dd} is more than {oldestInYears} years before receipt.");
            else if (day.DayNumber > described && of.DaysAhead == 0)
                doubt(field, $"{day:yyyy-MM-dd} is after the day that the return describes.");
            else if (IsBeforeConception(day, record)) doubt(field, $"{day:yyyy-MM-dd} is before the child was conceived.");
            else if (near?.GetDay(record) is { } other && Math.Abs(day.DayNumber - other.DayNumber) > Year && other != default)
                doubt(field, $"{day:yyyy-MM-dd} is more than a year from {near.Name}.");
        }
    }

    private bool IsBeforeConception(DateOnly day, TRecord record) =>
        bornOn?.GetDay(record) is { } birth && birth.DayNumber <= latestBirth && day.DayNumber < birth.DayNumber - Pregnancy;
}
