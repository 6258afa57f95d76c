using System.Diagnostics.CodeAnalysis;
using SafeguardingMetrics.Counts.Records;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// One SQL text, in the part of SQL that SQL Server and SQLite share. Nothing else is sent to a database: every
/// instance is a static field or comes from <see cref="RecordSql"/>, where the tests find it, compile it as T-SQL and
/// run it on SQLite.
/// </summary>
public sealed class Sql([StringSyntax("sql")] string text)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string ToString() => Text;
}
