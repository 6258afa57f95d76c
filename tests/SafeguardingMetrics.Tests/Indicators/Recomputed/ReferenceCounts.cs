using System.Globalization;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Recomputed;

/// <summary>What one record counts for, by the contract's words and with nothing of the service's code.</summary>
internal static class ReferenceCounts
{
    private static readonly HashSet<DateOnly> BankHolidays =
        [.. File.ReadLines(Path.Combine(Snapshot.Root, "db/reference/bank-holidays.csv")).Skip(1).Select(line => Day(line[..10])!.Value)];

    /// <summary>The datasets of whose indicators the contract's words are written here.</summary>
    public static IReadOnlyList<string> Datasets { get; } =
    [
        "open-cases", "statutory-visits", "strategy-meetings", "workforce-posts", "health-assessments", "police-notifications",
        "school-attendance",
    ];

    /// <summary>
    /// What it adds to numerator and denominator, and its working days; null where it does not count.
    /// </summary>
    public static (decimal Numerator, decimal Denominator, int Amount)? Count(
        string indicator, PostedReturn sent, IReadOnlyDictionary<string, string> record)
    {
        string? Text(string field) => record.GetValueOrDefault(field);
        DateOnly? On(string field) => Day(Text(field));
        bool Is(string field, string value) => Text(field) == value;
        (decimal, decimal, int)? Share(bool counts, bool meets) => counts ? (meets ? 1 : 0, 1, 0) : null;
        (decimal, decimal, int)? Length(int? days, bool meets) => days is { } amount ? (meets ? 1 : 0, 1, amount) : null;
        (decimal, decimal, int)? Weight(decimal whole, decimal part) => whole == 0 ? null : (part, whole, 0);
        decimal Number(string field) => decimal.Parse(Text(field)!, CultureInfo.InvariantCulture);

        return indicator switch
        {
            "unallocated-cases" => Share(true, Text("allocatedWorkerId") is null),
            "unallocated-without-review" =>
                Share(Text("allocatedWorkerId") is null, On("riskReviewedOn") is null || WorkingDays(On("riskReviewedOn"), sent.To) > 5),
            "time-to-allocation" =>
                Length(
                    On("allocatedOn") >= On("openedOn") ? WorkingDays(On("openedOn"), On("allocatedOn")) : null,
                    WorkingDays(On("openedOn"), On("allocatedOn")) <= 1),
            "three-or-more-workers" =>
                Share(
                    Text("workersInLast12Months") is not null,
                    Text("workersInLast12Months") is not null && Number("workersInLast12Months") >= 3),
            "visits-on-time" => Share(On("visitedOn") is not null || On("dueOn") <= sent.ReceivedOn, On("visitedOn") <= On("dueOn")),
            "children-seen-alone" => Share(Is("childSeen", "true"), Is("seenAlone", "true")),
            "visits-checked-by-manager" => Share(On("visitedOn") is not null, On("managerCheckedOn") is not null),
            // Late is late by a day at least, be it a Saturday.
            "visit-lateness" => Length(
                WorkingDays(On("dueOn"), On("visitedOn")) is { } days && On("visitedOn") > On("dueOn")
                    ? Math.Max(1, days)
                    : WorkingDays(On("dueOn"), On("visitedOn")),
                On("visitedOn") > On("dueOn")),
            "strategy-meetings-on-time" =>
                Share(
                    On("heldOn") is not null || WorkingDays(On("neededOn"), sent.ReceivedOn) > 1,
                    WorkingDays(On("neededOn"), On("heldOn")) <= 1),
            "strategy-meeting-delay" => Length(WorkingDays(On("neededOn"), On("heldOn")), WorkingDays(On("neededOn"), On("heldOn")) > 3),
            "strategy-meetings-quorate" =>
                Share(
                    On("heldOn") is not null,
                    Is("socialCareAttended", "true") && Is("policeAttended", "true") && Is("healthAttended", "true")),
            "vacancy-rate" => Weight(Number("fte"), Is("status", "filled") ? 0 : Number("fte")),
            "agency-rate" => Weight(Is("status", "vacant") ? 0 : Number("fte"), Is("status", "agency-cover") ? Number("fte") : 0),
            "dbs-checks-in-date" => Share(!Is("status", "vacant"), On("dbsCheckedOn") >= sent.To.AddYears(-3)),
            "health-assessments-on-time" =>
                Share(On("completedOn") is not null || On("dueOn") <= sent.ReceivedOn, On("completedOn") <= On("dueOn")),
            "notifications-shared-on-time" =>
                Share(
                    On("sharedOn") is not null || WorkingDays(On("incidentOn"), sent.ReceivedOn) > 1,
                    WorkingDays(On("incidentOn"), On("sharedOn")) <= 1),
            "notification-delay" =>
                Length(WorkingDays(On("incidentOn"), On("sharedOn")), WorkingDays(On("incidentOn"), On("sharedOn")) > 1),
            "absence-rate" => Weight(Number("sessionsPossible"), Number("sessionsPossible") - Number("sessionsAttended")),
            "persistent-absence" =>
                Share(
                    Number("sessionsPossible") > 0,
                    Number("sessionsPossible") - Number("sessionsAttended") >= Number("sessionsPossible") / 10),
            _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator, "The contract's words for it are not written here."),
        };
    }

    /// <summary>The day on which a record counts.</summary>
    public static DateOnly GetCountedOn(PostedReturn sent, IReadOnlyDictionary<string, string> record) => sent.Dataset switch
    {
        "statutory-visits" or "health-assessments" => Day(record["dueOn"])!.Value,
        "strategy-meetings" => Day(record["neededOn"])!.Value,
        "police-notifications" => Day(record["incidentOn"])!.Value,
        _ => sent.To,
    };

    /// <summary>A record's member of a breakdown; null where it has none.</summary>
    public static string? GetMember(string by, PostedReturn sent, IReadOnlyDictionary<string, string> record)
    {
        string? Text(string field) => record.GetValueOrDefault(field);
        return (by, sent.Dataset) switch
        {
            ("agency", _) => sent.Agency,
            ("sector", _) => sent.Agency switch { "EXA-CSC" => "social-care", "EXA-ICB" => "health", "EXA-POL" => "police", _ => "school" },
            ("locality", _) => Text("locality"),
            ("team", "health-assessments") => Text("provider"),
            ("team", "police-notifications") => Text("riskGrade"),
            ("team", "school-attendance") => sent.Agency,
            ("team", _) => Text("team"),
            ("category", "open-cases") => Text("planType"),
            ("category", "statutory-visits") => Text("visitType"),
            ("category", "strategy-meetings") => Text("heldOn") is null ? "not-held" : Text("outcome") ?? "not-recorded",
            ("category", "workforce-posts") => Text("role"),
            ("category", "health-assessments") => Text("assessmentType"),
            ("category", "police-notifications") => Text("category"),
            ("category", _) => Text("socialWorkerStatus"),
            ("ethnic-group", _) => Text("ethnicity") switch
            {
                null or "REFU" or "NOBT" => "not-recorded",
                "WBRI" or "WIRI" or "WIRT" or "WOTH" or "WROM" => "white",
                "MWBC" or "MWBA" or "MWAS" or "MOTH" => "mixed",
                "AIND" or "APKN" or "ABAN" or "AOTH" or "CHNE" => "asian",
                "BCRB" or "BAFR" or "BOTH" => "black",
                _ => "other",
            },
            ("ethnicity", _) => Text("ethnicity") is null or "REFU" or "NOBT" ? "not-recorded" : Text("ethnicity"),
            ("sex", _) => Text("sex") ?? "U",
            ("age", _) => AgeBand(Day(Text("dateOfBirth")), sent.To),
            ("disability", _) =>
                Text("disabilities") is null ? "not-recorded" : Text("disabilities") == "NONE" ? "not-disabled" : "disabled",
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "no breakdown"),
        };
    }

    private static string AgeBand(DateOnly? bornOn, DateOnly day)
    {
        if (bornOn is not { } born) return "not-recorded";
        if (born > day) return "unborn";
        var birthdays = 0;
        for (var year = born.Year + 1; year <= day.Year; year++)
            if ((born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
                ? new DateOnly(year, 3, 1)
                : new DateOnly(year, born.Month, born.Day)) <= day)
                birthdays++;
        return birthdays == 0
            ? "0"
            : birthdays <= 4 ? "1 to 4" : birthdays <= 9 ? "5 to 9" : birthdays <= 15 ? "10 to 15" : birthdays <= 17 ? "16 to 17" : "18+";
    }

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // After the one day, up to and including the other.
    private static int? WorkingDays(DateOnly? from, DateOnly? to)
    {
        if (from is not { } start || to is not { } end) return null;
        var days = 0;
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.Contains(day)) days++;
        return days;
    }
}
