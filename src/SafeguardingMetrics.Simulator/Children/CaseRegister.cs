using System.Globalization;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>Opens the cases of every day: about four a working day, of which some 420 are open at any time.</summary>
internal static class CaseRegister
{
    private const double OpenedADay = 3.75;

    /// <summary>Case numbers a day may use up. A case's number depends on its day alone, so that it is the same whatever span is told of.</summary>
    private const int NumbersADay = 10;

    public static IEnumerable<Case> CreateAll(Exampleshire place)
    {
        var numbersADay = Math.Max(NumbersADay, place.Scaled(NumbersADay));
        for (var day = place.Since; day <= place.Through; day = day.AddDays(1))
        {
            if (!WorkingDays.IsWorkingDay(day))
                continue;
            var opened = SeededRandom.Create(place.Seed, "openings", day.DayNumber).NextPoisson(OpenedADay * place.Scale * SeasonalFactors.Work(day));
            for (var slot = 0; slot < Math.Min(opened, numbersADay); slot++)
                yield return OpenCase(place, ((day.DayNumber - Exampleshire.Founded.DayNumber) * numbersADay) + slot, day);
        }
    }

    private static Case OpenCase(Exampleshire place, int number, DateOnly day)
    {
        var dice = SeededRandom.Create(place.Seed, "case", number);
        var child = CreateChild(number, day, dice);
        var locality = Locality.Pick(dice);
        var team = Establishment.SafeguardingTeam(locality, dice);
        var plans = CaseHistory.Create(day, child, dice);
        var closedOn = plans[^1].Until;
        // Entered late, the case looks as if its worker had it before it opened (query OC04).
        var nextDay = WorkingDays.Add(day, 1);
        var openedOn = dice.NextBoolean(0.004) && plans[0].Until > nextDay ? nextDay : day;
        return new()
        {
            Number = number,
            Child = child,
            Locality = locality,
            Team = team,
            OpenedOn = openedOn,
            ClosedOn = closedOn,
            Plans = plans,
            Allocations = Allocation.CreateAll(place, team, locality, day, closedOn, SeededRandom.Create(place.Seed, "allocation", number)),
            CoveringWorkers = dice.PickWeighted((56, 0), (30, 1), (11, 2), (3, 3)),
            RiskReview = RiskReview.PickHabit(dice),
        };
    }

    private static Child CreateChild(int number, DateOnly openedOn, SeededRandom dice)
    {
        var unborn = dice.NextBoolean(0.02);
        var born = unborn ? openedOn.AddDays(dice.Between(10, 180)) : openedOn.AddDays(-(int)(6570 * Math.Pow(dice.NextDouble(), 0.85)));
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"C-{number:D5}"),
            DateOfBirth = born,
            Sex = dice.PickWeighted((51, "M"), (48, "F"), (1, "U")),
            Ethnicity = Ethnicity.Pick(dice),
            Disabilities = dice.PickWeighted((86, "NONE"), (4, "LD"), (3, "AUT"), (2, "BEH"), (1, "LD;COMM"), (1, "AUT;BEH"), (1, "MOB;PC"), (1, "HEAR"), (1, "DDA")),
            NhsNumber = NhsNumber.Create(number),
            Upn = Upn.Create(number / 1000 % 10_000, born.Year + 4, number % 1000),
        };
    }
}
