namespace SafeguardingMetrics.Identity;

/// <summary>The permissions of a client. Each is also the name of the authorization policy that requires it.</summary>
public static class Permission
{
    /// <summary>Send, check and withdraw returns of its own agency.</summary>
    public const string Submit = "submit";

    /// <summary>Read returns and findings: of its own agency, or of all where the key belongs to none.</summary>
    public const string ReadReturns = "read-returns";

    /// <summary>Read figures as they were released, in groups of five.</summary>
    public const string ReadFigures = "read-figures";

    /// <summary>
    /// Read figures in full, as they are now: for the statutory partners' own officers.
    /// </summary>
    public const string ReadFullFigures = "read-full-figures";

    /// <summary>Read the cases behind figures.</summary>
    public const string ReadCases = "read-cases";

    /// <summary>Read data quality.</summary>
    public const string ReadDataQuality = "read-data-quality";

    /// <summary>Change settings, agencies, clients and keys.</summary>
    public const string Administer = "administer";

    /// <summary>
    /// The name of the policy that takes either permission: of what a sender may do for itself, and an administrator
    /// for anyone.
    /// </summary>
    public const string SubmitOrAdminister = $"{Submit}{Or}{Administer}";

    /// <summary>Separates the permissions in the name of a policy that takes any of them.</summary>
    public const string Or = " or ";

    /// <summary>All permissions.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Submit, ReadReturns, ReadFigures, ReadFullFigures, ReadCases, ReadDataQuality, Administer];

    /// <summary>
    /// What permissions allow together. Figures are told in groups of five to whoever may not read them in full, and receipts and findings
    /// tell of single records: so <see cref="ReadReturns"/> beside <see cref="ReadFigures"/> alone allows nothing.
    /// </summary>
    public static IReadOnlyList<string> GetAllowed(IReadOnlyList<string> permissions) =>
        TellsRecordsBehindProtectedFigures(permissions) ? [.. permissions.Where(one => one != ReadReturns)] : permissions;

    /// <summary>True of <see cref="ReadReturns"/> beside <see cref="ReadFigures"/> without <see cref="ReadFullFigures"/>.</summary>
    public static bool TellsRecordsBehindProtectedFigures(IReadOnlyCollection<string?> permissions) =>
        permissions.Contains(ReadFigures) && permissions.Contains(ReadReturns) && !permissions.Contains(ReadFullFigures);

    /// <summary>True where a permission allows nothing for want of <see cref="ReadFullFigures"/>.</summary>
    public static bool LackFullFigures(IReadOnlyCollection<string> permissions) => !permissions.Contains(ReadFullFigures)
        && (permissions.Contains(ReadCases) || TellsRecordsBehindProtectedFigures(permissions));

    /// <summary>
    /// The permissions that a client of agencies may have. Agencies do not read the partnership's figures.
    /// </summary>
    public static IReadOnlyList<string> ForAgencies { get; } = [Submit, ReadReturns, ReadDataQuality];

    /// <summary>The permissions that a client of the partnership may have. Only agencies submit.</summary>
    public static IReadOnlyList<string> ForPartnership { get; } = [.. All.Where(permission => permission != Submit)];
}
