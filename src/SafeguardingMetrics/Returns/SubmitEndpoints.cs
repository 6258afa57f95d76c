using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Hosting.Authentication;
using SafeguardingMetrics.Hosting.Problems;
using SafeguardingMetrics.Returns.Bodies;
using SafeguardingMetrics.Returns.Formats;

namespace SafeguardingMetrics.Returns;

/// <summary>Submitting and checking returns.</summary>
public static class SubmitEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapSubmission(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/returns").WithTags("Returns").RequireAuthorization(Permission.Submit)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(ReturnLimits.MostPacked))
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422).ProducesProblem(500).ProducesProblem(503);
        group.MapPost("/{dataset}", Submit).WithName("submitReturn").Audited(Act.Submission);
        group.MapPost("/{dataset}/check", Check).WithName("checkReturn").Audited(Act.Check);
    }

    /// <summary>Submit a return</summary>
    /// <remarks>
    /// Every record is checked against the dataset's rules, what is good is stored, and the receipt names each fault. The days of
    /// the period now belong to this return: for each agency and dataset, a day belongs to the newest return that covers it, so a
    /// day every night, the month to date every night, a rolling window and a corrected year all work. A return is stored whole
    /// with its receipt or not at all. The same content for the same period, sent again while it is current, answers 200 with the
    /// first receipt and stores nothing twice.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="period">The days that the return covers: a day (2026-11-22), a month (2026-11) or an interval (2026-11-01/2026-11-22). A snapshot's period is one day.</param>
    /// <param name="prefer"><c>handling=strict</c> rejects the whole return on any error; otherwise records with an error are left out and the rest is stored.</param>
    /// <response code="201">Stored. The receipt says how each record fared.</response>
    /// <response code="200">The same return is already stored and current: its first receipt.</response>
    public static async Task<Results<Created<Receipt>, Ok<Receipt>, ProblemHttpResult>> Submit(
        string dataset, string? period, [Microsoft.AspNetCore.Mvc.FromHeader(Name = "Prefer")] string? prefer, HttpContext http, ReturnIntake intake)
    {
        var (outcome, problem) = await Take(dataset, period, prefer, isOnlyCheck: false, http, intake);
        return outcome switch
        {
            Outcome.Taken taken => TypedResults.Created($"/v1/returns/{taken.Receipt.ReturnId}", taken.Receipt),
            Outcome.Repeated repeated => TypedResults.Ok(repeated.Receipt),
            _ => problem!,
        };
    }

    /// <summary>Check a return without storing it</summary>
    /// <remarks>Does all that submitting does, says what the receipt would be, and keeps nothing.</remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="period">The days that the return covers, as for submitting.</param>
    /// <param name="prefer"><c>handling=strict</c>, as for submitting.</param>
    /// <response code="200">The receipt that submitting would give; its status is rejected where submitting would answer 422.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Check(
        string dataset, string? period, [Microsoft.AspNetCore.Mvc.FromHeader(Name = "Prefer")] string? prefer, HttpContext http, ReturnIntake intake)
    {
        var (outcome, problem) = await Take(dataset, period, prefer, isOnlyCheck: true, http, intake);
        return outcome is Outcome.Checked @checked ? TypedResults.Ok(@checked.Receipt) : problem!;
    }

    private static async Task<(Outcome? Outcome, ProblemHttpResult? Problem)> Take(string name, string? period, string? prefer, bool isOnlyCheck, HttpContext http, ReturnIntake intake)
    {
        if (DatasetCatalogue.Find(name) is not { } dataset) return (null, ProblemCatalogue.UnknownDataset.Because("No dataset has this name."));
        if (http.User.Agency() is not { } agency) return (null, ProblemCatalogue.NotPermitted.Because("The key belongs to no agency, and only agencies send returns."));
        if (!dataset.Sectors.Contains(agency.Sector))
            return (null, ProblemCatalogue.OtherSector.Because($"{dataset.Name} is sent by {string.Join(", ", dataset.Sectors)}; {agency.Code} belongs to {agency.Sector}."));
        if (WhyNot(period, dataset, out var days) is { } why) return (null, ProblemCatalogue.InvalidPeriod.Because(why));
        if (MediaTypes.Of(http.Request.ContentType) is not { } mediaType)
            return (null, ProblemCatalogue.UnsupportedMediaType.Because("The header Content-Type must be application/json, application/x-ndjson or text/csv, in UTF-8."));
        if (http.Request.ContentLength > ReturnLimits.MostPacked) return (null, ProblemCatalogue.TooLarge.Because($"At most {ReturnLimits.MostPacked} bytes are taken."));

        var (body, problem) = await ReceivedBody.Of(http, ReturnLimits.MostUnpacked);
        if (body is null) return (null, problem);
        using (body)
        {
            var isStrict = IsStrict(prefer);
            if (isStrict) http.Response.Headers["Preference-Applied"] = "handling=strict";
            var incoming = new IncomingReturn(agency, dataset, days, mediaType, body, isStrict, isOnlyCheck);
            var outcome = await intake.Take(incoming, http.RequestAborted);
            return (outcome, ProblemOf(outcome));
        }
    }

    private static string? WhyNot(string? period, Dataset dataset, out Period days)
    {
        days = default;
        if (string.IsNullOrEmpty(period)) return "The parameter period is missing.";
        if (!Period.TryParse(period, out days)) return "The parameter period is not a day, a month or an interval of days that exist, the earlier first.";
        if (days.Days > Period.LongestDays) return $"A period has at most {Period.LongestDays} days; this has {days.Days}.";
        if (days.From < WorkingDayCalendar.FirstDay) return $"A period begins on {WorkingDayCalendar.FirstDay:yyyy-MM-dd} or later: no figures are made of days before.";
        if (dataset.Shape == Shape.Snapshot && days.Days > 1) return $"{dataset.Name} is a snapshot: its period is the one day that it describes.";
        return null;
    }

    private static bool IsStrict(string? prefer) =>
        prefer?.Split([',', ';']).Any(part => part.Replace(" ", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal).Equals("handling=strict", StringComparison.OrdinalIgnoreCase)) == true;

    private static ProblemHttpResult? ProblemOf(Outcome outcome) => outcome switch
    {
        Outcome.Unreadable fault => ProblemCatalogue.UnreadableBody.Because(fault.Message, ("line", fault.Line), ("position", fault.Position), ("returnId", fault.ReturnId)),
        Outcome.Ahead ahead => ProblemCatalogue.PeriodAhead.Because($"The day of receipt is {ahead.ReceivedOn:yyyy-MM-dd}.", ("returnId", ahead.ReturnId)),
        Outcome.Rejected { Receipt: var receipt } => ProblemCatalogue.ReturnRejected.Because(
            receipt.Records.Accepted == 0 ? "No record of it was acceptable." : $"{receipt.Records.Rejected} records have an error, and all or nothing was asked for.",
            ("returnId", receipt.ReturnId), ("agency", receipt.Agency), ("dataset", receipt.Dataset), ("period", receipt.Period), ("receivedAt", receipt.ReceivedAt),
            ("records", receipt.Records), ("rules", receipt.Rules), ("findings", receipt.Findings)),
        _ => null,
    };
}
