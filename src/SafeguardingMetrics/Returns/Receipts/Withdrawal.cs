using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// Marks a return as taken back by its agency. Its row, records and findings stay: what was known before stays known.
/// </summary>
internal static class Withdrawal
{
    // A unit of work that is retried may find its own withdrawal, committed although the confirmation was lost.
    private static readonly Sql CountWithdrawable = new("""
        SELECT COUNT(*)
        FROM AgencyReturn
        WHERE ReturnId = @ReturnId AND (WithdrawnAt IS NULL OR (@IsAgain = 1 AND WithdrawnAt = @At)) AND Status <> 'rejected'
        """);

    private static readonly Sql Withdraw = new(
        "UPDATE AgencyReturn SET WithdrawnAt = @At WHERE ReturnId = @ReturnId AND WithdrawnAt IS NULL");

    /// <summary>Marks a return.</summary>
    /// <returns>False where it was withdrawn or rejected before, or does not exist.</returns>
    public static async Task<bool> MarkWithdrawn(UnitOfWork work, string returnId, DateTimeOffset at, bool isAgain)
    {
        if (await work.Count(CountWithdrawable, new { ReturnId = returnId, At = at, IsAgain = isAgain }) == 0) return false;
        await work.Execute(Withdraw, new { ReturnId = returnId, At = at });
        return true;
    }
}
