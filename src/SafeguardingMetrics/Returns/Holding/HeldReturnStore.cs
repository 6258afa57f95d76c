using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>The rows of held returns, and of what was confirmed.</summary>
internal static class HeldReturnStore
{
    /// <summary>Somebody confirmed it, and it was taken.</summary>
    public const string Confirmed = "confirmed";

    /// <summary>Its agency withdrew it.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>A newer return that was taken covers all its days.</summary>
    public const string Superseded = "superseded";

    /// <summary>Nobody confirmed it in time.</summary>
    public const string Expired = "expired";

    private static readonly Sql Insert = new("""
        INSERT INTO HeldReturn (ReturnId, BeganAt, ExpiresAt, Reason) VALUES (@ReturnId, @BeganAt, @ExpiresAt, @Reason)
        """);

    private static readonly Sql CountHeld = new("""
        SELECT COUNT(*) FROM HeldReturn WHERE ReturnId = @ReturnId AND EndedAt IS NULL AND ExpiresAt > @At
        """);

    private static readonly Sql CountEnded = new("""
        SELECT COUNT(*) FROM HeldReturn WHERE ReturnId = @ReturnId AND EndedAt = @At AND Ending = @Ending
        """);

    private static readonly Sql EndOne = new("""
        UPDATE HeldReturn SET EndedAt = @At, Ending = @Ending WHERE ReturnId = @ReturnId AND EndedAt IS NULL
        """);

    private static readonly Sql EndCovered = new("""
        UPDATE HeldReturn SET EndedAt = @At, Ending = @Ending
        WHERE EndedAt IS NULL AND ReturnId IN (
            SELECT r.ReturnId
            FROM AgencyReturn r
            WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Status = 'held' AND r.FromDay >= @FromDay AND r.ToDay <= @ToDay)
        """);

    private static readonly Sql Due = new("""
        SELECT r.ReturnId, r.Agency, r.Dataset
        FROM HeldReturn h
        JOIN AgencyReturn r ON r.ReturnId = h.ReturnId
        WHERE h.EndedAt IS NULL AND h.ExpiresAt <= @At
        ORDER BY h.ExpiresAt
        """);

    private static readonly Sql CountConfirmations = new("SELECT COUNT(*) FROM ReturnConfirmation WHERE ReturnId = @ReturnId");

    private static readonly Sql InsertConfirmation = new("""
        INSERT INTO ReturnConfirmation (ReturnId, ConfirmedAt, IsBeforehand, ConfirmedBy, Reason)
        VALUES (@ReturnId, @ConfirmedAt, @IsBeforehand, @ConfirmedBy, @Reason)
        """);

    /// <summary>Notes that a return is held from an instant on.</summary>
    public static Task Begin(UnitOfWork work, string returnId, DateTimeOffset at, Hold hold) =>
        work.Execute(Insert, new { ReturnId = returnId, BeganAt = at, hold.ExpiresAt, Reason = HoldSentences.Join(hold.Reasons) });

    /// <summary>True where a return is held at an instant.</summary>
    public static async Task<bool> IsHeld(ReadSession reading, string returnId, DateTimeOffset at) =>
        await reading.Count(CountHeld, new { ReturnId = returnId, At = at }) > 0;

    /// <summary>True where it ended so, at that instant: an earlier try of a unit of work finds its own trace.</summary>
    public static async Task<bool> HasEnded(ReadSession reading, string returnId, string ending, DateTimeOffset at) =>
        await reading.Count(CountEnded, new { ReturnId = returnId, At = at, Ending = ending }) > 0;

    /// <summary>Notes that a return is no longer held; one that was not held stays as it is.</summary>
    /// <returns>True where it was held.</returns>
    public static async Task<bool> End(UnitOfWork work, string returnId, string ending, DateTimeOffset at) =>
        await work.Execute(EndOne, new { ReturnId = returnId, At = at, Ending = ending }) > 0;

    /// <summary>Notes that a return was taken, and that those held for no other days than its days are superseded.</summary>
    public static Task EndWithin(UnitOfWork work, string agency, string dataset, Period days, DateTimeOffset at) =>
        work.Execute(EndCovered, new
        {
            Agency = agency,
            Dataset = dataset,
            FromDay = days.From,
            ToDay = days.To,
            At = at,
            Ending = Superseded,
        });

    /// <summary>The returns that are held and whose time is over.</summary>
    public static Task<IReadOnlyList<ExpiringReturn>> ListExpiring(ReadSession reading, DateTimeOffset at) =>
        reading.Query<ExpiringReturn>(Due, new { At = at });

    /// <summary>True where somebody said that a return is right.</summary>
    public static async Task<bool> IsConfirmed(ReadSession reading, string returnId) =>
        await reading.Count(CountConfirmations, new { ReturnId = returnId }) > 0;

    /// <summary>Notes who said that a return is right.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="returnId">The return's id.</param>
    /// <param name="at">The instant.</param>
    /// <param name="by">The id of the key; null in the demonstration.</param>
    /// <param name="reason">Why; null where it was said beforehand.</param>
    public static Task AddConfirmation(UnitOfWork work, string returnId, DateTimeOffset at, string? by, string? reason) =>
        work.Execute(InsertConfirmation, new
        {
            ReturnId = returnId,
            ConfirmedAt = at,
            IsBeforehand = reason is null,
            ConfirmedBy = by,
            Reason = reason,
        });
}

/// <summary>A held return whose time is over.</summary>
internal sealed record ExpiringReturn
{
    /// <summary>Its id.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }
}
