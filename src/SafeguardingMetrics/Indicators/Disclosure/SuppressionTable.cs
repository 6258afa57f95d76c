using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Every count that can be asked for of some blocks of a dataset, with the ways in which they add up, as a
/// <see cref="SuppressionSolver"/>.
/// </summary>
internal sealed class SuppressionTable(Dataset dataset, DisclosureRules rules)
{
    private readonly SuppressionSolver system = new(rules);
    private readonly Dictionary<CountKey, decimal> amounts = [];
    private readonly Dictionary<CountKey, int> places = [];
    private readonly Dictionary<string, string> sectorOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DatasetIndicator> indicators = dataset.Indicators.ToDictionary(
        indicator => indicator.Code, StringComparer.Ordinal);

    /// <summary>The counts that are figures, those of nothing left out.</summary>
    public IEnumerable<CountKey> Published => places.Keys.Where(key => key.IsPublished);

    /// <summary>How many it counts.</summary>
    public decimal GetAmount(CountKey key) => amounts[key];

    /// <summary>True where a count is not shown.</summary>
    public bool IsHidden(CountKey key) => system.IsHidden(places[key]);

    /// <summary>Adds what is counted in a block, and how it adds up within the block.</summary>
    public void Add(DisclosurePeriod block, IEnumerable<CountRow> rows)
    {
        foreach (var row in rows) Add(block, row);
        CountUnrecorded(block);
        var keys = amounts.Keys.Where(key => key.Block == block && amounts[key] > 0)
            .OrderBy(key => key.Scope.Sector, StringComparer.Ordinal).ThenBy(key => key.Scope.Agency, StringComparer.Ordinal)
            .ThenBy(key => key.Dimension, StringComparer.Ordinal).ThenBy(key => key.Member, StringComparer.Ordinal)
            .ThenBy(key => key.Indicator, StringComparer.Ordinal).ThenBy(key => key.Role).ToList();
        foreach (var key in keys) places[key] = system.Add(amounts[key], key.IsPublished, IsSmall(key));

        foreach (var key in keys.Where(key => key.Role == CountRole.Denominator)) AddRoleSum(key);
        var members = keys.Where(key => key.Dimension != Dimension.All).ToLookup(key => (key.Scope, key.Indicator, key.Role));
        foreach (var total in keys.Where(key => key.Dimension == Dimension.All))
            AddMembers(total, [.. members[(total.Scope, total.Indicator, total.Role)]]);
        AddAgencies(keys);
        foreach (var cell in keys.Select(key => (key.Scope, key.Dimension, key.Member)).Distinct()) AddRelations(block, cell);
    }

    /// <summary>
    /// Says that a block that was added is the sum of others that were, whose figures are decided already.
    /// </summary>
    public void AddPeriodSum(DisclosurePeriod whole, IEnumerable<DisclosurePeriod> parts, Func<CountKey, bool> isHidden)
    {
        var children = parts.ToList();
        if (children.Count == 0) return;
        foreach (var key in places.Keys.Where(key => key.Block == whole && key.Member != CountKey.Unrecorded).ToList())
        {
            var found = children.Select(part => key with { Block = part }).Where(places.ContainsKey).ToList();
            system.AddSum(places[key], found.Select(part => places[part]));
            // What is the sum of figures that are shown is known, shown or not.
            if (key.IsPublished && !found.Any(isHidden)) system.SetDecision(places[key], isHidden: false);
            AddRuns(key);
        }

        foreach (var key in Published.Where(key => children.Contains(key.Block)).ToList()) system.SetDecision(places[key], isHidden(key));
    }

    // The first and the last months of a block are what years to date, rolling, academic and calendar years are made
    // of: few people in them must not be known either.
    private void AddRuns(CountKey whole)
    {
        var months = whole.Block.ByMonth.Select(month => whole with { Block = month }).ToList();
        for (var count = 2; count < months.Count; count++)
            foreach (var run in new[] { months.Take(count), months.TakeLast(count) })
            {
                var found = run.Where(places.ContainsKey).ToList();
                var sum = found.Sum(month => amounts[month]);
                if (found.Count > 1 && sum < DisclosureRules.LeastShown)
                    system.AddSum(system.Add(sum, isPublished: false, isSmall: true), Placed(found));
            }
    }

    /// <summary>Decides what is shown.</summary>
    public void Solve() => system.Solve();

    private void Add(DisclosurePeriod block, CountRow row)
    {
        sectorOf[row.Agency] = row.Sector;
        var scopes = new List<Scope> { Scope.Partnership, new(null, row.Agency) };
        // A sector is a breakdown itself, and is not broken down further.
        if (row.Dimension == Dimension.All) scopes.Add(new(row.Sector, null));
        foreach (var scope in scopes)
        {
            void Count(CountRole role, decimal amount)
            {
                var key = new CountKey(block, scope, row.Dimension, row.Member, row.Indicator, role);
                amounts[key] = amounts.GetValueOrDefault(key) + amount;
            }

            Count(CountRole.Numerator, row.Numerator);
            Count(CountRole.Denominator, row.Denominator);
            // Cases a worker are no share: there is nothing that counts and does not meet.
            if (indicators[row.Indicator].Unit != Unit.Cases) Count(CountRole.Missed, row.Denominator - row.Numerator);
        }
    }

    // Few people, or something other than people that few people are behind.
    private bool IsSmall(CountKey key) => key.Member != CountKey.Unrecorded && (amounts[key] < DisclosureRules.LeastShown
        || (GetPeopleKey(key) is { } people && amounts.GetValueOrDefault(people) is > 0 and < DisclosureRules.LeastShown));

    private CountKey? GetPeopleKey(CountKey key) =>
        indicators[key.Indicator].People is { } people ? key with { Indicator = people, Role = CountRole.Denominator } : null;

    private void AddRoleSum(CountKey denominator)
    {
        if (indicators[denominator.Indicator].Unit != Unit.Cases)
            system.AddSum(
                places[denominator],
                Placed(denominator with { Role = CountRole.Numerator }, denominator with { Role = CountRole.Missed }));
        if (GetPeopleKey(denominator) is { } people && places.TryGetValue(people, out var place))
            system.AddProportionalPair(places[denominator], place);
    }

    private void AddMembers(CountKey total, List<CountKey> members)
    {
        foreach (var dimension in members.GroupBy(key => key.Dimension, StringComparer.Ordinal))
            // Members that overlap do not add up, and nothing can be subtracted from them.
            if (dimension.Sum(key => amounts[key]) == amounts[total]) system.AddSum(places[total], dimension.Select(key => places[key]));
    }

    // Records without a member are nobody's figure, but what is left of a total when its members are taken away.
    private void CountUnrecorded(DisclosurePeriod block)
    {
        var cells = amounts.Keys.Where(key => key.Block == block).ToList();
        foreach (var dimension in cells
            .Where(key => key.Dimension != Dimension.All)
            .GroupBy(key => (key.Scope, key.Dimension, key.Indicator, key.Role))
            .ToList())
        {
            var first = dimension.First();
            var rest = amounts[first with { Dimension = Dimension.All, Member = "" }] - dimension.Sum(key => amounts[key]);
            if (rest > 0) amounts[first with { Member = CountKey.Unrecorded }] = rest;
        }
    }

    private void AddAgencies(List<CountKey> keys)
    {
        var byAgency = keys.Where(key => key.Scope.Agency is not null).ToLookup(key => key with { Scope = Scope.Partnership });
        foreach (var key in keys.Where(key => key.Scope == Scope.Partnership && key.Member != CountKey.Unrecorded))
            system.AddSum(places[key], byAgency[key].Select(agency => places[agency]));
        foreach (var sector in keys.Where(key => key.Scope.Sector is not null))
        {
            var agencies = sectorOf.Where(pair => pair.Value == sector.Scope.Sector).Select(pair => pair.Key).Order(StringComparer.Ordinal);
            system.AddSum(places[sector], Placed([.. agencies.Select(agency => sector with { Scope = new(null, agency) })]));
        }
    }

    private void AddRelations(DisclosurePeriod block, (Scope Scope, string Dimension, string Member) cell)
    {
        if (!rules.Relations) return;
        foreach (var relation in dataset.Relations)
        {
            var whole = new CountKey(block, cell.Scope, cell.Dimension, cell.Member, relation.Whole, relation.WholeRole);
            var part = whole with { Indicator = relation.Part, Role = relation.PartRole };
            if (!places.TryGetValue(whole, out var wholePlace) || !places.TryGetValue(part, out var partPlace)) continue;
            var rest = amounts[whole] - amounts[part];
            if (rest == 0) system.AddEquality(wholePlace, partPlace);
            else if (rest > 0 && !relation.IsSame)
                system.AddSum(wholePlace, [
                    partPlace,
                    system.Add(rest, isPublished: false, isSmall: cell.Member != CountKey.Unrecorded && rest < DisclosureRules.LeastShown),
                ]);
        }
    }

    private IEnumerable<int> Placed(params IReadOnlyList<CountKey> keys) => keys.Where(places.ContainsKey).Select(key => places[key]);
}
