using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Tests.Indicators.Populations;

[TestFixture]
public sealed class RepresentationRatioTests
{
    [TestCase(20, 100, 1000, 10000, 2.00)]
    [TestCase(10, 100, 1000, 10000, 1.00)]
    [TestCase(5, 100, 1000, 10000, 0.50)]
    [TestCase(0, 100, 1000, 10000, 0.00)]
    [TestCase(1, 3, 1, 2, 0.67)]
    [TestCase(1, 8, 1, 1, 0.13)]
    public void The_share_of_the_cases_is_divided_by_the_share_of_the_people(
        decimal cases, decimal allCases, int people, int allPeople, decimal ratio) =>
        Assert.That(RepresentationRatio.Calculate(cases, allCases, people, allPeople), Is.EqualTo(ratio));

    [Test]
    public void Without_cases_or_people_there_is_no_ratio()
    {
        Assert.That(RepresentationRatio.Calculate(0, 0, 10, 100), Is.Null);
        Assert.That(RepresentationRatio.Calculate(5, 10, 0, 100), Is.Null);
    }

    [Test]
    public void Rows_get_the_ratio_of_the_population_that_holds_on_their_last_day()
    {
        var rows = Ratios([Row("10", "a", 30), Row("10", "b", 70), Row("11", "a", 30), Row("11", "b", 70)],
            People("a", 10, "2020-01-01"), People("b", 90, "2020-01-01"), People("a", 30, "2026-11-30"), People("b", 70, "2026-11-30"));

        Assert.That(rows, Is.EqualTo(new[] { "a 3.00", "b 0.78", "a 1.00", "b 1.00" }));
    }

    [Test]
    public void Members_without_a_population_are_left_out_of_both_shares() =>
        Assert.That(
            Ratios(
                [Row("11", "a", 30), Row("11", "b", 70), Row("11", "not-recorded", 900)],
                People("a", 10),
                People("b", 90),
                People("c", 100)),
            Is.EqualTo(new[] { "a 6.00", "b 1.56", "not-recorded " }));

    [Test]
    public void Where_a_number_is_hidden_its_interval_has_no_ratio_from_which_it_could_be_worked_out() =>
        Assert.That(
            Ratios([Row("10", "a", 30), Row("10", "b", null), Row("11", "a", 10), Row("11", "b", 90)], People("a", 10), People("b", 90)),
            Is.EqualTo(new[] { "a ", "b ", "a 1.00", "b 1.00" }));

    [Test]
    public void Other_breakdowns_and_totals_have_none()
    {
        Assert.That(Ratios([Row("11", "a", 30, "locality"), Row("11", null, 30, null)], People("a", 10)), Is.EqualTo(new[] { "a ", " " }));
        Assert.That(Ratios([Row("11", "a", 30)]), Is.EqualTo(new[] { "a " }));
        Assert.That(Ratios([Row("10", "a", 30)], People("a", 10, "2026-11-01")), Is.EqualTo(new[] { "a " }), "not known yet on that day");
    }

    private static IEnumerable<string> Ratios(IReadOnlyList<IndicatorValue> rows, params Population[] populations) =>
        RepresentationRatio.AddRatios(rows, populations).Select(row => $"{row.Member} {row.Disproportionality}");

    private static Population People(string member, int people, string from = "2020-01-01") =>
        new()
        {
            Dimension = "ethnicity",
            Member = member,
            People = people,
            ValidFrom = DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            LoadedAt = null,
        };

    private static IndicatorValue Row(string month, string? member, decimal? cases, string? by = "ethnicity")
    {
        var from = new DateOnly(2026, int.Parse(month, System.Globalization.CultureInfo.InvariantCulture), 1);
        return Rows.Empty with
        {
            Period = $"2026-{month}",
            From = from,
            To = from.AddMonths(1).AddDays(-1),
            By = by,
            Member = member,
            Denominator = cases,
            Symbol = cases is null ? "c" : null,
        };
    }
}
