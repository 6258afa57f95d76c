using System.Globalization;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>Counts results by agency and dataset.</summary>
internal sealed class ResultTotals
{
    private readonly SortedDictionary<(string Agency, string Dataset), Line> lines = [];

    public bool AnyRefused => lines.Values.Any(line => line.Returns[(int)SubmissionVerdict.Refused] > 0);

    public void Add(SimulatedReturn simulated, SubmissionResult answer)
    {
        var key = (simulated.Agency, simulated.Dataset);
        if (!lines.TryGetValue(key, out var line))
            lines[key] = line = new Line();
        line.Returns[(int)answer.Verdict]++;
        line.Records += answer.Records;
    }

    /// <summary>Formats the final table: returns by verdict, then their records.</summary>
    public IEnumerable<string> Table()
    {
        yield return "                                  returns                                 records";
        yield return "agency      dataset               accepted  +findings  rejected  refused  received  accepted  rejected   queried";
        foreach (var ((agency, dataset), line) in lines)
            yield return Row(agency, dataset, line);
        yield return Row("all", "", Line.Sum(lines.Values));
    }

    private static string Row(string agency, string dataset, Line line) => string.Create(CultureInfo.InvariantCulture,
        $"{agency,-11} {dataset,-20} {line.Returns[0],9} {line.Returns[1],10} {line.Returns[2],9} {line.Returns[3],8} "
        + $"{line.Records.Received,9} {line.Records.Accepted,9} {line.Records.Rejected,9} {line.Records.Queried,9}");

    private sealed class Line
    {
        /// <summary>By <see cref="SubmissionVerdict"/>.</summary>
        public int[] Returns { get; } = new int[4];

        public RecordTotals Records { get; set; }

        public static Line Sum(IEnumerable<Line> lines) => lines.Aggregate(new Line(), (sum, line) =>
        {
            for (var verdict = 0; verdict < sum.Returns.Length; verdict++)
                sum.Returns[verdict] += line.Returns[verdict];
            sum.Records += line.Records;
            return sum;
        });
    }
}
