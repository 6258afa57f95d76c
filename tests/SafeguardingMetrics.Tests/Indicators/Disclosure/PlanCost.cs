using System.Diagnostics;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Schools.SchoolAttendance;
using SafeguardingMetrics.Indicators.Disclosure;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

[TestFixture, Explicit("Measures.")]
public sealed class PlanCost
{
    [TestCase(8)]
    [TestCase(150)]
    public void Of_schools(int schools)
    {
        var random = new Random(1);
        var rows = new List<CountRow>();
        for (var month = 0; month < 12; month++)
            for (var school = 0; school < schools; school++)
            {
                var pupils = Enumerable.Range(0, random.Next(0, 40))
                    .Select(_ => (
                        Locality: $"L{random.Next(school % 4, school % 4 + 2)}",
                        Category: $"C{random.Next(3)}",
                        Missed: random.Next(0, 8)))
                    .ToList();
                foreach (var (dimension, members) in new[]
                {
                    (Dimension.All, pupils.ToLookup(_ => "")),
                    (Dimension.Locality, pupils.ToLookup(p => p.Locality)),
                    (Dimension.Category, pupils.ToLookup(p => p.Category)),
                    (Dimension.Team, pupils.ToLookup(_ => $"S{school}")),
                })
                    foreach (var member in members)
                    {
                        CountRow Row(
                            string indicator,
                            int n,
                            int d) => new()
                            {
                                MonthOn = new DateOnly(2025, 4, 1).AddMonths(month),
                                Agency = $"S{school}",
                                Sector = Sector.School,
                                Indicator = indicator,
                                Dimension = dimension,
                                Member = member.Key,
                                Numerator = n,
                                Denominator = d,
                            };
                        rows.Add(Row("absence-rate", member.Sum(p => p.Missed), member.Count() * 40));
                        rows.Add(Row("persistent-absence", member.Count(p => p.Missed > 3), member.Count()));
                    }
            }

        TestContext.Out.WriteLine($"{schools} schools: {rows.Count / 12} rows a month");
        foreach (var months in new[] { 1, 1, 12, 3, 15 })
        {
            var plan = new SuppressionPlan(new SchoolAttendance(), rows, [], new DateOnly(2027, 1, 1), DisclosureRules.All);
            var watch = Stopwatch.StartNew();
            var cpu = Process.GetCurrentProcess().TotalProcessorTime;
            var key = new CountKey(default, Scope.Partnership, Dimension.All, "", "persistent-absence", CountRole.Denominator);
            if (months is 1 or 12)
                for (var month = 0; month < months; month++)
                    plan.IsShown(
                        key,
                        new Period(new DateOnly(2025, 4, 1).AddMonths(month), new DateOnly(2025, 4, 1).AddMonths(month + 1).AddDays(-1)),
                        1);
            else if (months == 3) plan.IsShown(key, new Period(new DateOnly(2025, 4, 1), new DateOnly(2025, 6, 30)), 1);
            else plan.IsShown(key, new Period(new DateOnly(2025, 4, 1), new DateOnly(2026, 3, 31)), 1);
            var span =
                months switch { 15 => "a year with its quarters and months", 3 => "a quarter with its months", _ => $"{months} months" };
            var used = Process.GetCurrentProcess().TotalProcessorTime - cpu;
            TestContext.Out.WriteLine($"{span}: {watch.ElapsedMilliseconds} ms, {used.TotalMilliseconds} ms of processor");
        }
    }
}
