using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Schools;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator;

/// <summary>Everything that happens in the made-up county: who works there, which children are known, what befalls them.</summary>
/// <remarks>It happens whether or not it is told: a return looks at a part of it, as it was known on one day.</remarks>
internal sealed class Exampleshire
{
    /// <summary>Posts and school places are told from here, whatever span is asked for, so that their people stay the same.</summary>
    public static readonly DateOnly Founded = new(2000, 1, 1);

    /// <summary>Cases last for years: so many before the last are lived through first, for a natural mixture on any day told of.</summary>
    private const int YearsBefore = 5;

    /// <param name="seed">Another seed is another county.</param>
    /// <param name="scale">How many times as many children, posts and incidents as usual.</param>
    /// <param name="schools">How many schools there are, at least one a quadrant.</param>
    /// <param name="through">The last day told of.</param>
    public Exampleshire(int seed, double scale, int schools, DateOnly through)
    {
        (Seed, Scale, Through) = (seed, scale, through);
        Since = new DateOnly(through.Year - YearsBefore, 1, 1);
        Trend = new SeasonalTrend(through.AddMonths(-4));
        PoliceSystemMove = PoliceSystemMigration.Before(through);
        Posts = new Establishment(this);
        Cases = [.. CaseRegister.CreateAll(this)];
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
    public PoliceSystemMigration PoliceSystemMove { get; }
    public Establishment Posts { get; }
    public Case[] Cases { get; }
    public DayIndex<Visit> Visits { get; }
    public DayIndex<StrategyMeeting> Meetings { get; }
    public DayIndex<HealthAssessment> HealthAssessments { get; }
    public DayIndex<PoliceNotification> Notifications { get; }
    public SchoolRoll Roll { get; }

    public int Scaled(int usual) => (int)Math.Ceiling(usual * Scale);
}
