using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>The bank holidays of England and Wales, and adding one that was proclaimed.</summary>
public static class BankHolidayEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapBankHolidays(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/bank-holidays").WithTags("Bank holidays");
        group.MapGet("", List).WithName("listBankHolidays").RequireAuthorization();
        group.MapPost("", Add).WithName("addBankHoliday").Audited(AuditAction.BankHolidayAdded).RequireAuthorization(Permission.Administer)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.AlreadyBankHoliday, ProblemCatalogue.InvalidBankHoliday);
        group.MapDelete("/{day}", Remove).WithName("removeBankHoliday").Audited(AuditAction.BankHolidayRemoved)
            .RequireAuthorization(Permission.Administer).Problems(ProblemCatalogue.UnknownBankHoliday);
    }

    /// <summary>List bank holidays</summary>
    /// <remarks>
    /// The days that are no working days though they are no Saturdays or Sundays: those that the service knows, and those
    /// that an administrator added.
    /// </remarks>
    /// <response code="200">The bank holidays, by day.</response>
    public static async Task<Results<Rows<BankHolidayRow>, ProblemHttpResult>> List(
        [AsParameters] BankHolidayListParameters asked, [AsParameters] ReadServices services)
    {
        if (asked.Parse(services.Clock, out var days, out var known) is { } why) return why;
        var added = await services.ReadForReports(reading => AddedBankHolidayStore.List(reading, known));
        return new Rows<BankHolidayRow>(
        [
            .. BankHoliday.Listed.Select(BankHolidayRow.Create).Concat(added.Select(BankHolidayRow.Create))
                .Where(holiday => days.Contains(holiday.Day)).OrderBy(holiday => holiday.Day),
        ]);
    }

    /// <summary>Add a bank holiday</summary>
    /// <remarks>
    /// Rules and indicators that count in working days leave the day out from now on, on every instance of the service.
    /// What is stored is worked out again before the answer: of each return in force with a record whose dates lie on both
    /// sides of the day, the figures. A day in the past can take minutes. Where the request is cut off, send it again: it
    /// goes on with what is left. With <c>knownAt</c> before now, figures are as they were. Findings of returns that are
    /// stored stay as they are.
    /// </remarks>
    /// <response code="200">The day is a bank holiday; the answer says what was worked out again.</response>
    public static async Task<Results<Ok<BankHolidayChange>, ProblemHttpResult>> Add(
        BankHolidaySetting setting, CalendarRecalculator recalculator, [AsParameters] AuditedRequest request)
    {
        var faults = setting.Validate();
        if (faults.Count > 0) return ProblemCatalogue.InvalidBankHoliday.ToResult(string.Join(' ', faults));
        var (day, name) = (setting.ParseDay()!.Value, setting.ParseName());
        if (BankHoliday.Listed.Any(holiday => holiday.Day == day))
            return ProblemCatalogue.AlreadyBankHoliday.ToResult($"{day:yyyy-MM-dd} is one that the service knows.");

        request.Audit.SetResult(subject: $"{day:yyyy-MM-dd}");
        var holiday = new AddedBankHoliday
        {
            HolidayId = Guid.CreateVersion7().ToString(),
            Day = day,
            Name = name,
            BeganAt = request.GetNow(),
            AddedBy = request.GetKeyId(),
            EndedAt = null,
        };
        var inForce = await request.WriteSettings(WriteLocks.BankHolidays, async work =>
        {
            // A retry after a commit whose confirmation was lost finds its own row.
            if (await AddedBankHolidayStore.FindLast(work, day) is { EndedAt: null } known) return known;
            await AddedBankHolidayStore.Add(work, holiday);
            return holiday;
        });
        if (inForce.Name != name)
            return ProblemCatalogue.AlreadyBankHoliday.ToResult($"{day:yyyy-MM-dd} was added by another name.");
        return TypedResults.Ok(new BankHolidayChange(day, name, await recalculator.Run(day, request.Audit, request.Cancel)));
    }

    /// <summary>Remove a bank holiday that was added</summary>
    /// <remarks>
    /// The day is a working day again from now on, and what is stored is worked out again as when it was added. Where the
    /// request is cut off, send it again: it goes on. A bank holiday that the service knows cannot be removed.
    /// </remarks>
    /// <param name="day">The day, YYYY-MM-DD.</param>
    /// <param name="recalculator">Works figures out again.</param>
    /// <param name="request">The request.</param>
    /// <response code="200">It was removed; the answer says what was worked out again.</response>
    public static async Task<Results<Ok<BankHolidayChange>, ProblemHttpResult>> Remove(
        string day, CalendarRecalculator recalculator, [AsParameters] AuditedRequest request)
    {
        if (!QueryParameters.TryParseDay(day, out var parsed) || parsed is not { } of) return Unknown;
        request.Audit.SetResult(subject: $"{of:yyyy-MM-dd}");
        var at = request.GetNow();
        var removed = await request.WriteSettings(WriteLocks.BankHolidays, async work =>
        {
            var holiday = await AddedBankHolidayStore.FindLast(work, of);
            if (holiday is { EndedAt: null }) await AddedBankHolidayStore.End(work, holiday, at, request.GetKeyId());
            return holiday;
        });
        return removed is null
            ? Unknown
            : TypedResults.Ok(new BankHolidayChange(of, removed.Name, await recalculator.Run(of, request.Audit, request.Cancel)));
    }

    private static ProblemHttpResult Unknown => ProblemCatalogue.UnknownBankHoliday.ToResult(
        "day is a bank holiday that was added, YYYY-MM-DD. Those that the service knows cannot be removed.");
}
