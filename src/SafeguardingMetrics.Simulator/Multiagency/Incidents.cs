using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>
/// Generates the incidents of each day, some sixty a week: a third with children known to the council.
/// </summary>
internal static class Incidents
{
    private const double UnknownChildrenADay = 5.8;
    private const double DaysBetweenForAKnownChild = 150;

    public static IEnumerable<PoliceNotification> CreateAll(Exampleshire county) => WithOthers(county).Concat(WithKnown(county));

    private static IEnumerable<PoliceNotification> WithOthers(Exampleshire county)
    {
        for (var day = county.Since; day <= county.Through; day = day.AddDays(1))
        {
            var random = SeededRandom.Create(county.Seed, "incidents", day.DayNumber);
            for (var left = random.NextPoisson(UnknownChildrenADay * county.Scale * SeasonalFactors.Incidents(day)); left > 0; left--)
                yield return PoliceNotification.Create(null, Locality.Pick(random), day, random);
        }
    }

    private static IEnumerable<PoliceNotification> WithKnown(Exampleshire county)
    {
        foreach (var open in county.Cases)
        {
            var random = SeededRandom.Create(county.Seed, "incidents with", open.Number);
            var day = open.OpenedOn.AddDays((int)random.NextExponential(DaysBetweenForAKnownChild));
            for (; day < open.ClosedOn && day <= county.Through; day = NextDay(day, random))
                yield return PoliceNotification.Create(open.Child.Id, open.Locality, day, random);
        }
    }

    private static DateOnly NextDay(DateOnly day, SeededRandom random) =>
        day.AddDays(1 + (int)random.NextExponential(DaysBetweenForAKnownChild));
}
