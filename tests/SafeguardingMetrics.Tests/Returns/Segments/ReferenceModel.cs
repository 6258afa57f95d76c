using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>
/// What the figures of one dataset should be, worked out the slow way: a list of returns in the order they were sent;
/// a record is in force until a newer one that is not withdrawn covers its day, or states its key; the figures counted from
/// those records, one by one.
/// </summary>
internal sealed class ReferenceModel(string dataset)
{
    private static readonly string[] Codes =
    [
        "visits-on-time",
        "children-seen-alone",
        "visit-lateness",
        "unallocated-cases",
        "three-or-more-workers",
        "average-caseload",
    ];

    // England's, of the days that the tests are about.
    private static readonly DateOnly[] BankHolidays =
    [
        new(2025, 12, 25), new(2025, 12, 26), new(2026, 1, 1), new(2026, 4, 3), new(2026, 4, 6), new(2026, 5, 4), new(2026, 5, 25),
        new(2026, 8, 31), new(2026, 12, 25), new(2026, 12, 28),
    ];

    /// <summary>The returns, in the order in which they were sent.</summary>
    public List<SubmittedReturn> Returns { get; } = [];

    // With the day on which they were judged last.
    private readonly Dictionary<(string ReturnId, string Key), DateOnly> erased = [];

    /// <summary>The indicators it knows of its dataset.</summary>
    public IReadOnlyList<string> Indicators => dataset == "open-cases" ? Codes[3..] : Codes[..3];

    /// <summary>Sends a return to the service, confirmed beforehand, and remembers it.</summary>
    public async Task<SubmittedReturn> Send(TestService service, string period, IReadOnlyList<JsonObject> records)
    {
        // Made by chance, it has nothing in common with what it takes the place of: its sender says that it is right.
        var (sent, isHeld) = await Send(service, period, records, isConfirmed: true);
        Assert.That(isHeld, Is.False);
        return sent;
    }

    /// <summary>Sends a return to the service, and remembers it unless it is held.</summary>
    public async Task<(SubmittedReturn Sent, bool IsHeld)> Send(
        TestService service, string period, IReadOnlyList<JsonObject> records, bool isConfirmed)
    {
        var body = new JsonArray([.. records.Select(record => record.DeepClone())]);
        var answer = await service.Post(dataset, period, body, isConfirmed: isConfirmed);
        Assert.That((int)answer.Status, Is.EqualTo(201).Or.EqualTo(202), $"{period}: {answer.Text}");
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(records.Count), answer.Text);
        Assert.That(Period.TryParse(period, out var days), Is.True);
        var sent = new SubmittedReturn
        {
            Id = answer.ReturnId,
            Agency = "EXA-CSC",
            Days = days,
            ReceivedOn = London.Today(service.Clock),
            Records = records.ToLookup(record => DayOf(record, days)),
            Keys = KeysOf(records),
        };
        if ((int)answer.Status == 202) return (sent, true);
        Take(sent, answer);
        return (sent, false);
    }

    /// <summary>Sends changes to the service, and remembers them.</summary>
    public async Task<SubmittedReturn> SendChanges(TestService service, IReadOnlyList<JsonObject> records, IReadOnlyList<string> purged)
    {
        var purges = purged.Select(key => new JsonObject { ["visitId"] = key, ["purge"] = true });
        var body = new JsonArray([.. records.Select(record => record.DeepClone()), .. purges]);
        var answer = await service.PostChanges(dataset, body);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(records.Count), answer.Text);
        Assert.That((int)answer.Json["purged"]!, Is.EqualTo(purged.Count), answer.Text);
        var today = London.Today(service.Clock);
        var sent = new SubmittedReturn
        {
            Id = answer.ReturnId,
            Agency = "EXA-CSC",
            Days = new Period(today, today),
            ReceivedOn = today,
            Records = records.ToLookup(record => DayOf(record, default)),
            IsChanges = true,
            Keys = KeysOf(records).Union(purged).ToHashSet(),
        };
        Returns.Add(sent);
        return sent;
    }

    /// <summary>Remembers a return that was taken, or confirmed, as the newest; its receipt says which returns lost days.</summary>
    public void Take(SubmittedReturn sent, ApiResponse receipt)
    {
        var superseded = HeldDays(sent.Days.From, sent.Days.To).Select(held => held.Holder.Id).Distinct().Order(StringComparer.Ordinal);
        Assert.That(receipt.Json["supersedes"]!.AsArray().Select(id => (string)id!), Is.EqualTo(superseded), $"{sent.Days} supersedes");
        Returns.Add(sent);
    }

    /// <summary>Withdraws a return at the service and here.</summary>
    public static async Task Withdraw(TestService service, SubmittedReturn sent)
    {
        var answer = await service.Delete($"/v1/returns/{sent.Id}", "demo-social-care");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        sent.IsWithdrawn = true;
    }

    /// <summary>
    /// Withdraws a return; refused, and nothing changed, where an erased record would be in force again because the return stated
    /// its key.
    /// </summary>
    /// <returns>False where it was refused.</returns>
    public async Task<bool> TryWithdraw(TestService service, SubmittedReturn sent)
    {
        var before = ListErasedInForce(sent);
        sent.IsWithdrawn = true;
        var isRefused = ListErasedInForce(sent).Except(before).Any();
        sent.IsWithdrawn = isRefused ? false : sent.IsWithdrawn;
        if (!isRefused)
        {
            await Withdraw(service, sent);
            return true;
        }

        var answer = await service.Delete($"/v1/returns/{sent.Id}", "demo-social-care");
        Assert.That((int)answer.Status, Is.EqualTo(409), answer.Text);
        return false;
    }

    /// <summary>
    /// Forgets a child: its records, and all of the same keys. What they count for stays. Of an open record that is out of force it
    /// is not known here when it was judged last, and of one that is held not for what it will count: then nothing is done.
    /// </summary>
    /// <returns>True where records are to be erased.</returns>
    public bool TryErase(string child, IEnumerable<SubmittedReturn> waiting)
    {
        var all = Returns
            .SelectMany(sent => sent.Records.SelectMany(day => day.Select(record => (Sent: sent, Record: record, Day: day.Key))))
            .Where(one => !IsErased(one.Sent, one.Record)).ToList();
        var keys = all.Where(one => (string?)one.Record["childId"] == child).Select(one => KeyOf(one.Record)).ToHashSet();
        var gone = all.Where(one => keys.Contains(KeyOf(one.Record))).ToList();
        if (waiting.SelectMany(held => held.Records.SelectMany(day => day))
            .Any(record => (string?)record["childId"] == child || keys.Contains(KeyOf(record)))) return false;
        if (gone.Exists(one => one.Record["visitedOn"] is null && !RecordsInForce(one.Day).Any(pair => pair.Record == one.Record)))
            return false;
        foreach (var (sent, record, _) in gone) erased.Add((sent.Id, KeyOf(record)), JudgedOn(sent, record));
        return gone.Count > 0;
    }

    /// <summary>True where a record of a return was erased.</summary>
    public bool IsErased(SubmittedReturn sent, JsonObject record) => erased.ContainsKey((sent.Id, KeyOf(record)));

    // On days that the return covers the records beneath come back as numbers, erased or not.
    private HashSet<(string, string)> ListErasedInForce(SubmittedReturn withdrawn) =>
    [
        .. Returns.SelectMany(sent => sent.Records.Select(day => day.Key)).Distinct()
            .Where(day => withdrawn.IsChanges || !withdrawn.Days.Contains(day))
            .SelectMany(RecordsInForce)
            .Where(pair => IsErased(pair.Return, pair.Record))
            .Select(pair => (pair.Return.Id, KeyOf(pair.Record))),
    ];

    /// <summary>
    /// Asserts that the service's figures are the model's, for every indicator and the breakdowns and intervals that
    /// are given.
    /// </summary>
    public async Task Check(
        TestService service,
        DateOnly from,
        DateOnly to,
        IEnumerable<string> intervals,
        IEnumerable<string?> breakdowns,
        string when)
    {
        foreach (var interval in intervals)
        {
            foreach (var by in breakdowns)
            {
                var address =
                    $"/v1/indicator-values?codes={string.Join(',', Indicators)}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}&"
                    + $"interval={interval}{(by is null ? "" : $"&by={by}")}";
                var answer = await service.Get(address, "demo-analyst");
                Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
                var actual = answer.Json
                    .AsArray()
                    .Where(row => row!["denominator"] is { } count && ((decimal)count != 0 || by is null))
                    .Select(Text)
                    .ToList();
                Assert.That(actual, Is.EqualTo(Rows(from, to, interval, by).ToList()), $"{when}: {address}");
            }
        }
    }

    /// <summary>The rows that have a figure, as text.</summary>
    private IEnumerable<string> Rows(DateOnly from, DateOnly to, string interval, string? by)
    {
        foreach (var indicator in Indicators.Where(code => code != "average-caseload" || by is null or "team" or "agency"))
        {
            for (var start = StartOf(from, interval); start <= to; start = Next(start, interval))
            {
                var end = Next(start, interval).AddDays(-1);
                var held = HeldDays(start, end).ToList();
                if (dataset == "open-cases" && held.Count > 0) held = [held[^1]];
                if (held.Count == 0) continue;

                var counted = dataset == "open-cases" ? held.Select(day => day.Day) : ListDays(start, end);
                var records = counted.SelectMany(RecordsInForce).ToList();
                var members = by switch
                {
                    null => [null],
                    "agency" => ["EXA-CSC"],
                    _ => records.Select(pair => Member(pair.Record, by)).Distinct().Order(StringComparer.Ordinal).Cast<string?>(),
                };
                foreach (var member in members)
                {
                    var figure = Count(indicator, [.. records.Where(pair => by is null or "agency" || Member(pair.Record, by) == member)]);
                    if (figure.Denominator != 0 || by is null) yield return Text(indicator, start, member, figure);
                }
            }
        }
    }

    private IEnumerable<(DateOnly Day, SubmittedReturn Holder)> HeldDays(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (Returns.LastOrDefault(sent => !sent.IsWithdrawn && !sent.IsChanges && sent.Days.Contains(day)) is { } holder)
                yield return (day, holder);
    }

    private static IEnumerable<DateOnly> ListDays(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1)) yield return day;
    }

    /// <summary>The records that count on a day: of each return those that no newer one covers or states again.</summary>
    public IEnumerable<(SubmittedReturn Return, JsonObject Record)> RecordsInForce(DateOnly day) =>
        from sent in Returns.Index()
        where !sent.Item.IsWithdrawn
        from record in sent.Item.Records[day]
        where !Returns.Skip(sent.Index + 1).Any(newer => !newer.IsWithdrawn
            && ((!newer.IsChanges && newer.Days.Contains(day)) || newer.Keys.Contains(KeyOf(record))))
        select (sent.Item, record);

    private HashSet<string> KeysOf(IEnumerable<JsonObject> records) =>
        dataset == "open-cases" ? [] : records.Select(KeyOf).ToHashSet(StringComparer.Ordinal);

    private static string KeyOf(JsonObject record) => (string?)record["visitId"] ?? "";

    /// <summary>True where a visit was made, or was due when it was judged last.</summary>
    public bool IsDue(SubmittedReturn sent, JsonObject visit) =>
        Day(visit, "visitedOn") is not null || Day(visit, "dueOn") <= JudgedOn(sent, visit);

    // The day of receipt, or that of the last return of changes since; what was erased is judged no more.
    private DateOnly JudgedOn(SubmittedReturn sent, JsonObject visit)
    {
        var on = Returns.SkipWhile(other => other != sent).Where(newer => newer.IsChanges && !newer.IsWithdrawn).Append(sent)
            .Max(newer => newer.ReceivedOn);
        return erased.TryGetValue((sent.Id, KeyOf(visit)), out var last) && last < on ? last : on;
    }

    private ExpectedFigure Count(string indicator, IReadOnlyList<(SubmittedReturn Return, JsonObject Record)> records)
    {
        switch (indicator)
        {
            case "visits-on-time":
                var due = records.Where(pair => IsDue(pair.Return, pair.Record)).ToList();
                return new ExpectedFigure(due.Count(pair => Day(pair.Record, "visitedOn") <= Day(pair.Record, "dueOn")), due.Count);
            case "children-seen-alone":
                var seen = records.Where(pair => (bool?)pair.Record["childSeen"] == true).ToList();
                return new ExpectedFigure(seen.Count(pair => (bool?)pair.Record["seenAlone"] == true), seen.Count);
            case "visit-lateness":
                var made = records.Where(pair => Day(pair.Record, "visitedOn") is not null).ToList();
                return new ExpectedFigure(
                    made.Count(pair => Day(pair.Record, "visitedOn") > Day(pair.Record, "dueOn")), made.Count,
                    [.. made.Select(pair => DaysLate(Day(pair.Record, "dueOn")!.Value, Day(pair.Record, "visitedOn")!.Value))]);
            case "unallocated-cases":
                return new ExpectedFigure(records.Count(pair => pair.Record["allocatedWorkerId"] is null), records.Count);
            case "three-or-more-workers":
                var known = records.Where(pair => pair.Record["workersInLast12Months"] is not null).ToList();
                return new ExpectedFigure(known.Count(pair => (int)pair.Record["workersInLast12Months"]! >= 3), known.Count);
            default:
                var allocated = records.Where(pair => pair.Record["allocatedWorkerId"] is not null).ToList();
                return new ExpectedFigure(
                    allocated.Count,
                    allocated.Select(pair => $"{pair.Record["allocatedWorkerId"]} {pair.Record["team"]}").Distinct().Count());
        }
    }

    // A visit due on a Friday and made on the Saturday is late by 1.
    private static int DaysLate(DateOnly due, DateOnly made) => made <= due ? 0 : Math.Max(1, WorkingDaysAfter(due, made));

    private static int WorkingDaysAfter(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day)) days++;
        return days;
    }

    private DateOnly DayOf(JsonObject record, Period days) => dataset == "open-cases" ? days.To : Day(record, "dueOn")!.Value;

    private string Member(JsonObject record, string by) =>
        (string)record[by == "category" ? dataset == "open-cases" ? "planType" : "visitType" : by]!;

    private static DateOnly? Day(JsonObject record, string field) =>
        record[field] is { } day ? DateOnly.ParseExact((string)day!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static DateOnly StartOf(DateOnly day, string interval) => interval switch
    {
        "day" => day,
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        "quarter" => new DateOnly(day.Year, (day.Month + 2) / 3 * 3 - 2, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly start, string interval) => interval switch
    {
        "day" => start.AddDays(1),
        "week" => start.AddDays(7),
        "month" => start.AddMonths(1),
        "quarter" => start.AddMonths(3),
        _ => start.AddYears(1),
    };

    private static string Text(JsonNode? row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row!["indicator"]} {row["from"]} {row["member"]} {(decimal)row["numerator"]!:0.##}/{(decimal)row["denominator"]!:0.##} "
        + $"{(decimal?)row["value"]:0.0} {(decimal?)row["p90"]:0.0}");

    private static string Text(string indicator, DateOnly start, string? member, ExpectedFigure figure)
    {
        decimal? value = figure.Denominator == 0 ? null
            : indicator == "visit-lateness" ? figure.Centile(50)
            : Math.Round(
                (indicator == "average-caseload" ? 1 : 100) * figure.Numerator / figure.Denominator,
                1,
                MidpointRounding.AwayFromZero);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{indicator} {start:yyyy-MM-dd} {member} {figure.Numerator:0.##}/{figure.Denominator:0.##} {value:0.0} "
            + $"{(decimal?)figure.Centile(90):0.0}");
    }
}
