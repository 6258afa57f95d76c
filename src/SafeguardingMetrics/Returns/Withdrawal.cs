using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>Marks a return as taken back by its agency. Its row, records and findings stay: what was known before stays known.</summary>
internal static class Withdrawal
{
    // Withdrawn at this very instant: by an earlier try of the same request, whose answer was lost.
    private static readonly Sql Standing = new("SELECT COUNT(*) FROM AgencyReturn WHERE ReturnId = @ReturnId AND (WithdrawnAt IS NULL OR WithdrawnAt = @At) AND Status <> 'rejected'");
    private static readonly Sql Withdraw = new("UPDATE AgencyReturn SET WithdrawnAt = @At WHERE ReturnId = @ReturnId AND WithdrawnAt IS NULL");

    /// <summary>False where there is nothing to withdraw.</summary>
    public static async Task<bool> Mark(UnitOfWork work, string returnId, DateTimeOffset at)
    {
        if (await work.Count(Standing, new { ReturnId = returnId, At = at }) == 0) return false;
        await work.Execute(Withdraw, new { ReturnId = returnId, At = at });
        return true;
    }
}
