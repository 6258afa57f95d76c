using System.Globalization;

namespace SafeguardingMetrics.Simulator.Workforce;

/// <summary>
/// Generates the tenures of one post: years with a worker, months without, half of those covered by an agency worker.
/// </summary>
internal sealed class TenureSimulator(string workerPrefix, int postNumber, SeededRandom random, DateOnly? exodus)
{
    private readonly List<Tenure> tenures = [];
    private int workers;

    /// <summary>The share of posts in the declining locality whose worker leaves during the decline.</summary>
    public const double LeaveInASlide = 0.4;

    public Tenure[] SimulateThrough(DateOnly through)
    {
        var day = Exampleshire.FirstDay.AddDays(-random.Between(0, 1400));
        while (day <= through)
        {
            var (left, slid) = Leaving(day.AddDays(180 + (int)random.NextExponential(1050)), day);
            tenures.Add(CreateTenure(PostStatus.Filled, day, left, null));
            day = left.AddDays(slid ? 250 : random.Between(50, 260));
            LeaveVacant(left, day);
        }
        return [.. tenures];
    }

    private (DateOnly Left, bool Slid) Leaving(DateOnly planned, DateOnly came) =>
        exodus is { } gone && came < gone && gone < planned ? (gone, true) : (planned, false);

    private void LeaveVacant(DateOnly since, DateOnly until)
    {
        var covered = random.NextBoolean(0.5) ? since.AddDays(random.Between(14, 40)) : until;
        tenures.Add(new() { Status = PostStatus.Vacant, From = since, Until = covered, VacantSince = SaidSince(since) });
        if (covered < until)
            tenures.Add(CreateTenure(PostStatus.AgencyCover, covered, until, since));
    }

    // Sometimes the first day of the vacancy is not recorded (query WP03).
    private DateOnly? SaidSince(DateOnly since) => random.NextBoolean(0.04) ? null : since;

    private Tenure CreateTenure(string status, DateOnly from, DateOnly until, DateOnly? vacantSince) => new()
    {
        Status = status,
        From = from,
        Until = until,
        VacantSince = vacantSince,
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{workerPrefix}-{postNumber:D3}{++workers:D2}"),
        DbsChecks = Checks(from, until),
    };

    private DateOnly[] Checks(DateOnly from, DateOnly until)
    {
        // Three years is the limit of WP04: most checks are renewed in time, some late, and some are not on record.
        if (random.NextBoolean(0.015))
            return [];
        var checks = new List<DateOnly>();
        var check = from.AddDays(-random.Between(5, 200));
        while (check < until)
        {
            checks.Add(check);
            check = check.AddYears(3).AddDays(random.NextBoolean(0.7) ? -random.Between(1, 60) : random.Between(0, 90));
        }
        return [.. checks];
    }
}
