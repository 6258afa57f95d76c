using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>The cases behind a figure.</summary>
public static class CaseEndpoints
{
    /// <summary>Read the cases behind an indicator's figures</summary>
    /// <remarks>
    /// The records that the figures with the same parameters count. With <c>by</c> and <c>member</c>, those of one member. NHS numbers and UPNs are
    /// not kept and so not given. Where records were erased on request there are fewer cases than the figure counts, and the header <c>Cases-Incomplete</c> is set; of what was known before their time was over they are refused (410). Records are read by the present definition: of figures that rest on an earlier one (<c>knownAt</c> before it was recalculated) the cases are refused. In pages as JSON, or all at once as CSV, which has a column for each field of the record.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">What <c>member</c> is a member of, as for the figures; or two with a comma between, of which <c>member2</c> is a member of the second.</param>
    /// <param name="member">Only this member of the breakdown, or of the first of two.</param>
    /// <param name="member2">Only this member of the second breakdown.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="part">denominator (all that count), numerator (those that meet) or missed (those that count and do not meet); denominator unless given.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="limit">How many a page has, 1 to 1000; 100 unless given.</param>
    /// <param name="cursor">The place where the page begins: take it from the address in <c>next</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The records that count, and what each adds to the numerator and the denominator.</response>
    public static async Task<Results<Ok<Page<CaseRow>>, CaseTable, ProblemHttpResult>> Cases(
        string code, string? from, string? to, string? interval, string? by, string? member, string? member2, string? agency, string? part, string? knownAt, string? limit, string? cursor, string? format,
        HttpContext http, Database database, AuditEntry audit, IRequestClock clock)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.NoSuchIndicator;
        if (!Page.TryParseSize(limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (part is not (null or "denominator" or "numerator" or "missed")) return ProblemCatalogue.InvalidParameter.ToResult("part is denominator, numerator or missed.");
        if (format is not (null or RowFormat.Json or RowFormat.Csv)) return ProblemCatalogue.InvalidParameter.ToResult("format is json or csv.");
        if (FigureParameters.ValidateMember(by, member, member2) is { } whyNotMember) return ProblemCatalogue.InvalidParameter.ToResult(whyNotMember);
        if (FigureParameters.ValidateBreakdown(by, found) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.ToResult(whyNotBy);

        var skip = 0;
        if (cursor is not null)
        {
            // Later pages are of what was known when the first was given, so that none is missed and none comes twice.
            if (Cursor.Decode(cursor, 2) is not [var known, var count] || !int.TryParse(count, out skip)) return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
            knownAt = known;
        }

        var (query, why) = new FigureParameters(from, to, interval, by, agency, knownAt).ToQuery(found.Dataset, [found.Indicator], clock);
        if (query is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        var isCsv = RowFormat.GetRequested(http.Request) == RowFormat.Csv;
        var (whyNot, problem, page) = await database.ReadForReports<(string, Problem?, List<CaseRow>?)>(async reading =>
        {
            var sectors = (await AgencyStore.List(reading)).ToDictionary(known => known.Code, known => known.Sector);
            if (agency is not null && !sectors.ContainsKey(agency)) return (FigureParameters.UnknownAgency, ProblemCatalogue.InvalidParameter, null);
            if (await DefinitionStore.FindOutdatedIndicator(reading, query) is { } changed) return (ProblemCatalogue.DescribeDefinitionChange(changed.Code, changed.Version), ProblemCatalogue.DefinitionChanged, null);
            if (await PurgedReturns.AnyInForce(reading, query)) return ("The figures of knownAt rest on returns that have ceased to be in force.", ProblemCatalogue.NoLongerKept, null);
            if (await ErasureAdjustments.AnyInForce(reading, query)) http.Response.Headers["Cases-Incomplete"] = "records were erased on request";
            var cases = CaseReader.Read(reading, query)
                .Where(row => (member is null || member == GetMember(row, query, query.By, sectors)) && (member2 is null || member2 == GetMember(row, query, query.SecondBy!, sectors)))
                .Where(row => part switch { "numerator" => row.Numerator > 0, "missed" => row.Numerator < row.Denominator, _ => true });
            return ("", null, await (isCsv ? cases : cases.Skip(skip).Take(size + 1)).ToListAsync(http.RequestAborted));
        }, http.RequestAborted);

        if (page is null) return problem!.ToResult(whyNot);
        audit.SetResult(records: isCsv ? page.Count : Math.Min(page.Count, size));
        http.Response.Headers.CacheControl = "no-store";
        if (isCsv) return new CaseTable(page, [.. FieldNames(found.Dataset, found.Indicator)]);
        return TypedResults.Ok(Page.Create(http, page, size, _ => Cursor.Encode(query.Knowledge.ToString("O", CultureInfo.InvariantCulture), (skip + size).ToString(CultureInfo.InvariantCulture))));
    }

    private static string? GetMember(CaseRow row, FigureQuery query, string by, Dictionary<string, string> sectors) => by switch
    {
        Dimension.Agency => row.Agency,
        Dimension.Sector => sectors[row.Agency],
        _ => row.Members[query.Dataset.Dimensions.Index().First(known => known.Item == by).Index],
    };

    private static IEnumerable<string> FieldNames(Dataset dataset, Indicator indicator) => indicator is AcrossRecords ? [] : dataset.FieldList.Where(field => !field.IsHashed).Select(field => field.Name);
}
