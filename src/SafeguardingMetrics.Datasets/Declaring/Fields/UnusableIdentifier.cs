namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// What stands in the place of the hash of an NHS number or UPN whose check digit fails. The record still says that a
/// child was named. It is different each time, so that two children whose numbers are mistyped alike are never taken for
/// one.
/// </summary>
internal static class UnusableIdentifier
{
    /// <summary>How each of them begins.</summary>
    public const string Prefix = "unusable-";

    // The 43rd character of a hash has two bits that are 0, and the hyphen has not: no hash ends so.
    private const string Suffix = "--";

    /// <summary>Creates one, as long as a hash.</summary>
    public static string Create() => $"{Prefix}{Guid.CreateVersion7():N}{Suffix}";

    /// <summary>True where it is no hash.</summary>
    public static bool IsOne(string stored) =>
        stored.StartsWith(Prefix, StringComparison.Ordinal) && stored.EndsWith(Suffix, StringComparison.Ordinal);
}
