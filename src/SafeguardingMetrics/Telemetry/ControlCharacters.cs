namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Texts that tell what somebody sent, on one line: a control character among it could end a line of a log or a terminal, or steer one. The OpenAPI document says of
/// each that it has none.
/// </summary>
internal static class ControlCharacters
{
    /// <summary>The text, with U+FFFD where a control character stood.</summary>
    public static string Escape(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u001F') || text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
        ? string.Create(text.Length, text, static (line, text) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = char.IsControl(text[i]) ? '\uFFFD' : text[i];
        })
        : text;
}
