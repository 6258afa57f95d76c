using System.Buffers;
using System.IO.Hashing;
using System.Text;
using System.Text.Unicode;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Gives one string for one text, looked up by its UTF-8 bytes so that a text met before is neither made nor looked
/// through again.
/// </summary>
/// <remarks>
/// Each text has one place, by its hash; the newest stays. Texts that never repeat push out one another, not memory. The hash has a
/// random seed, so that texts cannot be chosen to push out one another.
/// </remarks>
public sealed class StringPool
{
    private const int Places = 4096;
    private static readonly SearchValues<char> Controls = SearchValues.Create([
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(char.IsControl),
    ]);
    private readonly long seed = HashSeed.Create();
    private readonly PooledString?[] places = new PooledString?[Places];

    /// <summary>The text of these bytes, and what is to be known of it; null where they are not UTF-8.</summary>
    public PooledString? GetOrAdd(ReadOnlySpan<byte> utf8)
    {
        ref var place = ref places[(int)(XxHash3.HashToUInt64(utf8, seed) % Places)];
        if (place is not null && utf8.SequenceEqual(place.Utf8)) return place;
        if (!Utf8.IsValid(utf8)) return null;

        var text = ValueText.Normalise(Encoding.UTF8.GetString(utf8));
        return place = new PooledString(
            utf8.ToArray(), text, text.EnumerateRunes().Count(), text.AsSpan().ContainsAny(Controls), PersonalText.Find(text) is not null,
            MissingWord.Find(utf8));
    }

    /// <summary>A text that was met.</summary>
    /// <param name="Utf8">Its bytes.</param>
    /// <param name="Value">The text, each run of blanks as one space and accents composed.</param>
    /// <param name="Characters">How many characters (Unicode code points) it has, which is what OpenAPI's maxLength
    /// counts; a rare one is two units of UTF-16.</param>
    /// <param name="HoldsControl">True where one of them is a control character, such as a line break.</param>
    /// <param name="IsPersonal">True where it holds what belongs to a person, such as an e-mail address.</param>
    /// <param name="Word">Whether it is a word that stands for no value.</param>
    public sealed record PooledString(byte[] Utf8, string Value, int Characters, bool HoldsControl, bool IsPersonal, MissingWordKind Word);
}
