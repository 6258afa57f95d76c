using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>Writes the bodies of one dataset's returns.</summary>
internal abstract class RecordWriter
{
    public required string Dataset { get; init; }

    /// <summary>
    /// Writes the body of one return with its records as known on the day of posting. The fault rate, 0 to 1, is the
    /// share of records with an injected error.
    /// </summary>
    public abstract byte[] WriteBody(Exampleshire county, ScheduledReturn posting, double faultRate);
}

/// <summary>
/// Describes one dataset: the source of its records, how a record is written, and the errors to inject.
/// </summary>
internal sealed class RecordWriter<T> : RecordWriter
{
    /// <summary>A column that the dataset does not have (R05), in about one return of sixty.</summary>
    private const string UnknownColumn = "systemRef";
    private const double ReturnsWithUnknownColumn = 1 / 60.0;

    public required string[] Columns { get; init; }

    /// <summary>The records of a return.</summary>
    public required Func<Exampleshire, ScheduledReturn, IEnumerable<T>> Records { get; init; }

    /// <summary>Writes a record as it was known on the given day.</summary>
    public required Action<Row, T, DateOnly> Write { get; init; }

    public required InjectedError[] InjectedErrors { get; init; }

    public override byte[] WriteBody(Exampleshire county, ScheduledReturn posting, double faultRate)
    {
        var random = SeededRandom.Create(
            county.Seed, $"{posting.Agency.Code}/{Dataset}/faults", posting.Period.To.DayNumber, posting.Period.From.DayNumber);
        var hasUnknownColumn = faultRate > 0 && random.NextBoolean(ReturnsWithUnknownColumn);
        var row = new Row(hasUnknownColumn ? [.. Columns, UnknownColumn] : Columns);
        var body = SafeguardingMetrics.Simulator.Bodies.BodyFactory.Create(posting.Agency.Media, row.Columns);
        foreach (var record in Records(county, posting))
        {
            row.Clear();
            Write(row, record, posting.AsAt);
            if (hasUnknownColumn)
                row.Text(UnknownColumn, "LCS");
            if (random.NextBoolean(faultRate))
                ApplyError(row, random);
            for (var copy = 0; copy < row.Copies; copy++)
                body.Add(row);
        }
        return body.Finish();
    }

    private void ApplyError(Row row, SeededRandom random)
    {
        // Not every error fits every record: begin at a random one and take the first that fits.
        var first = random.Between(0, InjectedErrors.Length - 1);
        for (var step = 0; step < InjectedErrors.Length; step++)
            if (InjectedErrors[(first + step) % InjectedErrors.Length](row, random))
                return;
    }
}
