using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Targets;

namespace SafeguardingMetrics.Tests.Indicators.Targets;

[TestFixture]
public sealed class TargetComparisonTests
{
    private static readonly Indicator _visits = IndicatorCatalogue.Find("visits-on-time")!;

    [TestCase(Polarity.High, 90.0, 5.0, 100.0, "green")]
    [TestCase(Polarity.High, 90.0, 5.0, 90.0, "green")]
    [TestCase(Polarity.High, 90.0, 5.0, 89.9, "amber")]
    [TestCase(Polarity.High, 90.0, 5.0, 85.0, "amber")]
    [TestCase(Polarity.High, 90.0, 5.0, 84.9, "red")]
    [TestCase(Polarity.High, 90.0, 0.0, 89.9, "red")]
    [TestCase(Polarity.Low, 10.0, 2.5, 0.0, "green")]
    [TestCase(Polarity.Low, 10.0, 2.5, 10.0, "green")]
    [TestCase(Polarity.Low, 10.0, 2.5, 10.1, "amber")]
    [TestCase(Polarity.Low, 10.0, 2.5, 12.5, "amber")]
    [TestCase(Polarity.Low, 10.0, 2.5, 12.6, "red")]
    [TestCase(Polarity.Low, 0.0, 0.0, 0.0, "green")]
    public void Green_meets_amber_misses_within_the_tolerance_and_red_by_more(
        Polarity polarity, decimal target, decimal tolerance, decimal value, string colour) =>
        Assert.That(new TargetComparison(Said(target, tolerance: tolerance), polarity).GetRag(value), Is.EqualTo(colour));

    [Test]
    public void What_has_no_value_has_no_colour() => Assert.That(new TargetComparison(Said(90), Polarity.High).GetRag(null), Is.Null);

    [Test]
    public void A_figure_is_held_to_its_locality_s_own_target_else_its_agency_s_else_the_partnership_s()
    {
        var book = new TargetLookup([
            Said(90),
            Said(80, agency: "EXA-CSC"),
            Said(70, locality: "East"),
            Said(10, indicator: "absence-rate"),
        ]);
        decimal? For(string? by, string? member, string? agency) =>
            book.Find(_visits, by, member, agency, new DateOnly(2026, 11, 30))?.Target.Value;

        Assert.That(For("all", null, null), Is.EqualTo(90));
        Assert.That(For("locality", "East", null), Is.EqualTo(70));
        Assert.That(For("locality", "East", "EXA-CSC"), Is.EqualTo(70));
        Assert.That(For("locality", "West", null), Is.EqualTo(90));
        Assert.That(For("locality", "West", "EXA-CSC"), Is.EqualTo(80));
        Assert.That(For("agency", "EXA-CSC", null), Is.EqualTo(80));
        Assert.That(For("agency", "EXA-ICB", null), Is.EqualTo(90));
        Assert.That(For(null, null, "EXA-CSC"), Is.EqualTo(80));
        Assert.That(For("team", "East", "EXA-CSC"), Is.EqualTo(80), "a team that is named as a locality is none");
        Assert.That(For("team", "East", null), Is.EqualTo(90));
    }

    [Test]
    public void Of_a_scope_the_newest_that_holds_on_the_day_counts_and_before_the_first_there_is_none()
    {
        var book = new TargetLookup([
            Said(90, from: "2026-04-01"),
            Said(95, from: "2026-10-15"),
            Said(70, locality: "East", from: "2026-11-01"),
        ]);
        decimal? On(string day, string? locality = null) =>
            book.Find(
                _visits,
                locality is null ? null : "locality",
                locality,
                null,
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))?.Target.Value;

        Assert.That(On("2026-03-31"), Is.Null);
        Assert.That(On("2026-04-01"), Is.EqualTo(90));
        Assert.That(On("2026-10-14"), Is.EqualTo(90));
        Assert.That(On("2026-10-15"), Is.EqualTo(95));
        Assert.That(On("2026-10-31", "East"), Is.EqualTo(95), "its own does not hold yet");
        Assert.That(On("2026-11-01", "East"), Is.EqualTo(70));
    }

    private static Target Said(
        decimal value,
        decimal tolerance = 0,
        string? agency = null,
        string? locality = null,
        string from = "2026-01-01",
        string indicator = "visits-on-time") => new()
        {
            TargetId = Guid.CreateVersion7().ToString(),
            Indicator = indicator,
            Agency = agency,
            Locality = locality,
            ValidFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            Value = value,
            Tolerance = tolerance,
            SetAt = DateTimeOffset.UnixEpoch,
            SetBy = "",
            EndedAt = null,
            EndedBy = null,
        };
}
