using System.Text;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// The columns of a list of cases that was downloaded from the service: a record's own fields have a prefix, the others say
/// where the record was counted.
/// </summary>
internal static class CaseColumns
{
    /// <summary>What stands before the name of a field.</summary>
    public const string Prefix = "fields.";

    private static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(Prefix);

    /// <summary>True where a column is a field of the record.</summary>
    public static bool IsField(ReadOnlySpan<byte> column) => column.StartsWith(Utf8);

    /// <summary>The field's name.</summary>
    public static ReadOnlySpan<byte> GetField(ReadOnlySpan<byte> column) => column[Utf8.Length..];
}
