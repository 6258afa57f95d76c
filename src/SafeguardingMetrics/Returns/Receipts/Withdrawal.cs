using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// Marks a return as taken back by its agency. Its row, records and findings stay: what was known before stays known.
/// </summary>
internal static class Withdrawal
{
    // A request that is tried again may find its own withdrawal: kept, although the answer was lost.
    private static readonly Sql Standing = new("SELECT COUNT(*) FROM AgencyReturn WHERE ReturnId = @ReturnId AND (WithdrawnAt IS NULL OR (@IsAgain = 1 AND WithdrawnAt = @At)) AND Status <> 'rejected'");
    private static readonly Sql Withdraw = new("UPDATE AgencyReturn SET WithdrawnAt = @At WHERE ReturnId = @ReturnId AND WithdrawnAt IS NULL");

    /// <summary>False where there is nothing to withdraw.</summary>
    public static async Task<bool> MarkWithdrawn(UnitOfWork work, string returnId, DateTimeOffset at, bool isAgain)
    {
        if (await work.Count(Standing, new { ReturnId = returnId, At = at, IsAgain = isAgain }) == 0) return false;
        await work.Execute(Withdraw, new { ReturnId = returnId, At = at });
        return true;
    }
}
