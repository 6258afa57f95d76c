namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Escapes control characters in texts that repeat what somebody sent. A control character could end a line of a log,
/// or steer a terminal. The OpenAPI document says of such texts that they have none.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>The text with U+FFFD in place of each control character (C0, DEL and C1).</summary>
    public static string Escape(string text) =>
        text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
        ? string.Create(text.Length, text, static (line, text) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(text[i]) ? '\uFFFD' : text[i];
        })
        : text;
}
