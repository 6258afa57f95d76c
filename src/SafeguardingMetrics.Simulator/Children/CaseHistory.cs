using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Children;

/// <summary>Generates the sequence of plans of a case until it closes.</summary>
internal static class CaseHistory
{
    private const string Closed = "";

    /// <summary>How long each plan lasts in days, and what follows, by weight.</summary>
    private static readonly Dictionary<string, (int Shortest, int Longest, (double Weight, string Plan)[] Next)> Stages = new()
    {
        [PlanType.Referral] = (1, 10, [(66, PlanType.Assessment), (34, Closed)]),
        [PlanType.Assessment] = (
            14, 70, [(35, PlanType.ChildInNeed), (12, PlanType.ChildProtection), (4, PlanType.LookedAfter), (49, Closed)]),
        [PlanType.ChildInNeed] = (50, 330, [(9, PlanType.ChildProtection), (3, PlanType.LookedAfter), (88, Closed)]),
        [PlanType.ChildProtection] = (110, 440, [(55, PlanType.ChildInNeed), (13, PlanType.LookedAfter), (32, Closed)]),
        [PlanType.LookedAfter] = (150, 1450, [(100, PlanType.CareLeaver)]),
        [PlanType.CareLeaver] = (300, 1200, [(100, Closed)]),
    };

    public static PlanSpell[] Create(DateOnly openedOn, Child child, SeededRandom random)
    {
        var spells = new List<PlanSpell>(4);
        var (plan, day) = (PlanType.Referral, openedOn);
        while (plan != Closed)
        {
            var (shortest, longest, next) = Stages[plan];
            var until = WorkingDays.OnOrAfter(day.AddDays(random.Between(shortest, longest)));
            spells.Add(new(plan, day, until));
            plan = Allowed(random.PickWeighted<string>(next), child.AgeOn(until));
            day = until;
        }
        return [.. spells];
    }

    // Children's plans end at eighteen; only care leavers are followed beyond.
    private static string Allowed(string plan, int age) => plan switch
    {
        PlanType.CareLeaver => age >= 16 ? plan : Closed,
        _ => age >= 18 ? Closed : plan,
    };
}
