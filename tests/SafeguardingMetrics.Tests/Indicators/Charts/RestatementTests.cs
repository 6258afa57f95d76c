using System.Numerics;
using SafeguardingMetrics.Indicators.Charts;

namespace SafeguardingMetrics.Tests.Indicators.Charts;

/// <summary>
/// The charts again, plainly: in fractions of whole numbers, and each point asked by itself which windows of three and
/// of seven it lies in.
/// </summary>
public sealed class RestatementTests
{
    private const int Series = 500;

    [Test]
    public void Random_series_are_charted_as_a_slow_plain_restatement_charts_them()
    {
        var random = new Random(20261122);
        var found = new Dictionary<string, int>();
        for (var series = 0; series < Series; series++)
        {
            var values = Values(random);
            var screen = random.Next(2) == 0;
            var baseline = random.Next(3) == 0 ? 12 + random.Next(4) : (int?)null;
            int[] starts = random.Next(3) == 0 ? [random.Next(values.Length), random.Next(values.Length)] : [];
            var place =
                $"series {series}: {string.Join(' ', values.Select(value => value is null ? "-" : $"{value}"))}; screen {screen}, "
                + $"baseline {baseline}, starts {string.Join(',', starts)}";

            var stretches = ProcessPhase.Create([.. values.Select(value => value / 10m)], starts, baseline, screen);
            var told = stretches
                .SelectMany(stretch => stretch.Signals)
                .Select(signal => signal is null
                    ? ""
                    : $"{ChartEnumNames.ToText(signal.Rule)} {signal.Direction} {string.Join(',', signal.Points)}")
                .ToArray();

            var cuts = starts.Where(start => start > 0).Append(0).Distinct().Order().ToList();
            Assert.That(stretches.Select(stretch => stretch.First), Is.EqualTo(cuts), place);
            for (var part = 0; part < cuts.Count; part++)
            {
                var end = part + 1 < cuts.Count ? cuts[part + 1] : values.Length;
                var plain = new Plain(values[cuts[part]..end], baseline, screen);
                for (var i = cuts[part]; i < end; i++)
                    Assert.That(told[i], Is.EqualTo(plain.At(i - cuts[part], cuts[part])), $"{place}; point {i}");
                var limits = stretches[part].Limits;
                Assert.That(limits is null, Is.EqualTo(plain.Count == 0), place);
                if (limits is not null)
                    Assert.That((double)limits.Mean, Is.EqualTo((double)plain.Sum / (double)plain.Count / 10).Within(1e-9), place);
                if (limits is { Upper: { } upper, Lower: { } lower })
                    Assert.That(
                        (double)(upper - lower),
                        Is.EqualTo(2 * 2.66 * (double)plain.RangeSum / (double)plain.RangeCount / 10).Within(1e-9),
                        place);
                else Assert.That(plain.RangeCount.IsZero, Is.True, place);
            }

            foreach (var signal in told) found[signal.Split(' ')[0]] = found.GetValueOrDefault(signal.Split(' ')[0]) + 1;
        }

        // The series are such that every rule is tried.
        Assert.That(
            new[] { "beyond-limit", "trend", "two-of-three", "shift" }.Select(rule => found.GetValueOrDefault(rule)),
            Has.All.GreaterThan(100));
    }

    // Tenths. Few different values, so that many are equal; some drift, some jump, some lack figures.
    private static int?[] Values(Random random)
    {
        var values = new int?[1 + random.Next(50)];
        var (spread, drift, gaps) = (1 + random.Next(6), random.Next(4) - 1, random.Next(3) == 0 ? 8 : int.MaxValue);
        var level = random.Next(1000);
        // Some that climb or fall nearly all the way.
        if (random.Next(4) == 0) (spread, drift) = (1, random.Next(2) == 0 ? 3 : -3);
        var faithful = Math.Abs(drift) == 3 ? 19 : 14;
        for (var i = 0; i < values.Length; i++)
        {
            if (random.Next(12) == 0) level += random.Next(-3 * spread, 3 * spread + 1);
            level += random.Next(20) < faithful ? drift : -drift;
            values[i] = random.Next(gaps) == 0 ? null : level + random.Next(-spread, spread + 1);
        }

        return values;
    }

    private sealed class Plain
    {
        private readonly int?[] values;

        public Plain(int?[] values, int? baseline, bool screen)
        {
            this.values = values;
            var used = new List<int?>();
            foreach (var value in values)
            {
                if (baseline is not null && used.Count(one => one is not null) == baseline) break;
                used.Add(value);
            }

            Sum = used.Sum(value => value ?? 0);
            Count = used.Count(value => value is not null);
            var ranges = new List<int>();
            for (var i = 1; i < used.Count; i++)
                if (used[i] is { } here && used[i - 1] is { } before) ranges.Add(here > before ? here - before : before - here);
            if (screen && ranges.Any(range => range > 0))
            {
                BigInteger all = ranges.Sum(), count = ranges.Count;
                ranges.RemoveAll(range => range * count * 1000 >= 3267 * all);
            }

            RangeSum = ranges.Sum();
            RangeCount = ranges.Count;
        }

        public BigInteger Sum { get; }

        public BigInteger Count { get; }

        public BigInteger RangeSum { get; }

        public BigInteger RangeCount { get; }

        public string At(int i, int first)
        {
            if (values[i] is null) return "";
            if (Zone(i) == 3) return $"beyond-limit {Side(i)} {i + first}";

            // Of the windows of seven that the point lies in, the last in which every step goes one way.
            for (var start = i; start >= i - 6; start--)
            {
                foreach (var way in new[] { 1, -1 })
                {
                    if (!Enumerable.Range(start, 6).All(at => Step(at) == way)) continue;
                    var (from, to) = (start, start + 6);
                    while (Step(from - 1) == way) from--;
                    while (Step(to) == way) to++;
                    return $"trend {way} {Joined(from, to, first)}";
                }
            }

            if (Zone(i) == 2)
            {
                for (var start = i; start >= i - 2; start--)
                {
                    var three = Enumerable.Range(start, 3).ToList();
                    if (three.Any(at => Side(at) != Side(i))) continue;
                    var near = three.Where(at => Zone(at) == 2).ToList();
                    if (near.Count >= 2) return $"two-of-three {Side(i)} {string.Join(',', near.Select(at => at + first))}";
                }
            }

            var (left, right) = (i, i);
            while (Side(i) != 0 && Side(left - 1) == Side(i)) left--;
            while (Side(i) != 0 && Side(right + 1) == Side(i)) right++;
            return right - left >= 6 ? $"shift {Side(i)} {Joined(left, right, first)}" : "";
        }

        private static string Joined(int from, int to, int first) => string.Join(',', Enumerable.Range(from + first, to - from + 1));

        private int? Value(int i) => i < 0 || i >= values.Length ? null : values[i];

        // From a point to the next: up, down, level; 9 where one of them is not there.
        private int Step(int i) => Value(i) is { } here && Value(i + 1) is { } next ? next > here ? 1 : next < here ? -1 : 0 : 9;

        // 0 for a point on the mean, and for none.
        private int Side(int i) => Value(i) is { } value ? (value * Count - Sum).Sign : 0;

        // 3 beyond the limit, 2 beyond two thirds of the way to it, 1 within.
        private int Zone(int i)
        {
            if (RangeCount.IsZero) return 1;
            var distance = BigInteger.Abs(Value(i)!.Value * Count - Sum) * RangeCount * 300;
            var limit = 266 * 3 * RangeSum * Count;
            return distance > limit ? 3 : distance * 3 > limit * 2 ? 2 : 1;
        }
    }
}
