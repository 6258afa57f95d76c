using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>
/// Draws the records of any dataset from its declaration: fields, codes, ranges, examples and rules. The records are of
/// the county's own children, and are the same for equal settings.
/// </summary>
/// <param name="dataset">The dataset.</param>
internal sealed class DeclaredRecords(Dataset dataset)
{
    /// <summary>How often the fields of a record that break a rule are drawn again, before its values are the examples.</summary>
    private const int MostDraws = 40;

    private const string Error = "error";

    private readonly ExampleDays days = new(dataset);

    /// <summary>A writer of the dataset's returns.</summary>
    public static RecordWriter CreateWriter(Dataset dataset) => new RecordWriter<RecordDraft>
    {
        Dataset = dataset.Name,
        Columns = [.. dataset.FieldList.Select(field => field.Name)],
        Records = new DeclaredRecords(dataset).ListRecords,
        Write = (row, draft, _) => draft.WriteTo(row),
        InjectedErrors = DeclaredErrors.Create(dataset),
    };

    private IEnumerable<RecordDraft> ListRecords(Exampleshire county, ScheduledReturn posting)
    {
        var context = new DraftContext(county, posting, dataset, days);
        var drafts = RecordIdentity.ListFor(context).Select(one => RecordDraft.Create(context, one)).OfType<RecordDraft>().ToList();
        var check = new DraftCheck(dataset, posting);
        var (pending, kept) = (drafts, new Dictionary<string, RecordDraft>(StringComparer.Ordinal));
        for (var draw = 0; draw < MostDraws && pending.Count > 0; draw++)
        {
            var findings = check.ListFindings(pending);
            pending = [.. pending.Where((draft, place) => !Keep(draft, findings[place], kept))];
        }

        // What chance does not find is what the declaration shows, unless a rule forbids even that on these days.
        foreach (var draft in pending) draft.UseExamples();
        var last = check.ListFindings(pending);
        foreach (var (place, draft) in pending.Index())
            if (last[place].All(finding => finding.Severity != Error)) kept.TryAdd(draft.Key, draft);
        return drafts.Where(draft => kept.GetValueOrDefault(draft.Key) == draft);
    }

    // True where the record stays as it is; otherwise what is wrong with it is drawn again.
    private bool Keep(RecordDraft draft, IEnumerable<Finding> findings, Dictionary<string, RecordDraft> kept)
    {
        var broken = findings
            .Where(finding => finding.Severity == Error || !draft.MayHaveQueries)
            .Select(finding => finding.Field!)
            .ToHashSet(StringComparer.Ordinal);
        if (broken.Count == 0 && kept.TryAdd(draft.Key, draft)) return true;
        if (broken.Count == 0) broken.Add(dataset.KeyField.Name);
        draft.Redraw(broken);
        return false;
    }
}
