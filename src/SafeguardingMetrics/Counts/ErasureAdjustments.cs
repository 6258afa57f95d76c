using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// What a return's erased records counted for, by day: figures of the whole stay what they were, also when the return's days are
/// divided anew.
/// </summary>
/// <remarks>
/// Without breakdowns: a row a breakdown of one day would be the erased child's team, ethnicity, sex and age. The cells that are stored
/// stay; breakdowns that are counted again lack the child.
/// </remarks>
internal static class ErasureAdjustments
{
    private static readonly IReadOnlyList<string> Columns =
    [
        "ReturnId", "Indicator", "Dimension", "StartsOn", "Member", "Amount", "Numerator", "Denominator",
    ];
    private static readonly Sql Stored = new(
        "SELECT Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator FROM RemainingCount WHERE ReturnId = @ReturnId");

    /// <summary>Takes a return's away.</summary>
    internal static readonly Sql Forget = new("DELETE FROM RemainingCount WHERE ReturnId = @ReturnId");

    private static readonly Sql Behind = new(
        $"SELECT COUNT(*) FROM Segment s JOIN RemainingCount c ON c.ReturnId = s.ReturnId WHERE {FigureStore.InForce}");

    /// <summary>True where figures rest on a return that lost records.</summary>
    public static async Task<bool> AnyInForce(ReadSession reading, CountQuery query) =>
        await reading.Count(Behind, FigureStore.CreateParameters(query)) > 0;

    /// <summary>A return's.</summary>
    public static Task<IReadOnlyList<Cell>> List(ReadSession reading, string returnId) =>
        CellRow.List(reading, Stored, new { ReturnId = returnId });

    /// <summary>Adds the difference that erasing made to a return's counts.</summary>
    public static async Task Add(UnitOfWork work, string returnId, IEnumerable<Cell> before, IEnumerable<Cell> after)
    {
        var sums =
            new Dictionary<(string Indicator, string Dimension, DateOnly On, string Member, int Amount),
                (decimal Numerator, decimal Denominator)>();
        void Sum(Cell cell, int sign)
        {
            if (cell.Dimension != Dimension.All) return;
            var key = (cell.Indicator, cell.Dimension, cell.StartsOn, cell.Member, cell.Amount);
            var (numerator, denominator) = sums.GetValueOrDefault(key);
            sums[key] = (numerator + (sign * cell.Numerator), denominator + (sign * cell.Denominator));
        }

        foreach (var cell in await List(work, returnId)) Sum(cell, 1);
        foreach (var cell in before) Sum(cell, 1);
        foreach (var cell in after) Sum(cell, -1);
        await work.Execute(Forget, new { ReturnId = returnId });
        work.BulkInsert("RemainingCount", Columns, sums.Where(sum => sum.Value != (0, 0)).OrderBy(sum => sum.Key)
            .Select(sum => new object?[]
            {
                returnId, sum.Key.Indicator, sum.Key.Dimension, sum.Key.On, sum.Key.Member, sum.Key.Amount, sum.Value.Numerator,
                sum.Value.Denominator,
            }));
    }
}
