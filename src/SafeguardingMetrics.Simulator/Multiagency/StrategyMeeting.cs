using System.Globalization;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>A strategy meeting that is needed for a child, and its attendance.</summary>
internal sealed record StrategyMeeting
{
    public required string Id { get; init; }
    public required Case Case { get; init; }
    public required DateOnly NeededOn { get; init; }
    public DateOnly? HeldOn { get; init; }
    public bool SocialCare { get; init; }
    public bool Police { get; init; }
    public bool Health { get; init; }

    /// <summary>Null where the child has no school.</summary>
    public bool? School { get; init; }

    public required string Outcome { get; init; }

    /// <summary>
    /// The meetings of a whole case: half of all assessments begin with one, and a crisis may bring another.
    /// </summary>
    public static IEnumerable<StrategyMeeting> CreateAll(Case open, Exampleshire county)
    {
        var random = SeededRandom.Create(county.Seed, "meetings", open.Number);
        return Needed(open, random)
            .Where(day => day <= county.Through)
            .Select((day, index) => Meeting(open, index + 1, day, county.Trend.GetFactor(open.Locality, day), random));
    }

    private static IEnumerable<DateOnly> Needed(Case open, SeededRandom random)
    {
        foreach (var plan in open.Plans)
        {
            if (plan.Plan == PlanType.Assessment && random.NextBoolean(0.55))
                yield return WorkingDays.Add(plan.From, random.Between(0, 5));
            var daysBetween = plan.Plan switch
            {
                PlanType.ChildProtection => 250,
                PlanType.LookedAfter => 420,
                PlanType.ChildInNeed => 520,
                _ => double.PositiveInfinity,
            };
            if (double.IsInfinity(daysBetween))
                continue;
            for (var day = plan.From.AddDays(Gap(daysBetween, random)); day < plan.Until; day = day.AddDays(Gap(daysBetween, random)))
                if (random.NextBoolean(SeasonalFactors.Work(day)))
                    yield return random.NextBoolean(0.9) ? WorkingDays.OnOrAfter(day) : day;
        }
    }

    private static int Gap(double mean, SeededRandom random) => 10 + (int)random.NextExponential(mean);

    private static StrategyMeeting Meeting(Case open, int number, DateOnly day, double worse, SeededRandom random) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"SM-{open.Number:D5}-{number}"),
        Case = open,
        NeededOn = day,
        HeldOn = random.NextBoolean(0.025) ? null : WorkingDays.Add(day, Delay(worse, random)),
        SocialCare = random.NextBoolean(0.99),
        Police = random.NextBoolean(0.93),
        Health = random.NextBoolean(0.87),
        School = open.Child.AgeOn(day) is < 4 or > 17 ? null : random.NextBoolean(day.Month == 8 ? 0.2 : 0.72),
        Outcome = random.PickWeighted((38, "section-47-joint"), (24, "section-47-single"), (24, "assessment"), (14, "no-further-action")),
    };

    private static int Delay(double worse, SeededRandom random) =>
        random.PickWeighted(
            (48, 0), (35 - (14 * worse), 1), (8 + (8 * worse), 2), (5 + (6 * worse), 3), (3 + (4 * worse), 5), (1 + (3 * worse), 8));
}
