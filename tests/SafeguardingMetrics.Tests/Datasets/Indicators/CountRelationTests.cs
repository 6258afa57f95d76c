using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Tests.Datasets.Indicators;

/// <summary>
/// Which counts of different indicators are equal, and which are part of another, follows from the counts that they
/// share.
/// </summary>
public sealed class CountRelationTests
{
    private static readonly ReturnContext Facts = new("A", new(2026, 1, 1), new(2026, 1, 31), new(2026, 2, 1));

    [TestCase(
        "open-cases",
        "unallocated-cases Numerator = unallocated-without-review Denominator",
        "unallocated-cases Missed = average-caseload Numerator")]
    [TestCase("statutory-visits",
        "visits-on-time Numerator = visit-lateness Missed", "visits-checked-by-manager Denominator = visit-lateness Denominator",
        "visits-on-time Denominator > visits-checked-by-manager Denominator",
        "visits-checked-by-manager Denominator > children-seen-alone Denominator")]
    [TestCase("strategy-meetings",
        "strategy-meeting-delay Denominator = strategy-meetings-quorate Denominator",
        "strategy-meetings-on-time Denominator > strategy-meeting-delay Denominator")]
    [TestCase("police-notifications",
        "notifications-shared-on-time Numerator = notification-delay Missed",
        "notifications-shared-on-time Denominator > notification-delay Denominator")]
    [TestCase("workforce-posts")]
    [TestCase("health-assessments")]
    [TestCase("school-attendance")]
    public void The_relations_of_a_dataset_follow_from_its_counts(string dataset, params string[] relations) =>
        Assert.That(DatasetCatalogue.Find(dataset)!.Relations.Select(Describe), Is.EqualTo(relations));

    [Test]
    public void Two_indicators_with_one_denominator_share_it_and_what_they_count_in_it_is_their_own()
    {
        var all = new Count<string>("all", (_, _) => true);

        Assert.That(
            Derive(
                Share("one", all.Where("long", (text, _) => text.Length > 3), all),
                Share("two", all.Where("long", (text, _) => text.Length > 3), all)),
            Is.EqualTo(new[] { "one Denominator = two Denominator" }));
    }

    [Test]
    public void What_is_left_of_a_count_is_what_the_other_misses()
    {
        var all = new Count<string>("all", (_, _) => true);
        var even = all.Where("long", (text, _) => text.Length > 3);
        var rest = all.Except(even, "short");

        Assert.That(
            Derive(Share("long", even, all), Share("short", rest, all)),
            Is.EqualTo(new[] { "long Missed = short Numerator", "long Numerator = short Missed", "long Denominator = short Denominator" }));
        Assert.That(all.Except(rest, "long again").IsSameAs(even));
    }

    [Test]
    public void A_denominator_is_part_of_the_nearest_that_is_published()
    {
        var all = new Count<string>("all", (_, _) => true);
        var unpublished = all.Where("some", (text, _) => text.Length > 1);
        var few = unpublished.Where("few", (text, _) => text.Length > 2);
        var fewest = few.Where("fewest", (text, _) => text.Length > 3);
        var apart = new Count<string>("apart", (_, _) => true);

        Assert.That(
            Derive(Share("fewest", apart, fewest), Share("few", apart, few), Share("all", apart, all), Share("apart", fewest, apart)),
            Is.EqualTo(new[]
            {
                "all Denominator > few Denominator", "few Denominator > fewest Denominator",
            }));
    }

    [Test]
    public void A_denominator_that_is_another_indicators_numerator_is_no_further_part_of_its_whole()
    {
        var all = new Count<string>("all", (_, _) => true);
        var some = all.Where("some", (text, _) => text.Length > 1);

        Assert.That(
            Derive(Share("all", some, all), Share("some", some.Where("few", (text, _) => text.Length > 2), some.As("these"))),
            Is.EqualTo(new[] { "all Numerator = some Denominator" }));
    }

    [Test]
    public void A_record_counts_where_it_meets_the_condition_and_those_of_every_whole()
    {
        var all = new Count<string>("not empty", (text, _) => text.Length > 0);
        var some = all.Where("begins with a", (text, _) => text.StartsWith('a'));
        var few = some.Where("ends with z", (text, _) => text.EndsWith('z'));
        var rest = some.Except(few, "does not end with z");

        Assert.That(
            new[]
            {
                "",
                "a",
                "az",
                "z",
            }.Select(text => string.Concat(Sign(all, text), Sign(some, text), Sign(few, text), Sign(rest, text))),
            Is.EqualTo(new[] { "----", "++-+", "+++-", "+---" }));
        Assert.That(some.As("other words").Includes("a", Facts));
        Assert.That(() => few.Except(all, ""), Throws.ArgumentException);
    }

    [Test]
    public void A_numerator_that_is_not_declared_as_a_part_counts_only_in_the_denominator()
    {
        var indicator = Share(
            "one",
            new Count<string>("ends with z", (text, _) => text.EndsWith('z')),
            new Count<string>("begins with a", (text, _) => text.StartsWith('a')));

        Assert.That(
            new[]
            {
                "z",
                "a",
                "az",
            }.Select(text => indicator.TryMeasure(text, Facts, out var measure) ? $"{measure.Numerator}/{measure.Denominator}" : "-"),
            Is.EqualTo(new[] { "-", "0/100", "100/100" }));
    }

    [Test]
    public void Every_indicator_has_a_topic_of_the_list_and_topics_have_ids_of_their_own()
    {
        Assert.That(IndicatorCatalogue.All.Select(indicator => indicator.Topic).Distinct(), Is.SubsetOf(Topic.All));
        Assert.That(Topic.All.Select(topic => topic.Id), Is.Unique);
        Assert.That(Topic.All, Has.Count.EqualTo(20));
    }

    private static char Sign(Count<string> count, string text) => count.Includes(text, Facts) ? '+' : '-';

    private static IEnumerable<string> Derive(params DatasetIndicator[] indicators) => CountRelation.Derive(indicators).Select(Describe);

    private static string Describe(CountRelation relation) =>
        $"{relation.Whole} {relation.WholeRole} {(relation.IsSame ? "=" : ">")} {relation.Part} {relation.PartRole}";

    private static Share<string> Share(string code, Count<string> numerator, Count<string> denominator) => new(numerator, denominator)
    {
        Code = code, Title = "", Topic = Topic.Improvement, Summary = "", Rationale = "", Limitations = "", Polarity = Polarity.High,
        Basis = Basis.Local, Source = new("", null),
    };
}
