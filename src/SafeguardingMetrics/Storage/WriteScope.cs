namespace SafeguardingMetrics.Storage;

/// <summary>
/// What a unit of work has besides its statements: the lock that it holds, the change that its commit reports to
/// readers, and the audit entry that it writes. Every caller states all three.
/// </summary>
public sealed record WriteScope
{
    private WriteScope(string lockName, ChangeStream? changes, ITransactionParticipant? audit) =>
        (LockName, Changes, Audit) = (lockName, changes, audit);

    /// <summary>
    /// The write lock, one of <see cref="WriteLocks"/>: units of work with the same lock run one after another.
    /// </summary>
    public string LockName { get; }

    /// <summary>
    /// The change stream whose version the commit raises; null where no answer that readers cache depends on what is
    /// written.
    /// </summary>
    public ChangeStream? Changes { get; }

    /// <summary>The audit entry, written in the same transaction; null where the change is not audited.</summary>
    public ITransactionParticipant? Audit { get; }

    /// <summary>How long the unit of work may take once it has the lock; null for as long as it takes.</summary>
    public TimeSpan? Longest { get; init; }

    /// <summary>
    /// Writes the returns of one agency and dataset. Figures of other agencies and datasets stay valid.
    /// </summary>
    /// <param name="agency">The agency's code.</param>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="audit">The audit entry; null where the change is not audited.</param>
    public static WriteScope ForReturns(string agency, string dataset, ITransactionParticipant? audit) =>
        new(WriteLocks.ForReturns(agency, dataset), ChangeStream.ForReturns(agency, dataset), audit);

    /// <summary>Writes what any answer may depend on, such as targets or the schedule.</summary>
    /// <param name="lockName">The write lock; the change stream has the same name.</param>
    /// <param name="audit">The audit entry; null where the change is not audited.</param>
    public static WriteScope ForSettings(string lockName, ITransactionParticipant? audit) =>
        new(lockName, ChangeStream.ForLock(lockName), audit);

    /// <summary>Writes what no cached answer depends on, such as audit lines: readers' caches stay valid.</summary>
    /// <param name="lockName">The write lock.</param>
    /// <param name="audit">The audit entry; null where the change is not audited.</param>
    public static WriteScope WithoutChange(string lockName, ITransactionParticipant? audit) => new(lockName, null, audit);
}
