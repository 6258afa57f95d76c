using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>NHS numbers, UPNs and what else belongs to a person are known in whatever dress, where they do not belong.</summary>
[TestFixture]
public sealed class RawIdentifierTests
{
    [TestCase("9434765919")]
    [TestCase("943 476 5919")]
    [TestCase("943-476-5919")]
    [TestCase("943.476.5919")]
    [TestCase("943/476/5919")]
    [TestCase("943_476_5919")]
    [TestCase("NHS9434765919")]
    [TestCase("9434765919A")]
    [TestCase("no. 943 476-5919, East")]
    [TestCase("\uFF19\uFF14\uFF13\uFF14\uFF17\uFF16\uFF15\uFF19\uFF11\uFF19")]
    [TestCase("943\u200B4765919")]
    [TestCase("H801200001001")]
    [TestCase("h801200001001")]
    [TestCase("H-801200-001001")]
    [TestCase("H80 1200 001 001")]
    [TestCase("H 801 2000 01 001")]
    [TestCase("pupil H801200001001, year 4")]
    public void An_identifier_is_found_in_every_dress(string text) =>
        Assert.That(RawIdentifier.ContainsIdentifier(Encoding.UTF8.GetBytes(text)), Is.True);

    [TestCase("9434765918", TestName = "A_wrong_check_digit")]
    [TestCase("19434765919", TestName = "Eleven_digits")]
    [TestCase("94347659190", TestName = "Eleven_digits_with_the_number_first")]
    [TestCase("94-34-76-59-19", TestName = "Other_groups_as_of_a_date_and_a_number")]
    [TestCase("EXA-2026-000123", TestName = "A_year_and_a_number")]
    [TestCase("C-1042", TestName = "An_id")]
    [TestCase("East Safeguarding 3", TestName = "A_team")]
    [TestCase("Llŷn ac Eifionydd, tîm 12", TestName = "A_team_with_accents")]
    [TestCase("H-80120000-1001", TestName = "A_letter_and_digits_in_other_groups")]
    [TestCase("XH801200001001", TestName = "Fourteen_characters")]
    public void Other_numbers_are_none(string text) =>
        Assert.That(RawIdentifier.ContainsIdentifier(Encoding.UTF8.GetBytes(text)), Is.False);

    [TestCase("a.quackenbush@example.org", "an e-mail address")]
    [TestCase("EX1 2AB", "a postcode")]
    [TestCase("sw1a2aa", "a postcode")]
    [TestCase("19/07/2013", "a day")]
    [TestCase("born 2013-07-19", "a day")]
    [TestCase("QQ123456C", "a National Insurance number")]
    [TestCase("07700 900123", "a telephone number")]
    [TestCase("+44 7700 900123", "a telephone number")]
    [TestCase("East Safeguarding 3", null)]
    [TestCase("EX4 and EX5", null)]
    [TestCase("Team 24/7", null)]
    [TestCase("0-19 Service 2026", null)]
    [TestCase("Year 10/11", null)]
    public void What_belongs_to_a_person_is_known_in_a_text(string text, string? what) =>
        Assert.That(PersonalText.Find(text), Is.EqualTo(what));

    [Test]
    public async Task A_team_with_what_belongs_to_a_person_is_refused_by_its_kind_alone()
    {
        await using var service = new TestService();
        foreach (var (team, what) in new[]
        {
            ("a.quackenbush@example.org", "an e-mail address"), ("EX1 2AB", "a postcode"), ("19/07/2013", "a day"),
            ("943.476.5919", "an NHS number or UPN"),
        })
        {
            var answer = await service.Post("open-cases", "2026-11-20", new JsonArray(CreateCase("C-1", team)));
            Assert.That(answer.Problem, Is.EqualTo("return-rejected"), answer.Text);
            Assert.That(answer.Text, Does.Contain(what).And.Not.Contain(team));
        }
    }

    [Test]
    public async Task An_agency_that_declares_its_ids_of_ten_digits_is_believed_until_a_third_pass()
    {
        await using var service = new TestService();
        // Ten digits of which one passes, as by chance; and ten digits that all do.
        var own = Enumerable.Range(0, 24).Select(i => i == 0 ? "9434765919" : NextFailing(1_000_000_000 + (i * 7))).ToList();
        var nhs = Enumerable.Range(0, 24).Select(i => NextPassing(4_000_000_000 + (i * 1000))).ToList();
        JsonArray Cases(List<string> ids) => new([.. ids.Select(id => CreateCase(id, "East 1"))]);

        var undeclared = await service.Post("open-cases", "2026-11-19", Cases(own));
        Assert.That(undeclared.Json["records"]!["rejected"]!.GetValue<int>(), Is.EqualTo(1), undeclared.Text);
        Assert.That(undeclared.Text, Does.Contain("an administrator declares it"));

        var set = await service.Put(
            "/v1/agencies/EXA-CSC",
            """{"name": "Exampleshire Children's Social Care", "sector": "social-care", "idsLikeIdentifiers": "open-cases"}""");
        Assert.That((string)set.Json["idsLikeIdentifiers"]!, Is.EqualTo("open-cases"), set.Text);
        var declared = await service.Post("open-cases", "2026-11-20", Cases(own));
        Assert.That(declared.Json["records"]!["rejected"]!.GetValue<int>(), Is.Zero, declared.Text);

        var passing = await service.Post("open-cases", "2026-11-21", Cases(nhs));
        Assert.That((passing.Status, passing.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "not-own-ids")), passing.Text);
        Assert.That(passing.Text, Does.Contain("24 of 24 values of childId").And.Not.Contain(nhs[0]));
        var unknown = await service.Put(
            "/v1/agencies/EXA-CSC", """{"name": "X", "sector": "social-care", "idsLikeIdentifiers": "nothing"}""");
        Assert.That(unknown.Problem, Is.EqualTo("invalid-agency"));
    }

    private static JsonObject CreateCase(string id, string team) => new()
    {
        ["childId"] = id, ["locality"] = "East", ["team"] = team, ["planType"] = "child-in-need", ["openedOn"] = "2026-01-05",
        ["allocatedWorkerId"] = "W-1", ["allocatedOn"] = "2026-01-06",
    };

    private static string NextPassing(long from)
    {
        while (!NhsNumber.IsValid(Encoding.ASCII.GetBytes($"{from}"))) from++;
        return $"{from}";
    }

    private static string NextFailing(long from)
    {
        while (NhsNumber.IsValid(Encoding.ASCII.GetBytes($"{from}"))) from++;
        return $"{from}";
    }
}
