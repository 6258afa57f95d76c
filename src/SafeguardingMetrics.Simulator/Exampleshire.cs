using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Schools;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator;

/// <summary>The simulated county: its workers, its known children and all events of their cases.</summary>
/// <remarks>All events are generated at once. A return selects some of them, as they were known on one day.</remarks>
internal sealed class Exampleshire
{
    /// <summary>
    /// Posts and school places are simulated from this day for every span, so that workers and pupils stay the same.
    /// </summary>
    public static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>
    /// Cases last for years: the simulation begins this many years before the last, for a realistic mixture on each
    /// simulated day.
    /// </summary>
    private const int YearsBefore = 5;

    /// <param name="seed">The seed of all random numbers.</param>
    /// <param name="scale">The factor of children, posts and incidents; 1 is the usual size.</param>
    /// <param name="schools">The number of schools, at least one in each locality.</param>
    /// <param name="through">The last simulated day.</param>
    public Exampleshire(int seed, double scale, int schools, DateOnly through)
    {
        (Seed, Scale, Through) = (seed, scale, through);
        Since = new DateOnly(through.Year - YearsBefore, 1, 1);
        Trend = new SeasonalTrend(through.AddMonths(-4));
        PoliceMigration = PoliceSystemMigration.Before(through);
        Posts = new Establishment(this);
        Cases = [.. CaseRegister.CreateAll(this)];
        CasesByOpening = new(Cases, open => open.OpenedOn);
        Visits = new(Cases.SelectMany(open => Visit.CreateAll(open, this)), visit => visit.DueOn);
        Meetings = new(Cases.SelectMany(open => StrategyMeeting.CreateAll(open, this)), meeting => meeting.NeededOn);
        HealthAssessments = new(Cases.SelectMany(open => HealthAssessment.CreateAll(open, this)), assessment => assessment.DueOn);
        Notifications = new(Incidents.CreateAll(this), notification => notification.IncidentOn);
        Roll = new SchoolRoll(this, schools);
    }

    public int Seed { get; }
    public double Scale { get; }
    public DateOnly Since { get; }
    public DateOnly Through { get; }
    public SeasonalTrend Trend { get; }
    public PoliceSystemMigration PoliceMigration { get; }
    public Establishment Posts { get; }
    public Case[] Cases { get; }
    public DayIndex<Case> CasesByOpening { get; }
    public DayIndex<Visit> Visits { get; }
    public DayIndex<StrategyMeeting> Meetings { get; }
    public DayIndex<HealthAssessment> HealthAssessments { get; }
    public DayIndex<PoliceNotification> Notifications { get; }
    public SchoolRoll Roll { get; }

    public int Scaled(int usual) => (int)Math.Ceiling(usual * Scale);
}
