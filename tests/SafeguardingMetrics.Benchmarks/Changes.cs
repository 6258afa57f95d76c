using System.Globalization;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>What a return of changes costs beside a return of the same records over the same months.</summary>
internal static class Changes
{
    private const int Months = 24;
    private const int Stored = 240_000;
    private const int Records = 200;
    private const int Again = 8;

    public static readonly Benchmark Declared = new(
        "changes",
        "A return of changes: 200 statutory-visits sent before, over 24 months that have 240,000.",
        "A return of the same 24 months that has the same 200 records alone, in place of as many, of another agency.",
        Target.AtMost(2),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        await using var service = await RunningService.Start(folder.Folder("bodies"), $"Data Source={folder.File("service.db")}");
        var (changing, whole) = (await service.AddAgency("CHANGES", "social-care"), await service.AddAgency("WHOLE", "social-care"));
        var months = VisitHistory.Months(Months);
        var size = Math.Max(VisitHistory.Localities * 31, conditions.Of(Stored) / Months);
        foreach (var month in months)
        {
            var body = VisitHistory.Csv(month, size, "S");
            foreach (var key in new[] { changing, whole })
                await service.Post(VisitHistory.Dataset, month.ToString(), "text/csv", body, size, key);
        }

        var all = new Period(months[0].From, months[^1].To);
        var today = London.Today(TimeProvider.System);
        var (subject, baseline) = (new Timings(), new Timings());
        // Warm-up: the first of each compiles the code.
        for (var again = -2; again < (conditions.Size < 1 ? 1 : Again); again++)
        {
            var (records, body) = Pick(months, size, again + 2);
            var (ofChanges, ofWhole) = again < 0 ? (new Timings(), new Timings()) : (subject, baseline);
            var receipt = await ofChanges.Time(() => service.Post(
                VisitHistory.Dataset, $"{today:yyyy-MM-dd}", "text/csv", body, records, changing, "changes"));
            Require.That((int)receipt["restated"]! == records, $"{records} records are restated: {receipt["restated"]}.");
            var replaced = await ofWhole.Time(() => service.Post(
                VisitHistory.Dataset, $"{all.From:yyyy-MM-dd}/{all.To:yyyy-MM-dd}", "text/csv", body, records, whole));
            // Each time the months are as full as the other agency's.
            await service.Withdraw(replaced, whole);
            conditions.Say($"changes {again + 1}");
        }

        return [new("200 over 24 months", Text(subject.Least), Text(baseline.Least), subject.Least / baseline.Least)];
    }

    // Each month's share of the records, others each time.
    private static (int Records, byte[] Body) Pick(IReadOnlyList<Period> months, int size, int again)
    {
        var lines = new List<string>();
        for (var i = 0; i < Records; i++)
        {
            var month = months[i % months.Count];
            var text = System.Text.Encoding.ASCII.GetString(VisitHistory.Csv(month, size, "S")).Split('\n');
            if (lines.Count == 0) lines.Add(text[0]);
            // Due as before, and now not made.
            var cells = text[1 + ((again * 17) + (i / months.Count * 31)) % size].Split(',');
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{string.Join(',', cells.Take(6))},,,"));
        }

        var kept = lines.Distinct().ToList();
        return (kept.Count - 1, System.Text.Encoding.ASCII.GetBytes(string.Join('\n', kept) + "\n"));
    }

    private static string Text(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0.0} ms");
}
