using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Declared;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator;

/// <summary>Generates the returns of Exampleshire's agencies. Equal settings give equal bytes.</summary>
public sealed class Partnership
{
    private static readonly TimeSpan MinimumGap = TimeSpan.FromMilliseconds(1);

    /// <summary>The seed of all random numbers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The number of agencies, from 1, in this order: social care, health, police, schools.</summary>
    public int Agencies { get; init; } = 3 + Agency.SchoolsUsually;

    /// <summary>The factor of children, posts and incidents, above 0; 1 is the usual size.</summary>
    public double Scale { get; init; } = 1;

    /// <summary>The share of records with an injected error, 0 to 1.</summary>
    public double FaultRate { get; init; } = 0.005;

    /// <summary>
    /// True to draw the records of every dataset from its declaration, also of those that have a writer of their own.
    /// </summary>
    public bool FromDeclarations { get; init; }

    /// <summary>The names of the datasets whose records are drawn from their declarations.</summary>
    public IReadOnlyList<string> DrawnDatasets => [.. Drawn.Select(drawn => drawn.Declaration.Name)];

    private IReadOnlyList<DeclaredDataset> Drawn => FromDeclarations ? DeclaredDataset.All : DeclaredDataset.WithoutOwnWriter;

    /// <summary>
    /// The returns posted from one day to another, both included, by the clock in London. Each body is written when
    /// enumerated.
    /// </summary>
    /// <param name="from">The first day of posting.</param>
    /// <param name="to">The last day of posting. Nothing in any body is later, and the trends end on this day.</param>
    /// <param name="nightlySince">
    /// The first of a month: earlier months are back-loaded, from <paramref name="from"/> on. Null for nightly returns
    /// only.
    /// </param>
    public IEnumerable<SimulatedReturn> Returns(DateOnly from, DateOnly to, DateOnly? nightlySince = null)
    {
        var county = new Exampleshire(Seed, Scale, Math.Max(Agency.SchoolsUsually, Agencies - 3), to);
        foreach (var (posting, at) in ListReturns(from, to, nightlySince))
            yield return new()
            {
                Agency = posting.Agency.Code,
                Dataset = posting.Writer.Dataset,
                Period = posting.Period.ToString(),
                ContentType = posting.Agency.Media,
                At = at,
                Body = posting.Writer.WriteBody(county, posting, FaultRate),
            };
    }

    /// <summary>The number of returns of <see cref="Returns"/>, without writing them.</summary>
    public int Count(DateOnly from, DateOnly to, DateOnly? nightlySince = null) => ListReturns(from, to, nightlySince).Count();

    private IEnumerable<(ScheduledReturn Posting, DateTimeOffset At)> ListReturns(DateOnly from, DateOnly to, DateOnly? nightlySince)
    {
        // Without a back-load the first returns may describe days before the span.
        var cadence = nightlySince is { } since
            ? new SubmissionCadence(from, since)
            : new SubmissionCadence(DateOnly.MinValue, DateOnly.MinValue);
        var timetable = new Timetable(Seed, cadence, PoliceSystemMigration.Before(to));
        var declared = new DeclaredTimetable(Seed, cadence, Drawn);
        var agencies = Agency.First(Agencies);
        var last = DateTimeOffset.MinValue;
        for (var day = from; day <= to; day = day.AddDays(1))
            foreach (var posting in agencies
                .SelectMany(agency => (FromDeclarations ? [] : timetable.ListPostings(agency, day))
                    .Concat(declared.ListPostings(agency, day)))
                .OrderBy(posting => posting.Time))
            {
                var at = London.At(day, posting.Time);
                last = at > last ? at : last + MinimumGap;
                yield return (posting, last);
            }
    }
}
