using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>The days on which one worker is allocated to a case. <c>Until</c> is exclusive.</summary>
internal sealed record Allocation(string WorkerId, DateOnly From, DateOnly Until)
{
    /// <summary>The allocations of a case from its opening to its close, as workers join and leave its team.</summary>
    public static Allocation[] CreateAll(
        Exampleshire county, string team, string locality, DateOnly openedOn, DateOnly closedOn, SeededRandom random)
    {
        var allocations = new List<Allocation>(2);
        var day = WorkingDays.Add(openedOn, NextFirstWait(county.Trend.GetFactor(locality, openedOn), random));
        while (day < closedOn)
        {
            if (Pick(county, team, day, random) is not { } tenure)
            {
                day = WorkingDays.Add(day, 4);
                continue;
            }
            var until = tenure.Until < closedOn ? tenure.Until : closedOn;
            allocations.Add(new(tenure.WorkerId!, day, until));
            day = WorkingDays.Add(until, NextWait(county.Trend.GetFactor(locality, until), random));
        }
        return [.. allocations];
    }

    private static int NextFirstWait(double worse, SeededRandom random) => random.NextBoolean(0.8 * worse)
        ? random.Between(8, 48)
        : random.PickWeighted((48, 0), (34, 1), (10, 2), (5, 3), (2, 5), (1, 9));

    private static int NextWait(double worse, SeededRandom random) => random.NextBoolean(0.06 + (0.6 * worse))
        ? random.Between(4, 10 + (int)(60 * worse))
        : random.PickWeighted((80, 0), (15, 1), (5, 3));

    private static Tenure? Pick(Exampleshire county, string team, DateOnly day, SeededRandom random)
    {
        var workers = county.Posts
            .CaseHolders(team)
            .Select(post => post.TenureOn(day))
            .Where(tenure => tenure?.WorkerId is not null)
            .ToList();
        return workers.Count == 0 ? null : workers[random.Between(0, workers.Count - 1)];
    }
}
