using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>
/// The results as a Markdown table, which can replace the rows between two markers of a file. Rows of benchmarks that
/// did not run stay.
/// </summary>
internal sealed partial class ResultTable
{
    private const string Begins = "<!-- benchmarks: written by tests/SafeguardingMetrics.Benchmarks -->";
    private const string Ends = "<!-- /benchmarks -->";
    private const string Head = "| benchmark | figure | baseline in the same run | measured | to reach | met | on "
        + "|\n|---|---|---|---|---|---|---|";

    private readonly List<(string Key, string Row)> rows = [];

    /// <summary>All results.</summary>
    public string Markdown => $"{Head}\n{string.Join('\n', rows.Select(row => row.Row))}";

    /// <summary>Adds a result and returns its row.</summary>
    public string Add(Benchmark benchmark, Result result)
    {
        var target = result.Target ?? benchmark.Target;
        var (key, measured, met) = (
            $"`{benchmark.Name}`{(result.Case.Length == 0 ? "" : $" {result.Case}")}", target.Of(result.Value),
            target.IsMetBy(result.Value) ? "yes" : "no");
        rows.Add(
            (
                key,
                $"| {key} | {result.Figure} | {result.Baseline} | {measured} | {target} | {met} | "
                + $"{London.Today(TimeProvider.System):yyyy-MM-dd} |"));
        return $"{(result.Case.Length == 0 ? benchmark.Name : result.Case)}: {result.Figure}, baseline {result.Baseline}: "
            + $"{measured}, to reach {target}: {(met == "yes" ? "met" : "NOT MET")}";
    }

    /// <summary>
    /// Writes the rows between the markers of a file. Rows of the same machine are replaced; each machine has its own
    /// table, since figures of different machines are not comparable.
    /// </summary>
    /// <exception cref="NotDoneException">The file has no markers.</exception>
    public void WriteInto(string file)
    {
        var text = File.ReadAllText(file);
        var (begin, end) = (text.IndexOf(Begins, StringComparison.Ordinal), text.IndexOf(Ends, StringComparison.Ordinal));
        Require.That(begin >= 0 && end > begin, $"{file} has no markers \"{Begins}\" and \"{Ends}\".");
        var machines = Machines()
            .Matches(text[begin..end])
            .Select(
                match =>
                    (
                        Machine: match.Groups[1].Value,
                        Rows: match.Groups[2].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(KeyOf)))
            .ToList();
        if (machines.All(known => known.Machine != Machine.Description)) machines.Insert(0, (Machine.Description, []));
        var mine = machines.First(known => known.Machine == Machine.Description).Rows;
        foreach (var (key, row) in rows) mine[key] = row;

        var written = new StringBuilder(text[..begin]).Append(Begins).Append('\n');
        foreach (var (machine, its) in machines)
            written.Append(
                CultureInfo.InvariantCulture,
                $"\n**{machine}**\n\n{Head}\n{string.Join('\n', its.OrderBy(row => PlaceOf(row.Key)).Select(row => row.Value))}\n");
        File.WriteAllText(file, written.Append('\n').Append(text[end..]).ToString());
    }

    private static string KeyOf(string row) => row.Split('|')[1].Trim();

    // In the order of the catalogue; cases in the order of their results (the sort is stable).
    private static int PlaceOf(string key) =>
        BenchmarkCatalogue.All
            .Index()
            .Where(known => key.StartsWith($"`{known.Item.Name}`", StringComparison.Ordinal))
            .Select(known => known.Index)
            .FirstOrDefault(int.MaxValue);

    [GeneratedRegex(@"^\*\*(.+)\*\*\n\n\| benchmark .*\n\|-.*\n((?:\|.*\n)+)", RegexOptions.Multiline)]
    private static partial Regex Machines();
}
