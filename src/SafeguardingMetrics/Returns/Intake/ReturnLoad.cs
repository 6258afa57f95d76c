using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// What the records of one return are checked with while they are loaded, and what is collected of them.
/// </summary>
/// <param name="incoming">The return.</param>
/// <param name="returnId">The return's id.</param>
/// <param name="receivedOn">The day of receipt, in England.</param>
/// <param name="hash">Hashes identifiers.</param>
/// <param name="mostMembers">How many members of a dimension count by their names.</param>
internal sealed class ReturnLoad(
    IncomingReturn incoming, string returnId, DateOnly receivedOn, IdentifierHasher hash, int mostMembers)
{
    /// <summary>The return.</summary>
    public IncomingReturn Incoming => incoming;

    /// <summary>The return's id.</summary>
    public string ReturnId => returnId;

    /// <summary>What rules and indicators may know of the return.</summary>
    public ReturnContext Context { get; private init; } =
        new(incoming.Agency.Code, incoming.Days.From, incoming.Days.To, receivedOn) { IsChanges = incoming.IsChanges };

    /// <summary>The working days that rules and indicators count in.</summary>
    public WorkingDayCalendar Calendar
    {
        get => Context.Calendar;
        init => Context = Context with { Calendar = value };
    }

    /// <summary>What fields read their values with.</summary>
    public FieldReadContext Fields { get; } = new(new StringPool(), hash, mostMembers);

    /// <summary>True where the agency's own ids of the dataset have the form of NHS numbers or UPNs, as it has declared.</summary>
    public bool HasOwnIdentifiers
    {
        get => Fields.OwnIdentifiers is not null;
        init => Fields.OwnIdentifiers = value ? new OwnIdentifiers() : null;
    }

    /// <summary>The fields of which an earlier reading of the body found that their dates are month first.</summary>
    public FieldSet MonthFirst { get; init; }

    /// <summary>Of a return of changes, the records that are no more: the number of each in the return, and its key.</summary>
    public List<(int Number, string Key)> Purges { get; } = [];

    /// <summary>The queries that somebody has explained; null for none.</summary>
    public ExplainedQueries? Explained { get; init; }

    /// <summary>Which children the records with findings are about that are not stored.</summary>
    public RejectedChildren RejectedChildren { get; } = new(incoming.Dataset, incoming.Agency.Code, hash);

    /// <summary>The findings.</summary>
    public FindingCollector Findings { get; } = new(incoming.Body.Length);

    /// <summary>How the values of each field fared.</summary>
    public FieldCounts FieldCounts { get; } = new(incoming.Dataset);

    /// <summary>The indicators' cells, by month.</summary>
    public CellAggregator Cells { get; } = new(incoming.Dataset, incoming.Days.SplitByMonth());
}
