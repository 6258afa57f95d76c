namespace SafeguardingMetrics.Audit;

/// <summary>
/// The acts that have an audit line. Reading figures has none: figures are counts, and boards read them all day.
/// </summary>
public static class AuditAction
{
    /// <summary>
    /// The first request of a day in England with a credential from an address, as far as this instance knows.
    /// </summary>
    public const string SignIn = "sign-in";

    /// <summary>A request that was answered 401 or 403, to whatever address.</summary>
    public const string Refusal = "refusal";

    /// <summary>A return was sent.</summary>
    public const string Submission = "submit-return";

    /// <summary>A return was checked.</summary>
    public const string Check = "check-return";

    /// <summary>A return was withdrawn.</summary>
    public const string Withdrawal = "withdraw-return";

    /// <summary>
    /// A return was confirmed: after it was held, or, with the outcome <c>beforehand</c>, when it was sent.
    /// </summary>
    public const string Confirmation = "confirm-return";

    /// <summary>A held return was not confirmed in time.</summary>
    public const string HoldExpired = "expire-held-return";

    /// <summary>A receipt was read: it names records.</summary>
    public const string ReceiptRead = "read-receipt";

    /// <summary>Findings were read: they name records.</summary>
    public const string FindingsRead = "read-findings";

    /// <summary>Explanations of queries were read: they name records.</summary>
    public const string ExplanationsRead = "read-explanations";

    /// <summary>A query was explained: somebody said that the record is right.</summary>
    public const string QueryExplained = "explain-query";

    /// <summary>The explanation of a query was ended.</summary>
    public const string ExplanationEnded = "end-explanation";

    /// <summary>The cases behind a figure were read.</summary>
    public const string CasesRead = "read-cases";

    /// <summary>The lineage of a figure was read.</summary>
    public const string LineageRead = "read-lineage";

    /// <summary>A bank holiday was added. A line with the outcome <c>part</c> is of a return whose figures it changed.</summary>
    public const string BankHolidayAdded = "add-bank-holiday";

    /// <summary>A bank holiday that was added was removed. A line with the outcome <c>part</c>: as above.</summary>
    public const string BankHolidayRemoved = "remove-bank-holiday";

    /// <summary>A release was brought forward.</summary>
    public const string ReleaseBroughtForward = "bring-release-forward";

    /// <summary>A target was set.</summary>
    public const string TargetSet = "set-target";

    /// <summary>A target was withdrawn.</summary>
    public const string TargetWithdrawn = "withdraw-target";

    /// <summary>What an agency owes of a dataset, and by when, was set.</summary>
    public const string ScheduleSet = "set-schedule";

    /// <summary>It was set that an agency owes nothing more of a dataset.</summary>
    public const string ScheduleRemoved = "remove-schedule";

    /// <summary>Benchmarks were loaded.</summary>
    public const string BenchmarksLoaded = "load-benchmarks";

    /// <summary>Populations were loaded.</summary>
    public const string PopulationsLoaded = "load-populations";

    /// <summary>An agency, a client or a key was added or changed.</summary>
    public const string CallersChanged = "change-callers";

    /// <summary>A child's records were erased.</summary>
    public const string Erasure = "erase-child";

    /// <summary>The records of a return were removed at the end of the retention period.</summary>
    public const string Retention = "forget-returns";

    /// <summary>The audit was read.</summary>
    public const string AuditRead = "read-audit";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        SignIn, Refusal, Submission, Check, Withdrawal, Confirmation, HoldExpired, ReceiptRead, FindingsRead, ExplanationsRead,
        QueryExplained, ExplanationEnded, CasesRead, LineageRead, ReleaseBroughtForward, TargetSet, TargetWithdrawn, ScheduleSet,
        ScheduleRemoved, BankHolidayAdded, BankHolidayRemoved, BenchmarksLoaded, PopulationsLoaded, CallersChanged, Erasure, Retention,
        AuditRead,
    ];
}
