using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

/// <summary>
/// What is true of one dataset, and an attack on it with what was shown: which counts of one to five people can be had.
/// </summary>
public sealed class DisclosureAttack
{
    private readonly Dataset dataset;
    private readonly Dictionary<
        (DateOnly Month, string Agency, string Dimension, string Member, string Indicator),
        (decimal Numerator, decimal Denominator)> truth = [];
    private readonly Dictionary<(DateOnly, string, string, string, string, CountRole), int> atoms = [];
    private readonly Dictionary<string, SortedSet<DateOnly>> reported = [];
    private readonly List<(string Name, Dictionary<int, long> Sum)> targets = [];
    private readonly Intruder outsider = new();
    private readonly Dictionary<ulong, string> shown = [];

    public DisclosureAttack(Dataset dataset) => this.dataset = dataset;

    /// <summary>How many counts must not be known.</summary>
    public int Targets => targets.Count;

    /// <summary>How many different counts were shown.</summary>
    public int Shown => shown.Count;

    /// <summary>True where the indicator is of this dataset.</summary>
    public bool Has(string indicator) => dataset.Indicators.Any(known => known.Code == indicator);

    /// <summary>Tells the truth of one agency's month.</summary>
    public void AddTruth(
        DateOnly month,
        string agency,
        string dimension,
        string member,
        string indicator,
        decimal numerator,
        decimal denominator)
    {
        AddReport(agency, month);
        if (denominator > 0) truth[(month, agency, dimension, member, indicator)] = (numerator, denominator);
    }

    /// <summary>Says that an agency reported in a month.</summary>
    public void AddReport(string agency, DateOnly month) =>
        (reported.TryGetValue(agency, out var months) ? months : reported[agency] = []).Add(month);

    /// <summary>Shows a figure to the outsider, and takes note of what it must not tell.</summary>
    public void AddPublished(
        string name,
        IEnumerable<string> agencies,
        string dimension,
        string member,
        string indicator,
        Period days,
        decimal? numerator,
        decimal? denominator)
    {
        var cells = agencies
            .SelectMany(agency => MonthsOf(agency, days).Select(month => (month, agency, dimension, member, indicator)))
            .Where(truth.ContainsKey)
            .ToList();
        var people = dataset.Indicators.Single(known => known.Code == indicator).People;
        var isOfFew = people is not null
            && cells
                .Select(cell => cell with { indicator = people })
                .Where(truth.ContainsKey)
                .Sum(cell => truth[cell].Denominator) is > 0 and < 6;
        foreach (var role in Roles(indicator))
        {
            var sum = new Dictionary<int, long>();
            foreach (var cell in cells) Add(sum, cell, role, 1);
            var value = cells.Sum(cell => Value(cell, role));
            if (value is > 0 and < 6 || (isOfFew && value > 0)) targets.Add(($"{name} {role} = {value}", sum));
            if ((role switch { CountRole.Numerator => numerator, CountRole.Denominator => denominator, _ => null }) is not { } given)
                continue;
            if (given != value) throw new InvalidOperationException($"{name} {role} is {value} and shown as {given}.");
            if (shown.TryAdd(Mark(sum), $"{name} {role}")) outsider.AddEquation(sum);
        }
    }

    /// <summary>The counts of one to five that two shown figures give when one is subtracted from the other.</summary>
    public IReadOnlyList<string> Subtract()
    {
        var wanted = targets.ToLookup(target => Mark(target.Sum), target => target.Name);
        var figures = shown.ToArray();
        var found = new List<string>();
        foreach (var (one, oneName) in figures)
            foreach (var (other, otherName) in figures)
                if (one != other && wanted[one - other].FirstOrDefault() is { } name) found.Add($"{name}: {oneName} less {otherName}");
        return found;
    }

    /// <summary>The counts of one to five that all that was shown gives together.</summary>
    /// <param name="nested">Denominators that are part of another's, whose rest counts people too.</param>
    public IReadOnlyList<string> Solve(params (string Whole, string Part)[] nested)
    {
        foreach (var cell in truth.Keys.Where(cell => cell.Dimension == Dimension.All).ToList())
            foreach (var dimension in truth.Keys
                .Where(key => key.Month == cell.Month
                    && key.Agency == cell.Agency
                    && key.Indicator == cell.Indicator
                    && key.Dimension != Dimension.All)
                .GroupBy(key => key.Dimension)
                .ToList())
                foreach (var role in Roles(cell.Indicator).Where(role => role != CountRole.Denominator || IsRate(cell.Indicator)))
                {
                    var link = new Dictionary<int, long>();
                    Add(link, cell, role, 1);
                    foreach (var member in dimension) Add(link, member, role, -1);
                    if (Value(cell, role) != dimension.Sum(member => Value(member, role)))
                        link[Atom((cell.Month, cell.Agency, dimension.Key, "", cell.Indicator), role)] = -1;
                    outsider.AddEquation(link);
                }

        foreach (var link in SameCounts()) outsider.AddEquation(link);
        outsider.Solve();
        foreach (var (whole, part) in nested)
            foreach (var cell in truth.Keys.Where(cell => cell.Indicator == whole).ToList())
            {
                var inner = cell with { Indicator = part };
                var rest = truth[cell].Denominator - truth.GetValueOrDefault(inner).Denominator;
                if (rest is <= 0 or >= 6) continue;
                var sum = new Dictionary<int, long>();
                Add(sum, cell, CountRole.Denominator, 1);
                if (truth.ContainsKey(inner)) Add(sum, inner, CountRole.Denominator, -1);
                targets.Add(($"{cell.Month:yyyy-MM} {cell.Agency} {cell.Dimension} {cell.Member} {whole} less {part} = {rest}", sum));
            }

        return [.. targets.Where(target => outsider.CanDerive(target.Sum)).Select(target => target.Name)];
    }

    /// <summary>
    /// Counts of different indicators that are the same wherever both are: their definitions are published, so anyone
    /// can know.
    /// </summary>
    public IEnumerable<(string One, CountRole Role, string Other, CountRole OtherRole)> SameSeries()
    {
        var series = dataset.Indicators
            .SelectMany(indicator => Roles(indicator.Code).Select(role => (indicator.Code, Role: role)))
            .ToList();
        var cells = truth.Keys.ToLookup(cell => cell.Indicator);
        var dimensions = cells.ToDictionary(group => group.Key, group => group.Select(cell => cell.Dimension).ToHashSet());
        foreach (var (i, one) in series.Index())
            foreach (var other in series.Skip(i + 1).Where(other => other.Code != one.Code))
            {
                if (!cells.Contains(one.Code) || !cells.Contains(other.Code)) continue;
                var common = dimensions[one.Code].Intersect(dimensions[other.Code]).ToHashSet();
                var both = cells[one.Code]
                    .Concat(cells[other.Code].Select(cell => cell with { Indicator = one.Code }))
                    .Where(cell => common.Contains(cell.Dimension))
                    .Distinct()
                    .ToList();
                decimal Of(string indicator, CountRole role, (DateOnly, string, string, string, string) cell) =>
                    (cell with { Item5 = indicator }) is var key && truth.ContainsKey(key) ? Value(key, role) : 0;
                if (both.TrueForAll(cell => Of(one.Code, one.Role, cell) == Of(other.Code, other.Role, cell))
                    && both.Exists(cell => Of(one.Code, one.Role, cell) > 0))
                    yield return (one.Code, one.Role, other.Code, other.Role);
            }
    }

    private IEnumerable<Dictionary<int, long>> SameCounts()
    {
        foreach (var (one, role, other, otherRole) in SameSeries().ToList())
            foreach (var cell in truth.Keys.Where(cell => cell.Indicator == one).ToList())
                if ((cell with { Indicator = other }) is var same && truth.ContainsKey(same))
                {
                    var link = new Dictionary<int, long>();
                    Add(link, cell, role, 1);
                    Add(link, same, otherRole, -1);
                    yield return link;
                }
    }

    private IEnumerable<DateOnly> MonthsOf(string agency, Period days)
    {
        var within = reported.GetValueOrDefault(agency)?.Where(days.Contains).ToList() ?? [];
        return dataset.Shape == DatasetShape.Activity ? within : within.TakeLast(1);
    }

    // Caseload is no share: its denominator is a count of its own.
    private bool IsRate(string indicator) => dataset.Indicators.Single(known => known.Code == indicator).Unit == Unit.Cases;

    private CountRole[] Roles(string indicator) =>
        IsRate(indicator) ? [CountRole.Numerator, CountRole.Denominator] : [CountRole.Numerator, CountRole.Missed, CountRole.Denominator];

    private decimal Value((DateOnly, string, string, string, string) cell, CountRole role) =>
        truth[cell] is var (numerator, denominator) && role == CountRole.Numerator ? numerator
            : role == CountRole.Denominator ? truth[cell].Denominator : truth[cell].Denominator - truth[cell].Numerator;

    // What is nothing is known to be nothing: it needs no unknown.
    private void Add(
        Dictionary<int, long> sum,
        (DateOnly Month, string Agency, string Dimension, string Member, string Indicator) cell,
        CountRole role,
        long factor)
    {
        if (role == CountRole.Denominator && !IsRate(cell.Indicator))
        {
            Add(sum, cell, CountRole.Numerator, factor);
            Add(sum, cell, CountRole.Missed, factor);
            return;
        }

        if (Value(cell, role) == 0) return;
        var atom = Atom(cell, role);
        sum[atom] = sum.GetValueOrDefault(atom) + factor;
        if (sum[atom] == 0) sum.Remove(atom);
    }

    private int Atom((DateOnly, string, string, string, string) cell, CountRole role)
    {
        var key = (cell.Item1, cell.Item2, cell.Item3, cell.Item4, cell.Item5, role);
        return atoms.TryGetValue(key, out var atom) ? atom : atoms[key] = atoms.Count;
    }

    // The sum of a random number for each smallest count: sums and differences of figures are those of their marks.
    private static ulong Mark(Dictionary<int, long> sum)
    {
        ulong mark = 0;
        foreach (var (atom, factor) in sum)
        {
            var x = ((ulong)atom + 1) * 0xD1342543DE82EF95;
            x = (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9;
            mark += (x ^ (x >> 32)) * 0x94D049BB133111EB * (ulong)factor;
        }

        return mark;
    }
}
