namespace SafeguardingMetrics.Datasets.Formats.Recognition;

/// <summary>What a body is, as its first bytes show it.</summary>
public enum BodyShape
{
    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>A JSON array: no CSV begins with <c>[{</c> or <c>[]</c>.</summary>
    JsonList,

    /// <summary>A JSON object: no CSV begins with <c>{"</c> or <c>{}</c>.</summary>
    JsonObject,

    /// <summary>Something else: CSV, if it is a return.</summary>
    Other,
}

/// <summary>Finds the shape of a body.</summary>
public static class BodyShapes
{
    /// <summary>The shape of a body.</summary>
    /// <param name="text">Its first bytes, in UTF-8.</param>
    public static BodyShape Find(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return BodyShape.Blank;
        var next = text[1..].TrimStart(" \t\r\n"u8);
        return text[0] switch
        {
            (byte)'[' when next is [] or [(byte)'{' or (byte)']', ..] => BodyShape.JsonList,
            (byte)'{' when next is [] or [(byte)'"' or (byte)'}', ..] => BodyShape.JsonObject,
            _ => BodyShape.Other,
        };
    }
}
