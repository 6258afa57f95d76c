namespace SafeguardingMetrics.Identity;

/// <summary>What a key may do. Each is also the name of the authorisation policy that asks for it.</summary>
public static class Permission
{
    /// <summary>Send, check and withdraw returns of its own agency.</summary>
    public const string Submit = "submit";

    /// <summary>Read returns and findings: of its own agency, or of all where the key belongs to none.</summary>
    public const string ReadReturns = "read-returns";

    /// <summary>Read figures, with small numbers protected.</summary>
    public const string ReadFigures = "read-figures";

    /// <summary>Read figures as they are: for the partnership's own analysts.</summary>
    public const string ReadFullFigures = "read-full-figures";

    /// <summary>Read the cases behind figures.</summary>
    public const string ReadCases = "read-cases";

    /// <summary>Read how good the data is.</summary>
    public const string ReadDataQuality = "read-data-quality";

    /// <summary>Change settings, agencies, clients and keys.</summary>
    public const string Administer = "administer";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Submit, ReadReturns, ReadFigures, ReadFullFigures, ReadCases, ReadDataQuality, Administer];

    /// <summary>Those that a client which acts for agencies may have: the partnership's figures are not an agency's to see.</summary>
    public static IReadOnlyList<string> ForAgencies { get; } = [Submit, ReadReturns, ReadDataQuality];

    /// <summary>Those that a client of the partnership may have: only agencies send.</summary>
    public static IReadOnlyList<string> ForPartnership { get; } = [.. All.Where(permission => permission != Submit)];
}
