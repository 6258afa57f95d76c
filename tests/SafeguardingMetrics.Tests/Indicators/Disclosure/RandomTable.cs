using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;
using SafeguardingMetrics.Indicators.Disclosure;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

/// <summary>
/// Some months of made-up visits by one to three agencies, few enough that much is hidden, and every figure that could
/// be asked for of them.
/// </summary>
internal sealed class RandomTable
{
    private static readonly DateOnly First = new(2025, 4, 1);
    private static readonly Dataset Dataset = new StatutoryVisits();
    private readonly Random random;
    private readonly List<CountRow> rows = [];
    private readonly int months;
    private readonly string[] agencies;

    public RandomTable(int seed)
    {
        random = new Random(seed);
        months = random.Next(1, 5);
        agencies = [.. Enumerable.Range(1, random.Next(1, 4)).Select(i => $"A{i}")];
        for (var month = 0; month < months; month++)
            foreach (var agency in agencies)
            {
                var most = random.Next(1, 40);
                Count(First.AddMonths(month), agency, [.. Enumerable.Range(0, most).Select(_ => Visit())]);
            }
    }

    /// <summary>What a reader of everything that is shown under the rules can find out.</summary>
    public (int Targets, int Shown, IReadOnlyList<string> Found) Attacked(DisclosureRules rules)
    {
        var attack = new DisclosureAttack(Dataset);
        foreach (var row in rows)
            attack.AddTruth(row.MonthOn, row.Agency, row.Dimension, row.Member, row.Indicator, row.Numerator, row.Denominator);
        var plan = new SuppressionPlan(Dataset, rows, [], new DateOnly(2027, 1, 1), rules);
        foreach (var ofCell in rows.GroupBy(row => (row.Dimension, row.Member, row.Indicator)))
            foreach (var days in Intervals())
                foreach (var scope in Scopes(ofCell.Key.Dimension))
                {
                    var cell = ofCell.Key;
                    var counted = ofCell.Where(row => days.Contains(row.MonthOn) && scope.Has(row.Agency, row.Sector)).ToList();
                    decimal? Shown(CountRole role, decimal count) =>
                        count == 0
                            || plan.IsShown(new CountKey(default, scope, cell.Dimension, cell.Member, cell.Indicator, role), days, count)
                            ? count
                            : null;
                    attack.AddPublished(
                        $"{days} {scope.Agency}{scope.Sector} {cell.Dimension} {cell.Member} {cell.Indicator}",
                        counted.Select(row => row.Agency).Distinct(),
                        cell.Dimension,
                        cell.Member,
                        cell.Indicator,
                        days,
                        Shown(CountRole.Numerator, counted.Sum(row => row.Numerator)),
                        Shown(CountRole.Denominator, counted.Sum(row => row.Denominator)));
                }

        var solved = attack.Solve(("visits-on-time", "visit-lateness"), ("visit-lateness", "children-seen-alone"));
        return (attack.Targets, attack.Shown, solved);
    }

    private IEnumerable<Period> Intervals()
    {
        for (var month = 0; month < months; month++)
        {
            var (from, to) = (First.AddMonths(month), First.AddMonths(month + 1).AddDays(-1));
            yield return new Period(from, to);
            yield return new Period(First, to);
            // Twelve months that end when nothing comes any more.
            yield return new Period(from, from.AddMonths(12).AddDays(-1));
        }

        yield return new Period(First, new DateOnly(2026, 3, 31));
        yield return new Period(First, new DateOnly(2025, 6, 30));
        yield return new Period(new DateOnly(2025, 7, 1), new DateOnly(2025, 9, 30));
        yield return new Period(new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
    }

    private IEnumerable<Scope> Scopes(string dimension) =>
        [
            Scope.Partnership,
            .. agencies.Select(agency => new Scope(null, agency)),
            .. dimension == Dimension.All ? [new Scope(Sector.SocialCare, null), new Scope(Sector.Health, null)] : Array.Empty<Scope>(),
        ];

    private (string Locality, string? Team, string Category, bool IsMade, bool IsOnTime, bool IsSeen, bool IsAlone, bool IsChecked) Visit()
    {
        bool Of(double share) => random.NextDouble() < share;
        var isMade = Of(0.9);
        var isSeen = isMade && Of(0.9);
        return (
            $"L{random.Next(1, 4)}",
            Of(0.95) ? $"T{random.Next(1, 4)}" : null,
            $"C{random.Next(1, 3)}",
            isMade,
            isMade && Of(0.7),
            isSeen,
            isSeen && Of(0.7),
            isMade && Of(0.6));
    }

    private void Count(
        DateOnly month,
        string agency,
        List<(
            string Locality, string? Team, string Category, bool IsMade, bool IsOnTime, bool IsSeen, bool IsAlone, bool IsChecked)> visits)
    {
        foreach (var (dimension, members) in new[]
        {
            (Dimension.All, visits.ToLookup(visit => (string?)"")), (Dimension.Locality, visits.ToLookup(visit => (string?)visit.Locality)),
            (Dimension.Team, visits.ToLookup(visit => visit.Team)), (Dimension.Category, visits.ToLookup(visit => (string?)visit.Category)),
        })
            foreach (var member in members.Where(group => group.Key is not null))
            {
                void Row(string indicator, int numerator, int denominator)
                {
                    if (denominator > 0) rows.Add(new CountRow
                    {
                        MonthOn = month, Agency = agency, Sector = agency == "A3" ? Sector.Health : Sector.SocialCare,
                        Indicator = indicator, Dimension = dimension, Member = member.Key!,
                        Numerator = numerator, Denominator = denominator,
                    });
                }

                Row("visits-on-time", member.Count(visit => visit.IsOnTime), member.Count());
                Row("children-seen-alone", member.Count(visit => visit.IsAlone), member.Count(visit => visit.IsSeen));
                Row("visits-checked-by-manager", member.Count(visit => visit.IsChecked), member.Count(visit => visit.IsMade));
                Row("visit-lateness", member.Count(visit => visit.IsMade && !visit.IsOnTime), member.Count(visit => visit.IsMade));
            }
    }
}
