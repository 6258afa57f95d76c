using System.Buffers;
using System.Text;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>The quick look at an id agrees with the closer one, whatever the text.</summary>
public sealed class IdentifierTextTests
{
    private const int Longest = 36;
    private static readonly SearchValues<byte> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-/."u8);

    [TestCase("V-2231", true)]
    [TestCase("0.V-2231", true)]
    [TestCase("12E5", false, Description = "May be a number: looked at more closely")]
    [TestCase("1.2E5", false)]
    [TestCase("E-1.2", true)]
    [TestCase("unknown", false)]
    [TestCase("#DIV/0!", false)]
    [TestCase("a 1", false)]
    [TestCase("", false)]
    [TestCase("1234567890123456789012345678901234567", false, Description = "37 characters")]
    public void An_id_with_a_digit_and_no_other_sign_needs_no_closer_look(string text, bool isPlain) =>
        Assert.That(IdentifierText.IsPlain(Encoding.UTF8.GetBytes(text), Longest), Is.EqualTo(isPlain));

    [Test]
    public void A_plain_id_is_never_a_word_for_nothing_a_shortened_number_or_of_another_alphabet()
    {
        const string Signs = "019eE.-/_+#xN \u00e9!";
        var random = new Random(7);
        var plain = 0;
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Signs[random.Next(Signs.Length)]));
            var utf8 = Encoding.UTF8.GetBytes(text);
            if (!IdentifierText.IsPlain(utf8, Longest)) continue;
            plain++;
            var isTaken = MissingWord.Find(utf8) == MissingWordKind.None && !utf8.AsSpan().ContainsAnyExcept(Allowed)
                && !NumberText.IsScientific(utf8);
            if (!isTaken) Assert.Fail($"'{text}' is not an id.");
        }

        Assert.That(plain, Is.GreaterThan(1_000));
    }

    [TestCase("C-12", null)]
    [TestCase("c-12", "C-12")]
    [TestCase("C-0012", "C-12")]
    [TestCase("0012", "12")]
    [TestCase("ab/007-010", "AB/7-10")]
    [TestCase("100", null)]
    [TestCase("0", null)]
    [TestCase("C0", null)]
    [TestCase("C-00", "C-0")]
    [TestCase("1.05", "1.5")]
    [TestCase("c23456789012345678901234567890123456", "C23456789012345678901234567890123456")]
    [TestCase("c234567890123456789012345678901234567", null, Description = "Longer than an id can be")]
    public void Ids_that_differ_in_capitals_or_zeros_have_one_form_in_common(string id, string? folded)
    {
        Span<char> written = stackalloc char[IdentifierText.Longest];
        var length = IdentifierText.Fold(id, written);
        Assert.That(length < 0 ? null : written[..length].ToString(), Is.EqualTo(folded));
    }
}
