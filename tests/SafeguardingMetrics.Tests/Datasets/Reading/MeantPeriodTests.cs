using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>Which period somebody meant who wrote it in another form than the three that are taken.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class MeantPeriodTests
{
    [TestCase("2025-3", "2025-03")]
    [TestCase("2025/03", "2025-03")]
    [TestCase("202503", "2025-03")]
    [TestCase("03/2025", "2025-03")]
    [TestCase("3-2025", "2025-03")]
    [TestCase("March 2025", "2025-03")]
    [TestCase("Mar-25", "2025-03")]
    [TestCase("2025 March", "2025-03")]
    [TestCase("2025-3-4", "2025-03-04")]
    [TestCase("20250304", "2025-03-04")]
    [TestCase("2025-03-04T00:00:00", "2025-03-04")]
    [TestCase("04/03/2025", "2025-03-04")]
    [TestCase("4.3.25", "2025-03-04")]
    [TestCase("04-Mar-2025", "2025-03-04")]
    [TestCase("March 4, 2025", "2025-03-04")]
    [TestCase("04MAR2025", "2025-03-04")]
    [TestCase("2025-Mar-04", "2025-03-04")]
    [TestCase("Tue 4 March 2025", "2025-03-04")]
    [TestCase("2025-03-04T23:59:59Z", "2025-03-04")]
    [TestCase("2025-03/04", "2025-03-01/2025-04-30")]
    [TestCase(" 2025-03 ", "2025-03")]
    [TestCase("2025–03", "2025-03")]
    [TestCase("\"2025-03\"", "2025-03")]
    [TestCase("2025-03-01 to 2025-03-15", "2025-03-01/2025-03-15")]
    [TestCase("2025-03-01..2025-03-15", "2025-03-01/2025-03-15")]
    [TestCase("2025-03-01 - 2025-03-15", "2025-03-01/2025-03-15")]
    [TestCase("2025-03-01,2025-03-15", "2025-03-01/2025-03-15")]
    [TestCase("01/03/2025-15/03/2025", "2025-03-01/2025-03-15")]
    [TestCase("01/03/2025/15/03/2025", "2025-03-01/2025-03-15")]
    [TestCase("2025-03-01/15", "2025-03-01/2025-03-15")]
    [TestCase("2025-03/2025-05", "2025-03-01/2025-05-31")]
    [TestCase("2025-03-01/2025-03-31T23:59:59Z", "2025-03")]
    public void The_form_alone_was_wrong(string text, string meant) =>
        Assert.That(MeantPeriod.Find(text)?.Sentence, Is.EqualTo($" Did you mean {meant}?"));

    [TestCase("2024-25", "A year is an interval: 2024-04-01/2025-03-31.")]
    [TestCase("2024/25", "A year is an interval: 2024-04-01/2025-03-31.")]
    [TestCase("2024-2025", "A year is an interval: 2024-04-01/2025-03-31.")]
    [TestCase("FY2024-25", "A year is an interval: 2024-04-01/2025-03-31.")]
    [TestCase("2025", "A year is an interval: 2025-01-01/2025-12-31.")]
    [TestCase("2025W10", "A week is an interval: 2025-03-03/2025-03-09.")]
    [TestCase("2025-W10", "A week is an interval: 2025-03-03/2025-03-09.")]
    [TestCase("week 10 2025", "A week is an interval: 2025-03-03/2025-03-09.")]
    [TestCase("Q1 2025", "A quarter is an interval: 2025-01-01/2025-03-31.")]
    [TestCase("2025-Q4", "A quarter is an interval: 2025-10-01/2025-12-31.")]
    [TestCase("Q1 2024-25", "A quarter is an interval: 2024-04-01/2024-06-30.")]
    [TestCase("2025-03-31/2025-03-01", "The earlier day comes first: 2025-03.")]
    [TestCase("15/03/2025 - 2/3/2025", "The earlier day comes first: 2025-03-02/2025-03-15.")]
    [TestCase("2025-02-30", "February 2025 has 28 days. The whole month is: 2025-02.")]
    [TestCase("31/04/2025", "April 2025 has 30 days. The whole month is: 2025-04.")]
    public void The_reason_is_said(string text, string sentence) =>
        Assert.That(MeantPeriod.Find(text)?.Sentence, Is.EqualTo($" {sentence}"));

    [TestCase("")]
    [TestCase("November")]
    [TestCase("2025-13")]
    [TestCase("2025-25")]
    [TestCase("2025-W54")]
    [TestCase("03/25/2025")]
    [TestCase("last month")]
    [TestCase("Q5 2025")]
    [TestCase("1-3/2025")]
    [TestCase("20112012")]
    [TestCase("45720")]
    [TestCase("9434765919")]
    [TestCase("2025-03-01/2025-03-02/2025-03-03")]
    public void What_cannot_be_told_is_not_guessed(string text) => Assert.That(MeantPeriod.Find(text), Is.Null);

    [Test]
    public void What_is_suggested_is_a_period_that_is_taken([Values("2025-3", "Q1 2025", "2025-02-30", "2025-03/2025-05")] string text) =>
        Assert.That(Period.TryParse(MeantPeriod.Find(text)!.Text, out _), Is.True);
}
