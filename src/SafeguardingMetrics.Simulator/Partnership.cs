using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator;

/// <summary>The agencies of Exampleshire, posting the returns that their systems would. The same settings give the same bytes.</summary>
public sealed class Partnership
{
    private static readonly TimeSpan AtLeastApart = TimeSpan.FromMilliseconds(1);

    /// <summary>Another seed is another county.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many agencies post, from 1: social care, health, police, then schools.</summary>
    public int Agencies { get; init; } = 3 + Agency.SchoolsUsually;

    /// <summary>How many times as many children, posts and incidents as usual; above 0.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The share of records that are made faulty, 0 to 1.</summary>
    public double FaultRate { get; init; } = 0.005;

    /// <summary>The returns posted on the days given, both included, by the London clock. Written one by one as they are asked for.</summary>
    /// <param name="from">The first day of posting.</param>
    /// <param name="to">The last day of posting: nothing in any body is later, and the trends in the figures end here.</param>
    /// <param name="nightlySince">
    /// A first of a month: what happened earlier arrives by the month, and only from <paramref name="from"/> on. Without it every night of the span is nightly.
    /// </param>
    public IEnumerable<SimulatedReturn> Returns(DateOnly from, DateOnly to, DateOnly? nightlySince = null)
    {
        var place = new Exampleshire(Seed, Scale, Math.Max(Agency.SchoolsUsually, Agencies - 3), to);
        foreach (var (posting, at) in Postings(from, to, nightlySince))
            yield return new()
            {
                Agency = posting.Agency.Code,
                Dataset = posting.Form.Dataset,
                Period = posting.Period.ToString(),
                ContentType = posting.Agency.Media,
                At = at,
                Body = posting.Form.WriteBody(place, posting, FaultRate),
            };
    }

    /// <summary>How many returns <see cref="Returns"/> gives, without writing them.</summary>
    public int Count(DateOnly from, DateOnly to, DateOnly? nightlySince = null) => Postings(from, to, nightlySince).Count();

    private IEnumerable<(ScheduledReturn Posting, DateTimeOffset At)> Postings(DateOnly from, DateOnly to, DateOnly? nightlySince)
    {
        // Played on its own, a span begins in the midst of things: its first returns may describe days before it.
        var rhythm = nightlySince is { } since ? new SubmissionCadence(from, since) : new SubmissionCadence(DateOnly.MinValue, DateOnly.MinValue);
        var timetable = new Timetable(Seed, rhythm, PoliceSystemMigration.Before(to));
        var agencies = Agency.First(Agencies);
        var last = DateTimeOffset.MinValue;
        for (var day = from; day <= to; day = day.AddDays(1))
            foreach (var posting in agencies.SelectMany(agency => timetable.ListPostings(agency, day)).OrderBy(posting => posting.Time))
            {
                var at = London.At(day, posting.Time);
                last = at > last ? at : last + AtLeastApart;
                yield return (posting, last);
            }
    }
}
