using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>Checks drafts of records by the dataset's own rules, as the service would on the day of posting.</summary>
/// <param name="dataset">The dataset.</param>
/// <param name="posting">The return that the records are drawn for.</param>
internal sealed class DraftCheck(Dataset dataset, ScheduledReturn posting)
{
    private readonly ReturnContext context = new(posting.Agency.Code, posting.Period.From, posting.Period.To, posting.AsAt);
    private readonly string[] columns = [.. dataset.FieldList.Select(field => field.Name)];

    /// <summary>The findings that name a field, by the place of the draft in the list.</summary>
    public ILookup<int, Finding> ListFindings(IReadOnlyList<RecordDraft> drafts)
    {
        var (body, row) = (new CsvBody(columns), new Row(columns));
        foreach (var draft in drafts)
        {
            row.Clear();
            draft.WriteTo(row);
            body.Add(row);
        }

        var found = new List<Finding>();
        using var bytes = new MemoryStream(body.Finish());
        ReturnCheck.Run(dataset, context, MediaTypes.Csv, bytes, found.Add);
        return found.Where(finding => finding is { Record: not null, Field: not null }).ToLookup(finding => finding.Record!.Value - 1);
    }
}
