using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Benchmarks.Support;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Latency of the first read after a change, which no cache answers.</summary>
internal static class ValuesCold
{
    private const int Requests = 200;

    // SQL as somebody would write it who needs only these figures.
    private const string Sum = """
        SELECT s.MonthOn, c.Member, SUM(c.Numerator), SUM(c.Denominator)
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE s.Dataset = $dataset AND s.MonthOn BETWEEN $from AND $to AND s.EndedAt IS NULL
            AND c.Indicator = $indicator AND c.Dimension = 'locality'
        GROUP BY s.MonthOn, c.Member
        """;

    public static readonly Benchmark Declared = new(
        "values-cold",
        "The same over HTTP with no answer kept: every request sums the cells, one after another.",
        "One hand-written SQL statement that sums the same cells, prepared, in process, its rows read.",
        Target.AtMost(3),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        var (filled, address) = await Values.Filled(folder, conditions.Of(1000), ("Limits__AnswerBytes", "0"));
        await using var service = filled;
        service.Client.DefaultRequestHeaders.Add("X-Api-Key", "demo-analyst");
        await using var connection = new SqliteConnection($"Data Source={folder.File("service.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        var months = VisitHistory.Months(24);
        command.CommandText = Sum;
        foreach (
            var (name, value) in new[]
            {
                ("$dataset", VisitHistory.Dataset), ("$indicator", VisitHistory.Indicator), ("$from", Day(months[0].From)),
                ("$to", Day(months[^1].To)),
            })
            command.Parameters.AddWithValue(name, value);
        await command.PrepareAsync();

        var answered = JsonNode.Parse(await service.Client.GetStringAsync(address))!.AsArray();
        Require.That(answered.Sum(row => (decimal)row!["denominator"]!) == Summed(command).Denominator, "Both sum the same.");

        var (requests, rounds) = (conditions.Of(Requests), new Rounds());
        async Task<int> Ask()
        {
            for (var i = 0; i < requests; i++) _ = await service.Client.GetByteArrayAsync(address);
            return requests;
        }

        int Bare()
        {
            for (var i = 0; i < requests; i++) Require.That(Summed(command).Rows == answered.Count, "The statement has a row a figure.");
            return requests;
        }

        // Warm-up until hot code is compiled.
        for (var round = 0; round < (conditions.Size < 1 ? 1 : 10); round++) _ = await Ask() + Bare();
        for (var round = 0; round < conditions.Rounds; round++)
        {
            await rounds.Subject.Time(Ask);
            rounds.Baseline.Time(Bare);
            conditions.Say($"values-cold {round + 1} of {conditions.Rounds}");
        }

        string Text(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / requests * 1e6:0} µs");
        return [new("", Text(rounds.Subject.Least), Text(rounds.Baseline.Least), rounds.Subject.Least / rounds.Baseline.Least)
        {
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"least of each; by medians {rounds.Subject.Median / rounds.Baseline.Median:0.00} "
                + $"({Text(rounds.Subject.Median)} and {Text(rounds.Baseline.Median)})"),
        }];
    }

    private static (int Rows, decimal Denominator) Summed(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        var (count, denominator) = (0, 0m);
        for (; rows.Read(); count++)
        {
            _ = (rows.GetString(0), rows.GetString(1), rows.GetDecimal(2));
            denominator += rows.GetDecimal(3);
        }

        return (count, denominator);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
