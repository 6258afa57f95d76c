using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>The rows of returns, and of attempts that failed.</summary>
internal static class ReturnStore
{
    private static readonly Sql LastOrdinal = new(
        "SELECT COALESCE(MAX(Ordinal), 0) FROM AgencyReturn WHERE Agency = @Agency AND Dataset = @Dataset");

    private static readonly Sql Insert = new("""
        INSERT INTO AgencyReturn (ReturnId, Agency, Dataset, FromDay, ToDay, Ordinal, Status, ReceivedAt, ReceivedOn, MediaType,
            ContentHash, IsChanges, Received, Accepted, Rejected, Queried)
        VALUES (@ReturnId, @Agency, @Dataset, @FromDay, @ToDay, @Ordinal, @Status, @ReceivedAt, @ReceivedOn, @MediaType, @ContentHash,
            @IsChanges, 0, 0, 0, 0)
        """);

    private static readonly Sql CountNewer = new("""
        SELECT COUNT(*)
        FROM AgencyReturn r
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Status NOT IN ('rejected', 'held')
            AND r.Ordinal > (SELECT o.Ordinal FROM AgencyReturn o WHERE o.ReturnId = @ReturnId)
        """);

    private static readonly Sql CountById = new("SELECT COUNT(*) FROM AgencyReturn WHERE ReturnId = @ReturnId");

    private static readonly Sql ReceiptById = new("SELECT Receipt FROM AgencyReturn WHERE ReturnId = @ReturnId AND Receipt IS NOT NULL");

    private static readonly Sql Finish = new("""
        UPDATE AgencyReturn
        SET Status = @Status, Received = @Received, Accepted = @Accepted, Rejected = @Rejected, Queried = @Queried,
            Explained = @Explained, Reason = @Reason, Receipt = @Receipt
        WHERE ReturnId = @ReturnId
        """);

    private static readonly Sql Identical = new("""
        SELECT Receipt
        FROM AgencyReturn
        WHERE Agency = @Agency AND Dataset = @Dataset AND FromDay = @FromDay AND ToDay = @ToDay AND ContentHash = @ContentHash
            AND MediaType = @MediaType AND IsChanges = @IsChanges AND Status <> 'rejected' AND WithdrawnAt IS NULL
            AND (Status <> 'held' OR EXISTS (
                SELECT 1 FROM HeldReturn h WHERE h.ReturnId = AgencyReturn.ReturnId AND h.EndedAt IS NULL AND h.ExpiresAt > @Now))
        ORDER BY Ordinal DESC
        """);

    // A bank holiday that was added or taken away since may change what a rule says.
    private static readonly Sql IdenticalRejected = new("""
        SELECT r.Receipt
        FROM AgencyReturn r
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.FromDay = @FromDay AND r.ToDay = @ToDay AND r.ContentHash = @ContentHash
            AND r.MediaType = @MediaType AND r.IsChanges = @IsChanges AND r.Status = 'rejected' AND r.Receipt IS NOT NULL
            AND r.ReceivedOn = @Today
            AND NOT EXISTS (SELECT 1 FROM AddedBankHoliday h WHERE h.BeganAt >= r.ReceivedAt OR h.EndedAt >= r.ReceivedAt)
        ORDER BY r.Ordinal
        """);

    private static readonly Sql PlaceLast = new("""
        UPDATE AgencyReturn
        SET Ordinal = (SELECT MAX(n.Ordinal) + 1 FROM AgencyReturn n WHERE n.Agency = @Agency AND n.Dataset = @Dataset), Status = @Status
        WHERE ReturnId = @ReturnId
        """);

    /// <summary>
    /// Inserts the row of a return, which records and findings refer to; it is completed in the same unit of work.
    /// </summary>
    public static async Task Begin(
        UnitOfWork work,
        IncomingReturn incoming,
        string returnId,
        DateTimeOffset receivedAt,
        DateOnly receivedOn)
    {
        var ordinal = await work.Count(LastOrdinal, new { Agency = incoming.Agency.Code, Dataset = incoming.Dataset.Name }) + 1;
        await work.Execute(Insert, new
        {
            ReturnId = returnId,
            Agency = incoming.Agency.Code,
            Dataset = incoming.Dataset.Name,
            FromDay = incoming.Days.From,
            ToDay = incoming.Days.To,
            Ordinal = ordinal,
            Status = ReturnStatus.Arriving,
            ReceivedAt = receivedAt,
            ReceivedOn = receivedOn,
            incoming.MediaType,
            ContentHash = incoming.Body.Hash,
            incoming.IsChanges,
        });
    }

    /// <summary>Completes a return that was read, with its receipt.</summary>
    public static Task Complete(UnitOfWork work, string returnId, SerializedReceipt receipt) => work.Execute(Finish, new
    {
        ReturnId = returnId,
        receipt.Value.Status,
        receipt.Value.Records.Received,
        receipt.Value.Records.Accepted,
        receipt.Value.Records.Rejected,
        receipt.Value.Records.Queried,
        receipt.Value.Records.Explained,
        Reason = (string?)null,
        Receipt = receipt.Json,
    });

    /// <summary>Completes an attempt that failed, with the reason.</summary>
    public static Task Complete(UnitOfWork work, string returnId, string reason) => work.Execute(Finish, new
    {
        ReturnId = returnId,
        Status = ReturnStatus.Rejected,
        RecordCounts.None.Received,
        RecordCounts.None.Accepted,
        RecordCounts.None.Rejected,
        RecordCounts.None.Queried,
        RecordCounts.None.Explained,
        Reason = reason,
        Receipt = (string?)null,
    });

    /// <summary>Makes a return that was held the newest of its agency and dataset, with the status of a taken one.</summary>
    public static Task MakeNewest(UnitOfWork work, Receipt taken) =>
        work.Execute(PlaceLast, new { taken.ReturnId, taken.Agency, taken.Dataset, taken.Status });

    /// <summary>True where nothing of the agency and dataset was taken after a return.</summary>
    public static async Task<bool> IsNewest(UnitOfWork work, IncomingReturn incoming, string returnId) =>
        await work.Count(CountNewer, new { Agency = incoming.Agency.Code, Dataset = incoming.Dataset.Name, ReturnId = returnId }) == 0;

    /// <summary>True where an attempt is recorded.</summary>
    public static async Task<bool> Exists(UnitOfWork work, string returnId) => await work.Count(CountById, new { ReturnId = returnId }) > 0;

    /// <summary>The receipt of a return that was stored or rejected; null where there is none.</summary>
    public static async Task<SerializedReceipt?> FindReceipt(ReadSession reading, string returnId) =>
        await reading.First<Row>(ReceiptById, new { ReturnId = returnId }) is { } row ? SerializedReceipt.Parse(row.Receipt) : null;

    /// <summary>
    /// The receipt of the newest stored return with the same content, read in the same way (media type and charset), for the
    /// same agency, dataset and period, taken or still held; null for none.
    /// </summary>
    public static async Task<SerializedReceipt?> FindIdentical(UnitOfWork work, IncomingReturn incoming, DateTimeOffset now)
    {
        var row = await work.First<Row>(Identical, new
        {
            Agency = incoming.Agency.Code,
            Dataset = incoming.Dataset.Name,
            FromDay = incoming.Days.From,
            ToDay = incoming.Days.To,
            ContentHash = incoming.Body.Hash,
            incoming.MediaType,
            incoming.IsChanges,
            Now = now,
        });
        return row is null ? null : SerializedReceipt.Parse(row.Receipt);
    }

    /// <summary>
    /// The receipt of the first return with the same content, read in the same way, that was rejected on a day for its own records;
    /// null for none.
    /// </summary>
    public static async Task<SerializedReceipt?> FindIdenticalRejected(UnitOfWork work, IncomingReturn incoming, DateOnly today)
    {
        var row = await work.First<Row>(IdenticalRejected, new
        {
            Agency = incoming.Agency.Code,
            Dataset = incoming.Dataset.Name,
            FromDay = incoming.Days.From,
            ToDay = incoming.Days.To,
            ContentHash = incoming.Body.Hash,
            incoming.MediaType,
            incoming.IsChanges,
            Today = today,
        });
        return row is null ? null : SerializedReceipt.Parse(row.Receipt);
    }

    private sealed record Row
    {
        public required string Receipt { get; init; }
    }
}
