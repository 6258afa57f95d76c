namespace SafeguardingMetrics.Storage;

/// <summary>
/// The names of all write locks. Units of work with the same lock run one after another on every instance; on SQLite
/// all units of work do. Instances of two versions run side by side during an upgrade, so a name stays as it is.
/// </summary>
public static class WriteLocks
{
    /// <summary>The agencies of the partnership.</summary>
    public const string Agencies = "agencies";

    /// <summary>
    /// Audit lines that belong to no other change. They need no exclusion, but every unit of work has a lock.
    /// </summary>
    public const string Audit = "audit";

    /// <summary>Bank holidays that were added.</summary>
    public const string BankHolidays = "bank-holidays";

    /// <summary>Benchmarks and populations.</summary>
    public const string Benchmarks = "benchmarks";

    /// <summary>Clients and their keys.</summary>
    public const string Clients = "clients";

    /// <summary>A copy of a whole database.</summary>
    public const string Copy = "copy";

    /// <summary>How far the demonstration's data have been made.</summary>
    public const string Demonstration = "demonstration";

    /// <summary>What is written, and never committed, to see whether anything can be.</summary>
    public const string Health = "health";

    /// <summary>Idempotency keys whose time is over.</summary>
    public const string IdempotencyKeys = "idempotency-keys";

    /// <summary>The keys under which identifiers are hashed, and every hash.</summary>
    public const string Identifiers = "identifiers";

    /// <summary>Returns that were accepted to be processed later.</summary>
    public const string QueuedSubmissions = "accepted-returns";

    /// <summary>Releases of figures.</summary>
    public const string Releases = "releases";

    /// <summary>Which instance applies the retention period today.</summary>
    public const string Retention = "retention";

    /// <summary>The schedule of all agencies, written by the demonstration.</summary>
    public const string Schedule = "schedule";

    /// <summary>Tables and views.</summary>
    public const string Schema = "schema";

    /// <summary>Targets.</summary>
    public const string Targets = "targets";

    /// <summary>
    /// True for what takes no time and must not wait for returns: clients and their keys, so that one can be revoked at once, agencies,
    /// and audit lines.
    /// </summary>
    public static bool IsUrgent(string lockName) => lockName is Clients or Agencies or Audit;

    /// <summary>The returns of one agency and dataset: each of them changes which days the others hold.</summary>
    public static string ForReturns(string agency, string dataset) => ChangeStream.ForReturns(agency, dataset).Name;

    /// <summary>What one agency owes of one dataset.</summary>
    public static string ForSchedule(string agency, string dataset) => $"{Schedule}/{agency}/{dataset}";
}
