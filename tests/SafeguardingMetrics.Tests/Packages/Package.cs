namespace SafeguardingMetrics.Tests.Packages;

/// <summary>What others made, and what the program, its tests or its build use it for.</summary>
/// <param name="Ecosystem"><c>nuget</c> or <c>npm</c>, as in a package URL.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Version">The version that is used.</param>
/// <param name="Use">What for.</param>
/// <param name="Licence">An SPDX expression, or the name of other terms.</param>
internal sealed record Package(string Ecosystem, string Name, string Version, PackageUse Use, string Licence)
{
    /// <summary>SHA-512 of its content in base64, as the lock file has it; null where that has none.</summary>
    public string? Sha512 { get; init; }

    /// <summary>True where a project names it, and not only another package.</summary>
    public bool IsDirect { get; init; }

    /// <summary>The names of the packages that it needs.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Files of it that are kept in the repository: path and SHA-256 in hexadecimal.</summary>
    public IReadOnlyList<(string Path, string Sha256)> Files { get; init; } = [];

    /// <summary>Its package URL.</summary>
    public string Url => $"pkg:{Ecosystem}/{Name.Replace("@", "%40", StringComparison.Ordinal)}@{Version}";
}

/// <summary>What a package is used for.</summary>
internal enum PackageUse
{
    /// <summary>It is part of the program.</summary>
    Shipped,

    /// <summary>The program is built or checked with it.</summary>
    Build,

    /// <summary>Tests and benchmarks need it.</summary>
    Tests,
}
