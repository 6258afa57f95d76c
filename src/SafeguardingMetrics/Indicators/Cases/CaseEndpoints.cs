using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>The cases behind a figure.</summary>
public static class CaseEndpoints
{
    /// <summary>Read the cases behind an indicator's figures</summary>
    /// <remarks>
    /// The records that the figures with the same parameters count; with <c>by</c> and <c>member</c>, those of one
    /// member. NHS numbers and UPNs are not stored in readable form and are not given. Where records were erased on
    /// request there are fewer cases than the figure counts, and the answer has the header <c>Cases-Incomplete</c>.
    /// Cases are refused (410) where <c>knownAt</c> needs records that are no longer kept, and (409) where a figure
    /// rests on an earlier definition than the present one, by which records are read. As JSON in pages; as CSV or
    /// xlsx all at once, with a column for each field of the record.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="members">Of which members.</param>
    /// <param name="which">Which of their cases.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The cases, and what each adds to the numerator and the denominator.</response>
    public static async Task<Results<Ok<Page<CaseRow>>, CaseTable, ProblemHttpResult>> Cases(
        string code, [AsParameters] FigureParameters asked, [AsParameters] MemberParameters members, [AsParameters] CaseParameters which,
        [AsParameters] CaseServices services)
    {
        if (IndicatorCatalogue.Find(code) is not { } indicator) return ProblemCatalogue.NoSuchIndicator(code);
        members = members.WithCurrentNames();
        if ((which.Parse(indicator, out var place) ?? members.Validate(indicator)) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        var (selection, why) = (place.KnownAt is { } known ? asked with { KnownAt = known } : asked).ToSelection(
            services.Clock, members.By);
        if (selection is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        var http = services.Http;
        var isTable = RowFormat.GetRequested(http.Request) != RowFormat.Json;
        var input = which.Part == CaseParameters.Numerator ? indicator.NumeratorInput : indicator.DenominatorInput;
        var query = new CountQuery(selection, input.Dataset, [input.Indicator]);
        var (problem, found) = await services.Database.ReadForReports<(ProblemHttpResult?, List<CaseRow>?)>(async reading =>
        {
            var sectors = (await AgencyStore.List(reading)).ToDictionary(agency => agency.Code, agency => agency.Sector);
            if (await FindRefusal(reading, query, sectors) is { } refusal) return (refusal, null);
            if (await ErasureAdjustments.AnyInForce(reading, query) || await RemovedRecords.AnyInForce(reading, query))
                http.Response.Headers["Cases-Incomplete"] = "records were erased on request";
            var cases = CaseReader.Read(reading, query)
                .Where(row => members.Member is not { } member || member == GetMember(row, query, query.By, sectors))
                .Where(row => members.Member2 is not { } member || member == GetMember(row, query, query.SecondBy!, sectors))
                .Where(row => IsInPart(row, which.Part, input.Role));
            var page = await (isTable ? cases : cases.Skip(place.Skip).Take(place.Size + 1)).ToListAsync(http.RequestAborted);
            // A member without a case in these days is none to wonder about; one that never was is a misspelt name.
            return page.Count == 0 && await MemberLookup.FindUnknown(reading, selection, indicator, members) is { } unknown
                ? (unknown, null)
                : (null, page);
        }, http.RequestAborted);

        if (found is null) return problem!;
        services.Audit.SetResult(records: isTable ? found.Count : Math.Min(found.Count, place.Size));
        http.Response.Headers.CacheControl = "no-store";
        if (isTable) return new CaseTable(found, [.. ListFieldNames(input.Indicator)]);
        return TypedResults.Ok(
            Page.Create(http, found, place.Size, _ => CaseParameters.CreateNextCursor(selection.Knowledge, place.Skip + place.Size)));
    }

    private static async Task<ProblemHttpResult?> FindRefusal(ReadSession reading, CountQuery query, Dictionary<string, string> sectors)
    {
        if (query.Selection.Agency is { } agency && !sectors.ContainsKey(agency))
            return ProblemCatalogue.InvalidParameter.ToResult(AgencyLookup.DescribeUnknown(agency, sectors.Keys));
        if (await DefinitionStore.FindOutdatedIndicator(reading, query) is { } changed)
            return ProblemCatalogue.DefinitionChanged.ToResult(ProblemCatalogue.DescribeDefinitionChange(changed.Code, changed.Version));
        return await PurgedReturns.AnyInForce(reading, query)
            ? ProblemCatalogue.NoLongerKept.ToResult("The figures of knownAt rest on returns that have ceased to be in force.")
            : null;
    }

    // The numerator of an indicator of two datasets can be the denominator of an indicator of one.
    private static bool IsInPart(CaseRow row, string? part, CountRole role) => part switch
    {
        CaseParameters.Numerator => role == CountRole.Denominator || row.Numerator > 0,
        CaseParameters.Missed => row.Numerator < row.Denominator,
        _ => role == CountRole.Denominator || row.Numerator > 0,
    };

    private static string? GetMember(CaseRow row, CountQuery query, string by, Dictionary<string, string> sectors) => by switch
    {
        Dimension.Agency => row.Agency,
        Dimension.Sector => sectors[row.Agency],
        _ => row.Members[query.Dataset.Dimensions.Index().First(known => known.Item == by).Index],
    };

    private static IEnumerable<string> ListFieldNames(DatasetIndicator indicator) =>
        indicator is AcrossRecords ? [] : indicator.Dataset.FieldList.Where(field => !field.IsHashed).Select(field => field.Name);
}
