using System.Globalization;
using System.Text;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>A request as it goes over the wire, a character a byte but for the body.</summary>
/// <param name="Operation">The operation that it was made from.</param>
/// <param name="Role">The demonstration key that it is sent with; null for nobody's.</param>
/// <param name="Method">The method.</param>
/// <param name="Target">The request's target.</param>
/// <param name="Headers">The headers beside Host, the key and the length.</param>
/// <param name="Body">The body.</param>
/// <param name="Changes">What was changed of a good request; nothing for a good one.</param>
internal sealed record FuzzedRequest(
    Operation Operation,
    string? Role,
    string Method,
    string Target,
    IReadOnlyList<(string Name, string Value)> Headers,
    byte[]? Body,
    IReadOnlyList<string> Changes)
{
    /// <summary>True where it may not be addressed to its operation any more.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>
    /// True where the web server itself, below the service, may refuse it: it does so without a body.
    /// </summary>
    public bool MayBreakHttp { get; init; }

    /// <summary>True where the body goes in pieces, without its length.</summary>
    public bool IsChunked { get; init; }

    /// <summary>The bytes.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(" HTTP/1.1\r\nHost: localhost\r\n");
        if (Role is not null) head.Append("X-Api-Key: ").Append(Role).Append("\r\n");
        foreach (var (name, value) in Headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        if (Body is not null)
            head
                .Append(
                    IsChunked
                        ? "Transfer-Encoding: chunked"
                        : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}"))
                .Append("\r\n");
        head.Append("\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body is null ? [] : IsChunked ? Chunked(Body) : Body];
    }

    /// <summary>
    /// What a failure tells of it: what is needed to send it again, and no more of its body than its beginning.
    /// </summary>
    public override string ToString()
    {
        var told = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"{Method} {Shortened(Target)} as {Role ?? "nobody"} [{string.Join("; ", Changes)}]");
        foreach (var (name, value) in Headers) told.Append(CultureInfo.InvariantCulture, $"\n  {name}: {Shortened(value)}");
        if (Body is not null)
            told.Append(
                CultureInfo.InvariantCulture,
                $"\n  {Body.Length} bytes: {Shortened(Encoding.UTF8.GetString(Body, 0, Math.Min(Body.Length, 300)))}");
        return told.ToString();
    }

    private static string Shortened(string text) => text.Length <= 300 ? text : $"{text[..300]}... ({text.Length})";

    private static byte[] Chunked(byte[] body) =>
    [
        .. body
            .Chunk(Math.Max(1, body.Length / 3))
            .SelectMany(chunk => (byte[])[.. Encoding.ASCII.GetBytes($"{chunk.Length:X}\r\n"), .. chunk, .. "\r\n"u8]),
        .. "0\r\n\r\n"u8,
    ];
}
