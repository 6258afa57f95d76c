using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>What a caller sent is repeated where it is short, printable and no identifier.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class QuotedTextTests
{
    [TestCase("2025-3", "\"2025-3\"")]
    [TestCase("2025-03-31/2025-03-01", "\"2025-03-31/2025-03-01\"")]
    [TestCase("a\"b", "\"a'b\"")]
    [TestCase("Tŷ Llŵyn", "\"Tŷ Llŵyn\"")]
    public void A_short_text_is_repeated(string text, string quoted) => Assert.That(QuotedText.Create(text), Is.EqualTo(quoted));

    [Test]
    public void A_long_text_is_cut() => Assert.That(QuotedText.Create(new string('a', 61)), Is.EqualTo($"\"{new string('a', 59)}…\""));

    [TestCase("9434765919")]
    [TestCase("943 476 5919")]
    [TestCase("943-476-5919")]
    [TestCase("child 9434765919 of visits")]
    [TestCase("H801200001001")]
    [TestCase("")]
    [TestCase("  ")]
    [TestCase("a\nb")]
    [TestCase("\u202Eabc")]
    [TestCase("\u0000")]
    public void Others_are_not(string text) => Assert.That(QuotedText.Create(text), Is.Null);
}
