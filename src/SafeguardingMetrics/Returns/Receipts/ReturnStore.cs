using System.Text.Json;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>The rows of submissions.</summary>
internal static class ReturnStore
{
    private static readonly Sql LastOrdinal = new("SELECT COALESCE(MAX(Ordinal), 0) FROM AgencyReturn WHERE Agency = @Agency AND Dataset = @Dataset");

    private static readonly Sql Insert = new("""
        INSERT INTO AgencyReturn (ReturnId, Agency, Dataset, FromDay, ToDay, Ordinal, Status, ReceivedAt, ReceivedOn, MediaType, ContentHash, Received, Accepted, Rejected, Queried)
        VALUES (@ReturnId, @Agency, @Dataset, @FromDay, @ToDay, @Ordinal, @Status, @ReceivedAt, @ReceivedOn, @MediaType, @ContentHash, 0, 0, 0, 0)
        """);

    private static readonly Sql There = new("SELECT COUNT(*) FROM AgencyReturn WHERE ReturnId = @ReturnId");

    private static readonly Sql Kept = new("SELECT ReturnId, Receipt FROM AgencyReturn WHERE ReturnId = @ReturnId AND Receipt IS NOT NULL");

    private static readonly Sql Finish = new("""
        UPDATE AgencyReturn
        SET Status = @Status, Received = @Received, Accepted = @Accepted, Rejected = @Rejected, Queried = @Queried, Reason = @Reason, Receipt = @Receipt
        WHERE ReturnId = @ReturnId
        """);

    private static readonly Sql Same = new("""
        SELECT ReturnId, Receipt
        FROM AgencyReturn
        WHERE Agency = @Agency AND Dataset = @Dataset AND FromDay = @FromDay AND ToDay = @ToDay AND ContentHash = @ContentHash
            AND Status <> 'rejected' AND WithdrawnAt IS NULL
        ORDER BY Ordinal DESC
        """);

    /// <summary>Begins a return's row, which records and findings refer to; it is finished in the same unit of work.</summary>
    public static async Task Begin(UnitOfWork work, IncomingReturn incoming, string returnId, DateTimeOffset receivedAt, DateOnly receivedOn)
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
        });
    }

    /// <summary>Finishes a return that was read, with its receipt.</summary>
    public static Task Complete(UnitOfWork work, string returnId, Receipt receipt) => work.Execute(Finish, new
    {
        ReturnId = returnId,
        receipt.Status,
        receipt.Records.Received,
        receipt.Records.Accepted,
        receipt.Records.Rejected,
        receipt.Records.Queried,
        Reason = (string?)null,
        Receipt = JsonSerializer.Serialize(receipt, ApiJson.Options),
    });

    /// <summary>Finishes an attempt that came to nothing, with the reason.</summary>
    public static Task Complete(UnitOfWork work, string returnId, string reason) => work.Execute(Finish, new
    {
        ReturnId = returnId,
        Status = ReturnStatus.Rejected,
        RecordCounts.None.Received,
        RecordCounts.None.Accepted,
        RecordCounts.None.Rejected,
        RecordCounts.None.Queried,
        Reason = reason,
        Receipt = (string?)null,
    });

    /// <summary>True where an attempt is recorded.</summary>
    public static async Task<bool> Exists(UnitOfWork work, string returnId) => await work.Count(There, new { ReturnId = returnId }) > 0;

    /// <summary>The receipt of a return that an earlier try of the same request stored or rejected; null where none did.</summary>
    public static async Task<Receipt?> FindReceipt(ReadSession reading, string returnId) =>
        await reading.First<Earlier>(Kept, new { ReturnId = returnId }) is { } row ? JsonSerializer.Deserialize<Receipt>(row.Receipt, ApiJson.Options) : null;

    /// <summary>The newest stored return with the same content for the same agency, dataset and period, and its receipt.</summary>
    public static async Task<(string ReturnId, Receipt Receipt)?> FindIdentical(UnitOfWork work, IncomingReturn incoming)
    {
        var row = await work.First<Earlier>(Same, new { Agency = incoming.Agency.Code, Dataset = incoming.Dataset.Name, FromDay = incoming.Days.From, ToDay = incoming.Days.To, ContentHash = incoming.Body.Hash });
        return row is null ? null : (row.ReturnId, JsonSerializer.Deserialize<Receipt>(row.Receipt, ApiJson.Options)!);
    }

    private sealed record Earlier
    {
        public required string ReturnId { get; init; }

        public required string Receipt { get; init; }
    }
}
