using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>What releases cost: a board's read of a month, and making a release of very many teams.</summary>
internal static class Released
{
    private const int Requests = 200;
    private const int Months = 12;
    private const int Teams = 5000;

    public static readonly Benchmark Declared = new(
        "released",
        "A board's read of a month's released figures by locality with no answer kept; and the processor time of making the release of a "
        + "quarter in which 5,000 teams are named.",
        "An analyst's read of the same month in full; no baseline of the second.",
        Target.AtMost(1),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        using var folder = new WorkingFolder(conditions);
        await using var service = await RunningService.Start(
            folder.Folder("bodies"), $"Data Source={folder.File("service.db")}",
            ("Limits__Requests", "100000000"), ("Limits__AnswerBytes", "0"));
        var months = VisitHistory.Months(Months);
        foreach (var month in months)
        {
            await service.Post("open-cases", $"{month.To:yyyy-MM-dd}", "text/csv", Cases(month), 200);
            var visits = conditions.Of(1000);
            await service.Post(VisitHistory.Dataset, month.ToString(), "text/csv", VisitHistory.Csv(month, visits, "V"), visits);
        }

        using var administrator = Client(service, "demo-admin");
        foreach (var month in months) await Release(administrator, "month", month.From);
        var cost = await MeasureTeams(service, administrator, months, conditions);

        using var board = Client(service, "demo-board");
        using var analyst = Client(service, "demo-analyst");
        var (from, to) = (months[^1].From, months[^1].To);
        var address = $"/v1/indicators/{VisitHistory.Indicator}/values?by=locality&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}";
        var (requests, rounds) = (conditions.Of(Requests), new Rounds());
        async Task<int> Ask(HttpClient client)
        {
            for (var i = 0; i < requests; i++) _ = await client.GetByteArrayAsync(address);
            return requests;
        }

        for (var round = 0; round < (conditions.Size < 1 ? 1 : 10); round++) _ = await Ask(board) + await Ask(analyst);
        for (var round = 0; round < conditions.Rounds; round++)
        {
            await rounds.Subject.Time(() => Ask(board));
            await rounds.Baseline.Time(() => Ask(analyst));
            conditions.Say($"released {round + 1} of {conditions.Rounds}");
        }

        string Text(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / requests * 1e6:0} µs");
        return
        [
            new("a month", Text(rounds.Subject.Least), Text(rounds.Baseline.Least), rounds.Subject.Least / rounds.Baseline.Least),
            new("5,000 teams", string.Create(CultureInfo.InvariantCulture, $"{cost:0.00} s of processor"), "–", cost)
            {
                Target = Target.AtMost(2, "s"),
            },
        ];
    }

    // The quarter's release, with everything that is stored and checked for it.
    private static async Task<double> MeasureTeams(
        RunningService service, HttpClient administrator, IReadOnlyList<Period> months, Conditions conditions)
    {
        var month = months.Last(one => one.From.Month % 3 == 0);
        var teams = conditions.Of(Teams);
        var visits = new StringBuilder("visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone\n");
        for (var i = 0; i < teams; i++)
            visits.Append(CultureInfo.InvariantCulture, $"T-{i},C-{i},Quarter {i % 5},Team {i},child-protection,{month.From:yyyy-MM-dd},")
                .Append(i % 7 == 3 ? ",,\n" : string.Create(CultureInfo.InvariantCulture, $"{month.From:yyyy-MM-dd},true,true\n"));
        await service.Post(
            VisitHistory.Dataset, $"{month.From:yyyy-MM-dd}/{month.From.AddDays(5):yyyy-MM-dd}", "text/csv",
            Encoding.ASCII.GetBytes(visits.ToString()), teams);
        var before = service.ProcessorTime;
        await Release(administrator, "quarter", month.From);
        return (service.ProcessorTime - before).TotalSeconds;
    }

    private static async Task Release(HttpClient administrator, string interval, DateOnly day)
    {
        using var answer = await administrator.PostAsJsonAsync("/v1/releases", new { interval, day });
        Require.That(answer.StatusCode == HttpStatusCode.OK, $"The {interval} of {day:yyyy-MM-dd} is released: {answer.StatusCode}.");
    }

    private static byte[] Cases(Period month)
    {
        var text = new StringBuilder("childId,locality,team,planType,openedOn,allocatedWorkerId,allocatedOn\n");
        for (var i = 0; i < 200; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"C-{i},Quarter {i % 5},Team {i % 10},child-in-need,{month.From:yyyy-MM-dd},W-{i % 17},{month.From:yyyy-MM-dd}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static HttpClient Client(RunningService service, string key)
    {
        var client = new HttpClient { BaseAddress = service.Client.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }
}
