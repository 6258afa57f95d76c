using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Tests.Datasets.Declaring;

/// <summary>
/// A declaration that contradicts itself says so when it is built, in a sentence that names the place.
/// </summary>
public sealed class DeclarationTests
{
    [Test]
    public void An_example_is_read_by_its_own_field() =>
        AssertMessage(() => new Wrong<WrongDay>(), "referrals.receivedOn: the example '2026-11' is not a date");

    [Test]
    public void An_example_outside_its_code_list_says_what_the_field_takes() =>
        AssertMessage(() => new Wrong<WrongCode>(), "referrals.source: the example 'gp' is not one of police, school");

    [Test]
    public void A_property_without_an_attribute_is_named() =>
        AssertMessage(
            () => new Wrong<NoField>(),
            "referrals: NoField: Team has no attribute that makes it a field, such as [Text] or [Day]");

    [Test]
    public void A_property_of_another_type_than_its_field_is_named() =>
        AssertMessage(() => new Wrong<WrongType>(), "WrongType.ReceivedOn is a String, which its attribute does not take");

    [Test]
    public void A_record_has_one_key() =>
        AssertMessage(() => new Wrong<NoKey>(), "referrals: NoKey: one property must have [Key], and no more than one");

    [Test]
    public void A_rule_s_code_occurs_once() =>
        AssertMessage(() => new Wrong<Good>(rules: ["RF01", "RF01"]), "referrals: there are 2 times the rule 'RF01'");

    [Test]
    public void A_breakdown_s_name_occurs_once() =>
        AssertMessage(() => new Wrong<Good>(breakdowns: ["team", "team"]), "referrals: there are 2 times the breakdown 'team'");

    [Test]
    public void A_breakdown_is_not_called_as_one_that_every_dataset_has() =>
        AssertMessage(
            () => new Wrong<Good>(breakdowns: ["agency"]),
            "referrals: the breakdown 'agency' has the name of one that every dataset has");

    [Test]
    public void Events_have_no_indicator_that_needs_all_records_at_once() =>
        AssertMessage(
            () => new Wrong<Event>(indicators: [Across]),
            "referrals: repeat-referrals needs all records of a day in one return, and a return of changes has only some of them: a "
            + "dataset with CountedOn cannot have it");

    [Test]
    public void Records_without_a_day_of_their_own_may_have_such_an_indicator() =>
        Assert.That(new Wrong<Good>(indicators: [Across]).Indicators, Has.Count.EqualTo(1));

    [Test]
    public void A_dataset_can_have_no_team_and_no_category()
    {
        var dataset = new Wrong<Good>(breakdowns: ["locality"]);
        Assert.That(dataset.Dimensions, Is.EqualTo(new[] { "locality" }));
        Assert.That((dataset.FindDimension("team"), dataset.GetMeaning("team")), Is.EqualTo(((string?)null, "")));
    }

    private static AcrossRecords Across => new(new ViewCount("referrals of a child before"), new ViewCount("referrals"))
    {
        Code = "repeat-referrals", Title = "Repeat referrals", Topic = Topic.ChildInNeed, Polarity = Polarity.Low, Basis = Basis.Local,
        Source = new Source("None", null), View = "RepeatReferrals", Summary = "None.", Rationale = "None.", Limitations = "None.",
    };

    private static void AssertMessage(Func<object> build, string message)
    {
        var thrown = Assert.Catch(() => build())!;
        Assert.That((thrown.InnerException ?? thrown).Message, Is.EqualTo(message));
    }

    private sealed class Wrong<TRecord>(
        string[]? rules = null, string[]? breakdowns = null, DatasetIndicator[]? indicators = null) : Dataset<TRecord>
        where TRecord : class, new()
    {
        public override IReadOnlyList<Breakdown<TRecord>> Breakdowns { get; } =
        [
            .. (breakdowns ?? []).Select(name => By(name, name, (record, facts) => name)),
        ];

        public override IReadOnlyList<Rule<TRecord>> Rules { get; } =
        [
            .. (rules ?? []).Select(code => Error(code, QualityDimension.Validity, "Nothing is wrong.")),
        ];

        public override IReadOnlyList<DatasetIndicator> Indicators { get; } = indicators ?? [];
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class Good
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
    }

    [Activity("referrals", "Referrals", "Every referral.", CountedOn = nameof(ReceivedOn)), SentBy(Sector.SocialCare)]
    private sealed class Event
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
        [Day("When it came.", "2026-11-01")] public DateOnly ReceivedOn { get; set; }
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class WrongDay
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
        [Day("When it came.", "2026-11")] public DateOnly ReceivedOn { get; set; }
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class WrongCode
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
        [Codes("From whom.", "police: Police", "school: School", Example = "gp")] public string? Source { get; set; }
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class WrongType
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
        [Day("When it came.", "2026-11-01")] public string ReceivedOn { get; set; } = "";
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class NoField
    {
        [Key, Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
        public string Team { get; set; } = "";
    }

    [Activity("referrals", "Referrals", "Every referral."), SentBy(Sector.SocialCare)]
    private sealed class NoKey
    {
        [Id("The id.", "R-1")] public string ReferralId { get; set; } = "";
    }
}
