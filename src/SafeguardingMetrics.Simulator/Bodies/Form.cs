using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>A dataset as an agency fills it in.</summary>
internal abstract class Form
{
    public required string Dataset { get; init; }

    /// <summary>The body of one return, as its records stand on the day it is posted. The fault rate, 0 to 1, is the share of records made faulty.</summary>
    public abstract byte[] Body(Exampleshire place, Posting posting, double faultRate);
}

/// <summary>The form of one dataset: where its records come from, how one is written, and how it goes wrong.</summary>
internal sealed class Form<T> : Form
{
    /// <summary>A column of the sender's own that the dataset does not have (R05), in about one return of sixty.</summary>
    private const string StrayColumn = "systemRef";
    private const double ReturnsWithStrayColumn = 1 / 60.0;

    public required string[] Columns { get; init; }

    /// <summary>The things that a return tells of.</summary>
    public required Func<Exampleshire, Posting, IEnumerable<T>> Records { get; init; }

    /// <summary>Writes one of them, knowing only what was known on the day given.</summary>
    public required Action<Row, T, DateOnly> Write { get; init; }

    public required Fault[] Faults { get; init; }

    public override byte[] Body(Exampleshire place, Posting posting, double faultRate)
    {
        var dice = Dice.For(place.Seed, $"{posting.Agency.Code}/{Dataset}/faults", posting.Period.To.DayNumber, posting.Period.From.DayNumber);
        var stray = faultRate > 0 && dice.Chance(ReturnsWithStrayColumn);
        var row = new Row(stray ? [.. Columns, StrayColumn] : Columns);
        var body = SafeguardingMetrics.Simulator.Bodies.Body.In(posting.Agency.Media, row.Columns);
        foreach (var record in Records(place, posting))
        {
            row.Clear();
            Write(row, record, posting.AsAt);
            if (stray)
                row.Text(StrayColumn, "LCS");
            if (dice.Chance(faultRate))
                Spoil(row, dice);
            for (var copy = 0; copy < row.Copies; copy++)
                body.Add(row);
        }
        return body.Finish();
    }

    private void Spoil(Row row, Dice dice)
    {
        // Not every mistake fits every record: begin anywhere and take the first that does.
        var first = dice.Between(0, Faults.Length - 1);
        for (var step = 0; step < Faults.Length; step++)
            if (Faults[(first + step) % Faults.Length](row, dice))
                return;
    }
}
