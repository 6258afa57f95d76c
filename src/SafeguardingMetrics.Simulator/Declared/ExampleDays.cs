using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>How many days lie between the days that a dataset's examples name.</summary>
internal sealed class ExampleDays
{
    /// <summary>A case begins at most this many days before the day that an example snapshot describes.</summary>
    private const int LongestCase = 400;

    /// <summary>Reads the examples of the dataset's fields.</summary>
    public ExampleDays(Dataset dataset)
    {
        var end = Read(dataset.ExamplePeriod.Split('/')[^1]) ?? throw new FormatException(dataset.ExamplePeriod);
        BeganOn = dataset.CountedOnField is { } countedOn
            ? Read(countedOn.Example) ?? end
            : dataset.FieldList
                .Where(field => field is { Type: FieldType.Date, IsShown: true })
                .Select(field => Read(field.Example))
                .OfType<DateOnly>()
                .Where(day => day <= end && day >= end.AddDays(-LongestCase))
                .DefaultIfEmpty(end)
                .Min();
    }

    /// <summary>The day from which the others are counted, as <see cref="RecordIdentity.BeganOn"/> of a record.</summary>
    public DateOnly BeganOn { get; }

    /// <summary>How many days the example of a field lies after <see cref="BeganOn"/>; below 0 before it.</summary>
    public int GetDistance(Field field) => Read(field.Example) is { } day ? day.DayNumber - BeganOn.DayNumber : 0;

    private static DateOnly? Read(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
