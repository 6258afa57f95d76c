using System.Globalization;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>
/// Generates the cases that open on each day: about four a working day, so that some 420 are open at any time.
/// </summary>
internal static class CaseRegister
{
    private const double OpenedADay = 3.75;

    /// <summary>
    /// The case numbers reserved for a day. A case's number depends on its day alone, so that it is the same for every
    /// simulated span.
    /// </summary>
    private const int NumbersADay = 10;

    public static IEnumerable<Case> CreateAll(Exampleshire county)
    {
        var numbersADay = Math.Max(NumbersADay, county.Scaled(NumbersADay));
        for (var day = county.Since; day <= county.Through; day = day.AddDays(1))
        {
            if (!WorkingDays.IsWorkingDay(day))
                continue;
            var opened = SeededRandom.Create(county.Seed, "openings", day.DayNumber).NextPoisson(
                OpenedADay * county.Scale * SeasonalFactors.Work(day));
            for (var slot = 0; slot < Math.Min(opened, numbersADay); slot++)
                yield return OpenCase(county, ((day.DayNumber - Exampleshire.FirstDay.DayNumber) * numbersADay) + slot, day);
        }
    }

    private static Case OpenCase(Exampleshire county, int number, DateOnly day)
    {
        var random = SeededRandom.Create(county.Seed, "case", number);
        var child = CreateChild(number, day, random);
        var locality = Locality.Pick(random);
        var team = Establishment.SafeguardingTeam(locality, random);
        var plans = CaseHistory.Create(day, child, random);
        var closedOn = plans[^1].Until;
        // A case entered late seems to have had its worker before it opened (query OC04).
        var nextDay = WorkingDays.Add(day, 1);
        var openedOn = random.NextBoolean(0.004) && plans[0].Until > nextDay ? nextDay : day;
        return new()
        {
            Number = number,
            Child = child,
            Locality = locality,
            Team = team,
            OpenedOn = openedOn,
            ClosedOn = closedOn,
            Plans = plans,
            Allocations = Allocation.CreateAll(
                county, team, locality, day, closedOn, SeededRandom.Create(county.Seed, "allocation", number)),
            CoveringWorkers = random.PickWeighted((56, 0), (30, 1), (11, 2), (3, 3)),
            RiskReview = RiskReview.PickHabit(random),
        };
    }

    private static Child CreateChild(int number, DateOnly openedOn, SeededRandom random)
    {
        var unborn = random.NextBoolean(0.02);
        var born = unborn
            ? openedOn.AddDays(random.Between(10, 180))
            : openedOn.AddDays(-(int)(6570 * Math.Pow(random.NextDouble(), 0.85)));
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"C-{number:D5}"),
            DateOfBirth = born,
            Sex = random.PickWeighted((51, "M"), (48, "F"), (1, "U")),
            Ethnicity = Ethnicity.Pick(random),
            Disabilities = random.PickWeighted(
                (86, "NONE"), (4, "LD"), (3, "AUT"), (2, "BEH"), (1, "LD;COMM"), (1, "AUT;BEH"), (1, "MOB;PC"), (1, "HEAR"), (1, "DDA")),
            NhsNumber = NhsNumber.Create(number),
            Upn = Upn.Create(number / 1000 % 10_000, born.Year + 4, number % 1000),
        };
    }
}
