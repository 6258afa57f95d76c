using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>A dataset as an agency fills it in.</summary>
internal abstract class RecordWriter
{
    public required string Dataset { get; init; }

    /// <summary>The body of one return, as its records stand on the day it is posted. The fault rate, 0 to 1, is the share of records made faulty.</summary>
    public abstract byte[] WriteBody(Exampleshire place, ScheduledReturn posting, double faultRate);
}

/// <summary>The form of one dataset: where its records come from, how one is written, and how it goes wrong.</summary>
internal sealed class RecordWriter<T> : RecordWriter
{
    /// <summary>A column of the sender's own that the dataset does not have (R05), in about one return of sixty.</summary>
    private const string StrayColumn = "systemRef";
    private const double ReturnsWithStrayColumn = 1 / 60.0;

    public required string[] Columns { get; init; }

    /// <summary>The things that a return tells of.</summary>
    public required Func<Exampleshire, ScheduledReturn, IEnumerable<T>> Records { get; init; }

    /// <summary>Writes one of them, knowing only what was known on the day given.</summary>
    public required Action<Row, T, DateOnly> Write { get; init; }

    public required InjectedError[] InjectedErrors { get; init; }

    public override byte[] WriteBody(Exampleshire place, ScheduledReturn posting, double faultRate)
    {
        var dice = SeededRandom.Create(place.Seed, $"{posting.Agency.Code}/{Dataset}/faults", posting.Period.To.DayNumber, posting.Period.From.DayNumber);
        var stray = faultRate > 0 && dice.NextBoolean(ReturnsWithStrayColumn);
        var row = new Row(stray ? [.. Columns, StrayColumn] : Columns);
        var body = SafeguardingMetrics.Simulator.Bodies.BodyFactory.Create(posting.Agency.Media, row.Columns);
        foreach (var record in Records(place, posting))
        {
            row.Clear();
            Write(row, record, posting.AsAt);
            if (stray)
                row.Text(StrayColumn, "LCS");
            if (dice.NextBoolean(faultRate))
                ApplyError(row, dice);
            for (var copy = 0; copy < row.Copies; copy++)
                body.Add(row);
        }
        return body.Finish();
    }

    private void ApplyError(Row row, SeededRandom dice)
    {
        // Not every mistake fits every record: begin anywhere and take the first that does.
        var first = dice.Between(0, InjectedErrors.Length - 1);
        for (var step = 0; step < InjectedErrors.Length; step++)
            if (InjectedErrors[(first + step) % InjectedErrors.Length](row, dice))
                return;
    }
}
