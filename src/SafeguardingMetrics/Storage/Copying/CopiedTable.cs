using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Storage.Copying;

/// <summary>
/// A table whose rows are a partnership's own. Which these are is read from the scripts of tables: every one of them
/// but the calendar and the version, which each database has of itself. A script can only refer to tables made before,
/// so the order of the scripts is one in which references hold.
/// </summary>
public sealed partial class CopiedTable
{
    private static readonly string[] OfEachDatabase = ["Calendar", "DataVersion"];

    private CopiedTable(string name)
    {
        Name = name;
        Rows = new($"SELECT * FROM {name}");
        Count = new($"SELECT COUNT(*) FROM {name}");
    }

    /// <summary>All of them, in the order in which they are filled.</summary>
    public static IReadOnlyList<CopiedTable> All { get; } =
    [
        .. Schema.Tables.SelectMany(script => TablePattern().Matches(script.Text)).Select(made => made.Groups["table"].Value)
            .Where(table => !OfEachDatabase.Contains(table))
            .Select(table => new CopiedTable(table)),
    ];

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>
    /// Everything in it. The columns come from the database, so that one added by a later script is not left behind.
    /// </summary>
    public Sql Rows { get; }

    /// <summary>How many rows it has.</summary>
    public Sql Count { get; }

    [GeneratedRegex(@"^CREATE TABLE (?<table>\w+)", RegexOptions.Multiline)]
    private static partial Regex TablePattern();
}
