using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>The return schedule: which agency sends what by when, and what is overdue.</summary>
public static class ScheduleEndpoints
{
    private static readonly TimeOnly EndOfDay = new(23, 59);
    private static readonly Period Always = new(DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Maps the routes.</summary>
    public static void MapReturnSchedule(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/return-schedule").WithTags("Return schedule");
        group.MapGet("", List).WithName("listSchedule").RequireAuthorization(Permission.ReadDataQuality);
        group.MapGet("/overdue", Overdue).WithName("listOverdue").RequireAuthorization(Permission.ReadDataQuality);

        var entry = group.MapGroup("/{dataset}/{agency}").RequireAuthorization(Permission.Administer)
            .Problems(ProblemCatalogue.UnknownDataset, ProblemCatalogue.NotFound);
        entry.MapPut("", Set).WithName("setSchedule").Audited(AuditAction.ScheduleSet).Problems(ProblemCatalogue.OfJsonBodies);
        entry.MapDelete("", Remove).WithName("removeSchedule").Audited(AuditAction.ScheduleRemoved);
    }

    /// <summary>List who sends what, and by when</summary>
    /// <remarks>
    /// Every entry, past and future ones too, ordered by dataset, agency and day, each with how many returns are held. An agency sees its
    /// own entries.
    /// </remarks>
    /// <param name="dataset">Only this dataset.</param>
    /// <param name="agency">Only this agency.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01).
    /// If you leave it out: now.</param>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header
    /// <c>Accept</c> prefers.</param>
    /// <response code="200">The entries, one in each row.</response>
    public static async Task<Results<Rows<ScheduleRow>, ProblemHttpResult>> List(
        string? dataset, string? agency, string? knownAt, string? format, [AsParameters] ReadServices services)
    {
        if (QueryParameters.ParseKnownAt("knownAt", knownAt, services.Clock, out var known) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        if (FindProblem(dataset) is { } why) return why;
        var own = services.Caller.Agency?.Code;
        if (own is not null && agency is not null && agency != own) return new Rows<ScheduleRow>([]);
        if (own is null && await FindUnknownAgency(agency, services) is { } unknown) return unknown;
        return new Rows<ScheduleRow>(
            await services.Database.Read(reading => ListRows(reading, dataset, own ?? agency, known), services.Cancel));
    }

    /// <summary>List overdue returns</summary>
    /// <remarks>
    /// A return counts as received when its days are covered: of a snapshot one day of the period, of an activity every
    /// day (of school attendance every working day), by whichever returns. A withdrawn return covers no day, and a held one covers none
    /// until it is confirmed: <c>heldReturnId</c> names it. An agency sees its own.
    /// </remarks>
    /// <response code="200">What is overdue, the longest first.</response>
    public static async Task<Results<Rows<OverdueRow>, ProblemHttpResult>> Overdue(
        [AsParameters] OverdueParameters asked, [AsParameters] ReadServices services)
    {
        var (dataset, agency) = (asked.Dataset, asked.Agency);
        DateTimeOffset? known = null;
        if (!QueryParameters.TryParseDay(asked.From, out var first))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from", asked.From));
        if ((QueryParameters.ParseInstant("asOf", asked.AsOf, out var by)
            ?? QueryParameters.ParseKnownAt("knownAt", asked.KnownAt, services.Clock, out known)) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        if (FindProblem(dataset) is { } why) return why;
        var dueBy = by ?? known ?? services.Clock.GetUtcNow();
        // The calendar of working days has no days outside these.
        var last = London.DayOf(dueBy);
        var earliest = WorkingDayCalendar.FirstDay.AddYears(1);
        if (last < earliest || !WorkingDayCalendar.Knows(last))
            return ProblemCatalogue.InvalidParameter.ToResult(
                $"asOf must be a day {WorkingDayCalendar.KnownDays}, and not before {earliest:yyyy-MM-dd}.");
        var begin = first ?? Period.MonthOf(last).AddMonths(-11);
        if (begin > last || !WorkingDayCalendar.Knows(begin))
            return ProblemCatalogue.InvalidParameter.ToResult(
                $"from must be a day {WorkingDayCalendar.KnownDays}, and not after asOf.");

        var own = services.Caller.Agency?.Code;
        if (own is not null && agency is not null && agency != own) return new Rows<OverdueRow>([]);
        if (own is null && await FindUnknownAgency(agency, services) is { } unknown) return unknown;
        var (due, held) = await services.Database.Read(async reading =>
        {
            var days = new Period(begin, last);
            var schedules = await ScheduleReader.ListSchedules(reading, dataset, own ?? agency, known);
            var expected = await ScheduleReader.ListDue(reading, schedules, dataset, own ?? agency, days, dueBy, known);
            return (expected, await HeldReturnReader.List(reading, dataset, own ?? agency, days, known));
        }, services.Cancel);
        return new Rows<OverdueRow>(
        [
            .. due.Where(submission => !submission.HasCome)
                .Select(submission => OverdueRow.Create(submission.Due, dueBy, held))
                .OrderBy(row => row.DueAt)
                .ThenBy(row => row.Dataset, StringComparer.Ordinal)
                .ThenBy(row => row.Agency, StringComparer.Ordinal),
        ]);
    }

    /// <summary>Set when an agency sends a dataset</summary>
    /// <remarks>
    /// The entry is valid from the given day on and replaces every entry of that day and of later days. Replaced
    /// entries can still be read with <c>knownAt</c>. Setting the same entry again changes nothing.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="setting">How often, by when and from which day.</param>
    /// <response code="200">The entries of the agency and dataset that are valid now.</response>
    public static async Task<Results<Ok<IReadOnlyList<ScheduleRow>>, ProblemHttpResult>> Set(
        string dataset, string agency, ScheduleSetting setting, [AsParameters] AuditedRequest request)
    {
        if (await FindProblem(dataset, agency, request) is { } unknown) return unknown;
        var (entry, why) = setting.ToEntry(dataset, agency, request.GetKeyId(), request.Time.GetUtcNow());
        if (entry is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        return TypedResults.Ok(await Save(entry, request));
    }

    /// <summary>Stop expecting a dataset from an agency</summary>
    /// <remarks>
    /// Valid from the given day on; what is due for earlier days remains. With a day before the first entry, all
    /// entries end, and only their history remains.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="agency">The agency's code.</param>
    /// <param name="from">The first day from which nothing is expected, YYYY-MM-DD. If you leave it out: today in
    /// England.</param>
    /// <response code="200">The entries of the agency and dataset that are valid now.</response>
    public static async Task<Results<Ok<IReadOnlyList<ScheduleRow>>, ProblemHttpResult>> Remove(
        string dataset, string agency, string? from, [AsParameters] AuditedRequest request)
    {
        if (await FindProblem(dataset, agency, request) is { } unknown) return unknown;
        if (!QueryParameters.TryParseDay(from, out var day))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from", from));
        var dueTime = EndOfDay.ToString(ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture);
        var nothing = new ScheduleSetting($"{day ?? London.Today(request.Time):yyyy-MM-dd}", Frequency.None, 0, dueTime);
        var (entry, why) = nothing.ToEntry(dataset, agency, request.GetKeyId(), request.Time.GetUtcNow());
        if (entry is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        return TypedResults.Ok(await Save(entry, request));
    }

    private static Task<IReadOnlyList<ScheduleRow>> Save(ScheduleEntry entry, AuditedRequest request) =>
        request.WriteSettings<IReadOnlyList<ScheduleRow>>(WriteLocks.ForSchedule(entry.Agency, entry.Dataset), async work =>
        {
            await ScheduleStore.Set(work, entry);
            var rows = await ListRows(work, entry.Dataset, entry.Agency, null);
            await work.Commit();
            return rows;
        });

    private static async Task<IReadOnlyList<ScheduleRow>> ListRows(
        ReadSession reading, string? dataset, string? agency, DateTimeOffset? knownAt)
    {
        var held = await HeldReturnReader.List(reading, dataset, agency, Always, knownAt);
        var schedules = await ScheduleReader.ListSchedules(reading, dataset, agency, knownAt);
        return [.. schedules.SelectMany(one => ScheduleRow.FromSchedule(one.Schedule, held))];
    }

    private static Task<ProblemHttpResult?> FindUnknownAgency(string? agency, ReadServices services) =>
        services.Database.Read(reading => AgencyLookup.FindUnknown(reading, agency), services.Cancel);

    private static ProblemHttpResult? FindProblem(string? dataset) =>
        dataset is not null && DatasetCatalogue.Find(dataset) is null
            ? ProblemCatalogue.InvalidParameter.ToResult(
                NameAdvice.Describe("dataset is one that GET /v1/datasets lists", dataset, DatasetCatalogue.All.Select(one => one.Name)))
            : null;

    private static async Task<ProblemHttpResult?> FindProblem(string dataset, string agency, AuditedRequest request)
    {
        if (DatasetCatalogue.Find(dataset) is not { } known) return ProblemCatalogue.NoSuchDataset(dataset);
        var agencies = await request.Read(AgencyStore.List);
        if (agencies.FirstOrDefault(one => one.Code == agency) is not { } sender)
            return ProblemCatalogue.NotFound.ToResult(
                $"No agency of the partnership has this code.{NameAdvice.FindMeant(agency, agencies.Select(one => one.Code))}");
        return known.Sectors.Contains(sender.Sector)
            ? null
            : ProblemCatalogue.InvalidParameter.ToResult(
                $"{dataset} is sent by {string.Join(", ", known.Sectors)}; {agency} belongs to {sender.Sector}.");
    }
}
