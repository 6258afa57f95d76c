using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>The incidents of every day, some sixty a week: a third with children the council knows, the rest with others.</summary>
internal static class Incidents
{
    private const double UnknownChildrenADay = 5.8;
    private const double DaysBetweenForAKnownChild = 150;

    public static IEnumerable<PoliceNotification> CreateAll(Exampleshire place) => WithOthers(place).Concat(WithKnown(place));

    private static IEnumerable<PoliceNotification> WithOthers(Exampleshire place)
    {
        for (var day = place.Since; day <= place.Through; day = day.AddDays(1))
        {
            var dice = SeededRandom.Create(place.Seed, "incidents", day.DayNumber);
            for (var left = dice.NextPoisson(UnknownChildrenADay * place.Scale * SeasonalFactors.Incidents(day)); left > 0; left--)
                yield return PoliceNotification.Create(null, Locality.Pick(dice), day, dice);
        }
    }

    private static IEnumerable<PoliceNotification> WithKnown(Exampleshire place)
    {
        foreach (var open in place.Cases)
        {
            var dice = SeededRandom.Create(place.Seed, "incidents with", open.Number);
            var day = open.OpenedOn.AddDays((int)dice.NextExponential(DaysBetweenForAKnownChild));
            for (; day < open.ClosedOn && day <= place.Through; day = day.AddDays(1 + (int)dice.NextExponential(DaysBetweenForAKnownChild)))
                yield return PoliceNotification.Create(open.Child.Id, open.Locality, day, dice);
        }
    }
}
