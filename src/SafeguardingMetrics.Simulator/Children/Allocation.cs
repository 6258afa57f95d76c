using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A stretch of days in which one worker holds a case. <c>Until</c> is the first day on which the worker no longer does.</summary>
internal sealed record Allocation(string WorkerId, DateOnly From, DateOnly Until)
{
    /// <summary>Who holds a case from its opening to its close, as workers come and go in its team.</summary>
    public static Allocation[] CreateAll(Exampleshire place, string team, string locality, DateOnly openedOn, DateOnly closedOn, SeededRandom dice)
    {
        var allocations = new List<Allocation>(2);
        var day = WorkingDays.Add(openedOn, NextFirstWait(place.Trend.GetFactor(locality, openedOn), dice));
        while (day < closedOn)
        {
            if (Pick(place, team, day, dice) is not { } tenure)
            {
                day = WorkingDays.Add(day, 4);
                continue;
            }
            var until = tenure.Until < closedOn ? tenure.Until : closedOn;
            allocations.Add(new(tenure.WorkerId!, day, until));
            day = WorkingDays.Add(until, NextWait(place.Trend.GetFactor(locality, until), dice));
        }
        return [.. allocations];
    }

    private static int NextFirstWait(double worse, SeededRandom dice) => dice.NextBoolean(0.8 * worse)
        ? dice.Between(8, 48)
        : dice.PickWeighted((48, 0), (34, 1), (10, 2), (5, 3), (2, 5), (1, 9));

    private static int NextWait(double worse, SeededRandom dice) => dice.NextBoolean(0.06 + (0.6 * worse))
        ? dice.Between(4, 10 + (int)(60 * worse))
        : dice.PickWeighted((80, 0), (15, 1), (5, 3));

    private static Tenure? Pick(Exampleshire place, string team, DateOnly day, SeededRandom dice)
    {
        var workers = place.Posts.CaseHolders(team).Select(post => post.TenureOn(day)).Where(tenure => tenure?.WorkerId is not null).ToList();
        return workers.Count == 0 ? null : workers[dice.Between(0, workers.Count - 1)];
    }
}
