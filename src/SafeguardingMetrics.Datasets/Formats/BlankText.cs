using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Text that says nothing: the blanks of <see cref="ValueText"/>, and the Ctrl-Z that DOS programs write at the end of a file.
/// </summary>
internal static class BlankText
{
    /// <summary>True where the bytes say nothing.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> utf8) =>
        // Nearly every value's first byte is a letter or a digit.
        utf8.IsEmpty || (utf8[0] is not (> (byte)' ' and < 0x7F) && ValueText.Trim(utf8).Trim("\0\u001A"u8).IsEmpty);
}
