namespace SafeguardingMetrics.Tests.Packages;

/// <summary>
/// The licences under which we use what others made, what packages fail to state, and what is not open source, with the
/// reason why it is used nevertheless.
/// </summary>
internal static class KnownLicences
{
    /// <summary>The SPDX identifiers of open licences whose conditions we keep.</summary>
    public static IReadOnlySet<string> Open { get; } = new HashSet<string>
    {
        "0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MPL-2.0", "MS-PL", "PSF-2.0",
        "PostgreSQL", "Python-2.0", "Unlicense",
    };

    /// <summary>What a package does not state in a form that can be read: what it is, and where that stands.</summary>
    public static IReadOnlyList<(string Ecosystem, string Name, string Licence, string Where)> Unstated { get; } =
    [
        ("nuget", "K4os.Compression.LZ4", "MIT", "its package has the address of its LICENSE only, which is the MIT licence"),
        ("npm", "compute-gcd", "MIT", OldMember), ("npm", "compute-lcm", "MIT", OldMember), ("npm", "reserved", "MIT", OldMember),
        ("npm", "validate.io-function", "MIT", OldMember), ("npm", "validate.io-integer", "MIT", OldMember),
        ("npm", "validate.io-integer-array", "MIT", OldMember), ("npm", "validate.io-number", "MIT", OldMember),
        ("nuget", "Microsoft.Data.SqlClient.SNI.runtime", MicrosoftTerms, "its LICENSE.txt"),
        ("nuget", "Microsoft.SqlServer.DacFx", MicrosoftTerms, "its license.txt"),
        ("nuget", "Microsoft.SqlServer.Types", MicrosoftTerms, "its license.md"),
    ];

    /// <summary>Packages that are not open source: the use they may have, and why they are there.</summary>
    public static IReadOnlyDictionary<string, (PackageUse Use, string Why)> NotOpen { get; } =
        new Dictionary<string, (PackageUse, string)>
        {
            ["Microsoft.Data.SqlClient.SNI.runtime"] = (
                PackageUse.Shipped,
                "SqlClient's network library for Windows, which SqlClient (MIT) needs there. Linux never loads it: on Linux SqlClient uses "
                + "its own, in C#, and what is published for Linux has no file of this package. Its terms allow it to be passed on with "
                + "a program."),
            ["Microsoft.SqlServer.DacFx"] = (
                PackageUse.Tests,
                "Microsoft's model of T-SQL, against which the tests compile every statement and script, and which builds the DACPAC. It "
                + "is not passed on."),
            ["Microsoft.SqlServer.Types"] = (PackageUse.Tests, "Microsoft.SqlServer.DacFx needs it. It is not passed on."),
        };

    private const string MicrosoftTerms = "Microsoft's terms";
    private const string OldMember = "its package.json has it in `licenses`, which the lock file does not repeat";

    /// <summary>The licence of a package that does not state it; null where we do not know.</summary>
    public static string? FindUnstated(string ecosystem, string name) =>
        Unstated.FirstOrDefault(known => known.Ecosystem == ecosystem && known.Name == name).Licence;

    /// <summary>
    /// True where an SPDX expression of identifiers, <c>AND</c> and <c>OR</c> leaves a choice of open licences only. A bracket
    /// around the whole is allowed, and nothing more complicated.
    /// </summary>
    public static bool IsOpen(string expression) => expression.Trim('(', ')').Split(" OR ")
        .Any(choice => choice.Split(" AND ").All(Open.Contains));
}
