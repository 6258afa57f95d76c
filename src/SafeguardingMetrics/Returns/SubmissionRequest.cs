using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>What the address and the headers of a submission or a check say, before the body is received.</summary>
/// <param name="Agency">The agency that the caller acts for.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Days">The period.</param>
/// <param name="MediaType">How the body is read, as <see cref="MediaTypes.Parse(string?)"/> says it.</param>
/// <param name="Prefer">The preferences.</param>
/// <param name="IsConfirmed">True where the sender says that the return is right.</param>
/// <param name="IsChanges">True where it states some records and says nothing of the others.</param>
internal sealed record SubmissionRequest(
    Agency Agency, Dataset Dataset, Period Days, string MediaType, PreferHeader Prefer, bool IsConfirmed, bool IsChanges)
{
    private const string True = "true";
    private const string False = "false";

    /// <summary>Reads the request.</summary>
    /// <returns>Null, or the problem for which the request is refused.</returns>
    public static ProblemHttpResult? Parse(HttpContext http, string name, IReturnParameters asked, out SubmissionRequest? request)
    {
        request = null;
        if (DatasetCatalogue.Find(name) is not { } dataset) return ProblemCatalogue.NoSuchDataset(name);
        if (http.User.GetAgency() is not { } agency)
            return ProblemCatalogue.NotPermitted.ToResult("The key belongs to no agency, and only agencies send returns.");
        if (!dataset.Sectors.Contains(agency.Sector))
        {
            var senders = string.Join(", ", dataset.Sectors);
            return ProblemCatalogue.OtherSector.ToResult($"{dataset.Name} is sent by {senders}; {agency.Code} belongs to {agency.Sector}.");
        }

        if (asked.Mode is not (null or ReturnMode.Period or ReturnMode.Changes))
            return ProblemCatalogue.InvalidParameter.ToResult(NameAdvice.Describe(
                $"mode is {ReturnMode.Period} or {ReturnMode.Changes}", asked.Mode, [ReturnMode.Period, ReturnMode.Changes]));
        var isChanges = asked.Mode == ReturnMode.Changes;
        if (isChanges && !dataset.IsOfEvents)
        {
            var events = string.Join(", ", DatasetCatalogue.All.Where(known => known.IsOfEvents).Select(known => known.Name));
            return ProblemCatalogue.InvalidParameter.ToResult(
                $"mode={ReturnMode.Changes} is for datasets whose records have a day of their own: {events}. "
                + $"Send {dataset.Name} whole.");
        }

        var period = asked.Period;
        if (isChanges && string.IsNullOrEmpty(period))
            period = $"{http.RequestServices.GetRequiredService<IRequestClock>().Today:yyyy-MM-dd}";
        if (ReturnPeriod.Validate(period, dataset, out var days) is { } why) return ProblemCatalogue.InvalidPeriod.ToResult(why);
        if (asked.Confirmed is not (null or True or False))
            return ProblemCatalogue.InvalidParameter.ToResult($"confirmed is {True} or {False}.");
        if (MediaTypes.Parse(http.Request.ContentType, out var refusal) is not { } mediaType)
            return ProblemCatalogue.UnsupportedMediaType.ToResult(refusal);

        request = new SubmissionRequest(
            agency, dataset, days, mediaType, PreferHeader.Parse(asked.Prefer), asked.Confirmed == True, isChanges);
        return null;
    }

    /// <summary>The return, once its body has been received.</summary>
    public IncomingReturn ToIncomingReturn(BufferedBody body) =>
        new(Agency, Dataset, Days, MediaType, body, Prefer.IsStrict) { IsConfirmed = IsConfirmed, IsChanges = IsChanges };

    /// <summary>Sets the header Preference-Applied, where a preference is followed.</summary>
    public void SetPreferenceApplied(HttpContext http, bool isAsync)
    {
        if (Prefer.FormatApplied(isAsync) is { Length: > 0 } applied) http.Response.Headers["Preference-Applied"] = applied;
    }
}
