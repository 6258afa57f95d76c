using System.IO.Hashing;
using System.Text;

namespace SafeguardingMetrics.Datasets.Fields;

/// <summary>Gives one string for one text, looked up by its UTF-8 bytes so that a text met before costs no allocation.</summary>
/// <remarks>Each text has one place, by its hash; the newest stays. Texts that never repeat push out one another, not memory.</remarks>
public sealed class TextPool
{
    private const int Places = 4096;
    private readonly (byte[] Utf8, string Text)[] places = new (byte[], string)[Places];

    /// <summary>The text of these bytes, which must be valid UTF-8.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        ref var place = ref places[(int)(XxHash3.HashToUInt64(utf8) % Places)];
        if (place.Utf8 is not null && utf8.SequenceEqual(place.Utf8)) return place.Text;

        var text = Encoding.UTF8.GetString(utf8);
        place = (utf8.ToArray(), text);
        return text;
    }
}
