using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Releases.Checking;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Releases.Reading;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// Puts together what a batch shows with what earlier releases of the same interval showed, and of a quarter or year the months or
/// quarters in it; has it checked; and shows otherwise what would tell.
/// </summary>
internal sealed class ReleaseTable
{
    private static readonly CountRole[] Roles = [CountRole.Denominator, CountRole.Numerator];

    private readonly ReadSession reading;
    private readonly ReleaseBatch batch;
    private readonly Dictionary<string, List<ReleasedFigure>> rows;
    private readonly IReadOnlyDictionary<string, string> releaseIds;
    private readonly SharedCounts shared;
    private readonly CountTable table = new();
    private readonly HashSet<int> known = [];
    private readonly Dictionary<CountPlace, int> places = [];
    private readonly Dictionary<int, CountPlace> made = [];

    private ReleaseTable(
        ReadSession reading, ReleaseBatch batch, Dictionary<string, List<ReleasedFigure>> rows,
        IReadOnlyDictionary<string, string> releaseIds)
    {
        (this.reading, this.batch, this.rows, this.releaseIds) = (reading, batch, rows, releaseIds);
        shared = new SharedCounts(batch);
    }

    /// <summary>Checks the rows of a batch, and changes those that would tell.</summary>
    /// <returns>What was found; null where nothing counts children.</returns>
    public static async Task<ReleaseCheckResult?> Check(
        ReadSession reading, ReleaseBatch batch, Dictionary<string, List<ReleasedFigure>> rows,
        IReadOnlyDictionary<string, string> releaseIds)
    {
        var release = new ReleaseTable(reading, batch, rows, releaseIds);
        foreach (var (indicator, before) in batch.Indicators)
            if (indicator.IsAboutChildren) await release.Add(indicator, before is not null);
        release.AddRelations();
        if (release.made.Count == 0) return null;
        var result = ReleaseCheck.Run(release.table);
        foreach (var move in result.Moves) release.Move(move);
        foreach (var label in result.Withheld) release.LeaveOut(label);
        return result;
    }

    private async Task Add(Indicator indicator, bool hasEarlier)
    {
        var previous = hasEarlier ? (await AddEarlier(indicator, batch.Interval, batch.Days)).Places : [];
        var now = rows[releaseIds[indicator.Code]];
        var added = AddRelease(indicator, now, previous, isNew: true);
        foreach (var (place, count) in added)
        {
            places[place] = count;
            made[count] = place;
        }

        AddSums(indicator, now, added);
        await AddParts(indicator, now, added);
    }

    // All releases of an interval in their order, since a number that is held says less than its group; the last of them is returned.
    private async Task<(IReadOnlyList<ReleasedFigure> Rows, Dictionary<CountPlace, int> Places)> AddEarlier(
        Indicator indicator, Interval interval, Period days, bool isNoughtTold = false)
    {
        (IReadOnlyList<ReleasedFigure> Rows, Dictionary<CountPlace, int> Places) last = ([], []);
        foreach (var release in await ReleaseStore.ListAll(reading, indicator.Code, interval.Name, days.From))
        {
            var figures = await ReleaseStore.ListFigures(reading, release.ReleaseId);
            last = (figures, AddRelease(indicator, figures, last.Places, isNew: false, isNoughtTold));
            AddSums(indicator, figures, last.Places);
        }

        return last;
    }

    private Dictionary<CountPlace, int> AddRelease(
        Indicator indicator, IReadOnlyList<ReleasedFigure> figures, Dictionary<CountPlace, int> previous, bool isNew,
        bool isNoughtTold = false)
    {
        var added = new Dictionary<CountPlace, int>();
        // Where the whole is told as none, so is every part of it.
        var total = figures.FirstOrDefault(row => row.Dimension == Dimension.All);
        isNoughtTold |= total?.ShownNumerator == ShownCount.Nought;
        // Of events of a few children nothing is shown, and so nothing is known.
        foreach (var row in figures.Where(row => row.Children is not < ShownFigureBuilder.FewChildren))
        {
            foreach (var role in Roles)
            {
                if (shared.Follows(indicator.Code, role) || shared.FindSame(indicator.Code, role) is { } same
                    && releaseIds.ContainsKey(same.Indicator))
                    continue;
                if (GetCounts(row, role) is not var (shown, counted)) continue;
                var place = new CountPlace(indicator.Code, row.Dimension, row.Member, role);
                if (isNoughtTold && role == CountRole.Numerator && shown != ShownCount.Nought)
                {
                    known.Add(added[place] = table.AddKnown(0));
                    continue;
                }

                var number = new ShownNumber
                {
                    Table = GetLabel(indicator.Code, row.Dimension),
                    AtLeast = (long)shown.AtLeast,
                    AtMost = (long)shown.AtMost,
                    Value = (long)counted,
                    IsNew = isNew,
                    IsNoughtTold = role == CountRole.Numerator && row.Dimension == Dimension.All
                        && row.ShownDenominator?.AtLeast >= ShownCount.LeastForRate,
                };
                var before = previous.TryGetValue(place, out var earlier) && !known.Contains(earlier) ? earlier : (int?)null;
                added[place] = table.AddShown(number, before);
            }
        }

        return added;
    }

    // What members add up to, and numerators among their denominators.
    private void AddSums(Indicator indicator, IReadOnlyList<ReleasedFigure> figures, Dictionary<CountPlace, int> added)
    {
        var total = figures.FirstOrDefault(row => row.Dimension == Dimension.All);
        foreach (var role in Roles)
        {
            if (total is null || !added.TryGetValue(new(indicator.Code, Dimension.All, "", role), out var whole)) continue;
            // Of a whole that is told as none every part is none, shown or not, and nothing is to be worked out.
            if (role == CountRole.Numerator && (known.Contains(whole) || total.ShownNumerator == ShownCount.Nought)) continue;
            foreach (var dimension in figures.Where(row => row.Dimension != Dimension.All).GroupBy(row => row.Dimension))
                AddMemberSum(indicator, role, whole, total, [.. dimension], added);
        }

        AddGroupSums(indicator, figures, added);
        if (indicator.Unit == Unit.Cases || !indicator.IsProportion && indicator is not DatasetIndicator) return;
        foreach (var (place, numerator) in added.Where(one => one.Key.Role == CountRole.Numerator).ToList())
            if (added.TryGetValue(place with { Role = CountRole.Denominator }, out var denominator))
                table.AddAmong(numerator, denominator);
    }

    // Members of whom nothing is shown, and records without a member, are the rest.
    private void AddMemberSum(
        Indicator indicator, CountRole role, int whole, ReleasedFigure total, IReadOnlyList<ReleasedFigure> members,
        Dictionary<CountPlace, int> added)
    {
        var parts = members.Where(row => added.ContainsKey(new(indicator.Code, row.Dimension, row.Member, role))).ToList();
        var rest = GetCounted(total, role) - parts.Sum(row => GetCounted(row, role));
        if (parts.Count == 0 || rest < 0) return;
        var terms = parts.Select(row => added[new(indicator.Code, row.Dimension, row.Member, role)]).ToList();
        if (rest > 0 || parts.Count < members.Count) terms.Add(table.AddUnshown((long)rest));
        table.AddSum(whole, terms);
    }

    // Codes of ethnicity add up to their main group.
    private void AddGroupSums(Indicator indicator, IReadOnlyList<ReleasedFigure> figures, Dictionary<CountPlace, int> added)
    {
        var ofCodes = figures.Where(row => row.Dimension == Dimension.Ethnicity)
            .ToLookup(row => ChildDemographics.GetEthnicGroup(row.Member), StringComparer.Ordinal);
        if (ofCodes.Count == 0) return;
        foreach (var row in figures.Where(row => row.Dimension == Dimension.EthnicGroup))
        {
            foreach (var role in Roles)
            {
                if (!added.TryGetValue(new(indicator.Code, row.Dimension, row.Member, role), out var whole) || known.Contains(whole))
                    continue;
                AddMemberSum(indicator, role, whole, row, [.. ofCodes[row.Member]], added);
            }
        }
    }

    // Months of a quarter, quarters of a year: where nothing was corrected since they were released, they add up.
    private async Task AddParts(Indicator indicator, IReadOnlyList<ReleasedFigure> now, Dictionary<CountPlace, int> added)
    {
        var kind = batch.Interval == Interval.Quarter ? Interval.Month : batch.Interval == Interval.FinancialYear ? Interval.Quarter : null;
        if (kind is null || indicator.Datasets.Any(dataset => dataset.Shape == DatasetShape.Snapshot)) return;
        var isNoughtTold = now.Any(row => row.Dimension == Dimension.All && row.ShownNumerator == ShownCount.Nought);
        var parts = new List<(IReadOnlyList<ReleasedFigure> Rows, Dictionary<CountPlace, int> Places)>();
        foreach (var (_, days) in kind.Split(batch.Days))
        {
            var part = await AddEarlier(indicator, kind, days, isNoughtTold);
            if (part.Rows.Count > 0) parts.Add(part);
        }

        foreach (var row in now)
        {
            var same = parts
                .Select(part => part.Rows.FirstOrDefault(other => other.Dimension == row.Dimension && other.Member == row.Member)).ToList();
            foreach (var role in Roles)
            {
                var place = new CountPlace(indicator.Code, row.Dimension, row.Member, role);
                if (isNoughtTold && role == CountRole.Numerator) continue;
                if (!added.TryGetValue(place, out var whole) || same.Any(other => other is null)
                    || GetCounted(row, role) != same.Sum(other => GetCounted(other!, role)))
                    continue;
                var shown = parts.Zip(same).Where(part => part.First.Places.ContainsKey(place)).ToList();
                var terms = shown.Select(part => part.First.Places[place]).ToList();
                if (terms.Count == 0) continue;
                var rest = GetCounted(row, role) - shown.Sum(part => GetCounted(part.Second!, role));
                if (terms.Count < parts.Count) terms.Add(table.AddUnshown((long)Math.Max(0, rest)));
                table.AddSum(whole, terms);
            }
        }
    }

    // A denominator among another's, such as visits made among those due.
    private void AddRelations()
    {
        foreach (var relation in batch.Indicators.SelectMany(one => one.Indicator.Datasets).Distinct()
            .SelectMany(dataset => dataset.Relations).Where(relation => !relation.IsSame))
        {
            var (part, partRole) = shared.FindSame(relation.Part, relation.PartRole) ?? (relation.Part, relation.PartRole);
            foreach (var place in places.Keys.Where(one => one.Indicator == relation.Whole && one.Role == relation.WholeRole).ToList())
            {
                if (places.TryGetValue(place with { Indicator = part, Role = partRole }, out var count) && count != places[place])
                    table.AddAmong(count, places[place]);
            }
        }
    }

    private void Move(MovedNumber move)
    {
        var place = made[move.Count];
        var ofRelease = rows[releaseIds[place.Indicator]];
        var at = ofRelease.FindIndex(row => row.Dimension == place.Dimension && row.Member == place.Member);
        var count = new HeldCount(move.HeldAs, new(move.AtLeast, move.AtMost));
        ofRelease[at] = place.Role == CountRole.Numerator ? ofRelease[at].WithNumerator(count) : ofRelease[at].WithDenominator(count);
    }

    private void LeaveOut(string label)
    {
        foreach (var (indicator, id) in releaseIds)
        {
            if (GetLabel(indicator, Dimension.All) == label) rows[id] = [.. rows[id].Select(WithoutTotal)];
            else rows[id].RemoveAll(row => GetLabel(indicator, row.Dimension) == label);
        }
    }

    // The total keeps its row, which says which returns there were.
    private static ReleasedFigure WithoutTotal(ReleasedFigure row) => row.Dimension != Dimension.All ? row : row with
    {
        Numerator = null,
        NumeratorAtLeast = null,
        NumeratorAtMost = null,
        Denominator = null,
        DenominatorAtLeast = null,
        DenominatorAtMost = null,
        Figure = null,
        P90 = null,
    };

    private static string GetLabel(string indicator, string dimension) => $"{indicator}/{dimension}";

    private static decimal GetCounted(ReleasedFigure row, CountRole role) =>
        (role == CountRole.Numerator ? row.CountedNumerator : row.CountedDenominator) ?? 0;

    private static (ShownCount Shown, decimal Counted)? GetCounts(ReleasedFigure row, CountRole role)
    {
        var shown = role == CountRole.Numerator ? row.ShownNumerator : row.ShownDenominator;
        return shown is { } count && (count.IsExact || count.AtMost - count.AtLeast == ShownCount.GroupSize - 1)
            ? (count, GetCounted(row, role))
            : null;
    }
}
