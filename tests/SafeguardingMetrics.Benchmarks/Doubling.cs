using System.Globalization;
using System.IO.Hashing;
using System.Text;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Whether checking twice as much costs twice as much, whatever is sent.</summary>
internal static class Doubling
{
    private const int Records = 50_000;
    private const string Header = "visitId,childId,locality,team,visitType,dueOn";

    public static readonly Benchmark Declared = new(
        "doubling",
        "Processor's time of reading and checking twice as many statutory-visits: ids chosen to share places of a table hashed without a "
        + "seed, another team and locality with each record, and an error in all records but the first.",
        "The same of half as many.",
        Target.AtMost(2.5),
        Run);

    private static readonly (string Name, Func<int, IEnumerable<string>> Create)[] Bodies =
    [
        ("chosen ids", count => ChooseIds(count).Select(id => Line(id, "East", "East 1", "2026-11-02"))),
        ("another team each", count => Enumerable.Range(0, count).Select(i => Line($"V-{i}", $"L{i}", $"T{i}", "2026-11-02"))),
        ("an error each", count => Enumerable.Range(0, count).Select(i => Line($"V-{i}", "East", "East 1", i == 0 ? "2026-11-02" : "?"))),
    ];

    private static Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        var results = new List<Result>();
        foreach (var (name, create) in Bodies)
        {
            var half = Body(create(conditions.Of(Records)));
            var whole = Body(create(2 * conditions.Of(Records)));
            var (ofHalf, ofWhole) = (double.MaxValue, double.MaxValue);
            // The first round is not counted: it includes JIT compilation.
            for (var round = -1; round < conditions.Rounds * 2; round++)
            {
                var (one, two) = (Measure(half), Measure(whole));
                if (round >= 0) (ofHalf, ofWhole) = (Math.Min(ofHalf, one), Math.Min(ofWhole, two));
            }

            results.Add(new Result(name, Text(ofWhole), Text(ofHalf), ofWhole / ofHalf));
        }

        return Task.FromResult<IReadOnlyList<Result>>(results);
    }

    private static double Measure(byte[] body)
    {
        var before = Environment.CpuUsage.TotalTime;
        var counts = ValidationPipeline.Run(DatasetCatalogue.Find("statutory-visits")!, "2026-11", MediaTypes.Csv, body);
        Require.That(counts.Accepted > 0, $"{counts.Accepted} records were accepted.");
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static IEnumerable<string> ChooseIds(int count) => Enumerable.Range(0, int.MaxValue)
        .Select(i => $"V-{i}")
        .Where(id => (ulong)XxHash128.HashToUInt128(Encoding.UTF8.GetBytes(id)) >> 58 == 0)
        .Take(count);

    private static string Line(string id, string locality, string team, string dueOn) =>
        $"{id},C-{id},{locality},{team},child-protection,{dueOn}";

    private static byte[] Body(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Header)) + "\n");

    private static string Text(double milliseconds) => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms");
}
