

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>What R02, R04 and R05 say of any dataset, in JSON and in CSV.</summary>
public sealed class CommonRulesTests() : RulesFixture("open-cases", "2026-11-20")
{
    private const string Header = "childId,locality,team,planType,openedOn";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["planType"] = "referral",
        ["openedOn"] = "2026-11-02",
    };

    [TestCase("2024-02-29", "")]
    [TestCase("2026-02-29", "R02 openedOn")]
    [TestCase("2026-02-30", "R02 openedOn")]
    [TestCase("31/02/2026", "R02 openedOn")]
    [TestCase("02/11/2026", "R08 openedOn")]
    [TestCase("2026-11-2", "")]
    [TestCase("2026-11-02T00:00:00", "")]
    [TestCase("20261102", "R08 openedOn")]
    [TestCase("0000-01-01", "R02 openedOn")]
    [TestCase("2026-13-01", "R02 openedOn")]
    [TestCase("46328", "R02 openedOn")] // A day as Excel counts them.
    [TestCase("abc", "R02 openedOn")]
    public Task R02_a_date_exists_and_cannot_be_misread(string day, string expected) => AssertFindings($"openedOn={day}", expected);

    [TestCase("\"openedOn\": \"2026-11-02\"", "")]
    [TestCase("\"openedOn\": 20261102", "R02 openedOn")]
    [TestCase("\"openedOn\": { \"day\": 2 }", "R02 openedOn")]
    [TestCase("\"openedOn\": null", "R01 openedOn")]
    [TestCase("\"openedOn\": \" \"", "R01 openedOn")]
    [TestCase("\"childId\": 1042", "")]
    [TestCase("\"locality\": true", "R02 locality")]
    [TestCase("\"planType\": [\"referral\"]", "R02 planType")]
    [TestCase("\"workersInLast12Months\": 2", "")]
    [TestCase("\"workersInLast12Months\": 2.5", "R02 workersInLast12Months")]
    [TestCase("\"workersInLast12Months\": \"2\"", "")]
    [TestCase("\"workersInLast12Months\": null", "")]
    [TestCase("\"disabilities\": [\"LD\", \"AUT\"]", "")]
    [TestCase("\"disabilities\": []", "")]
    [TestCase("\"disabilities\": [\"LD\", \"LD\"]", "R03 disabilities")]
    [TestCase("\"disabilities\": [\"LD\", 7]", "R02 disabilities")]
    [TestCase("\"disabilities\": [\"LD;AUT\"]", "R02 disabilities")]
    [TestCase("\"disabilities\": \"LD\"", "")]
    [TestCase("\"nhsNumber\": \"9990000018\"", "")]
    [TestCase("\"nhsNumber\": 9990000018", "")]
    [TestCase("\"nhsNumber\": true", "R02 nhsNumber")]
    [TestCase("\"childId\": \"C-2\"", "R02 childId")] // Twice in the record: which is meant?
    public async Task R02_a_value_in_JSON_is_of_its_type(string member, string expected)
    {
        // A member that the plain record has stands in its place; the last case has both.
        var name = member.Split('"')[1];
        var plain = Plain.Where(field => field.Key != name
            || member.Contains("C-2", StringComparison.Ordinal)).Select(field => $"\"{field.Key}\": \"{field.Value}\"");

        var answer = await Check($"[{{ {string.Join(", ", [.. plain, member])} }}]", "application/json");

        Assert.That(answer.Findings, Is.EqualTo(expected.Length == 0 ? [] : new[] { $"1 {expected}" }));
    }

    [Test]
    public async Task R04_each_later_record_of_a_key_is_a_finding_even_where_the_first_was_left_out()
    {
        var answer = await Check($"""
            {Header}
            C-1,East,East 1,wrong,2026-11-02
            C-2,East,East 1,referral,2026-11-02
            C-1,East,East 1,referral,2026-11-02
            C-1,East,East 1,referral,2026-11-02
            c-1,East,East 1,referral,2026-11-02
            C 1,East,East 1,referral,2026-11-02
            C 1,East,East 1,referral,2026-11-02
            """, "text/csv");

        // c-1 is another key than C-1, which is said; a key that is no identifier is no key.
        Assert.That(
            answer.Findings,
            Is.EqualTo(new[] { "1 R03 planType", "3 R04 childId", "4 R04 childId", "6 R03 childId", "7 R03 childId", "R22 childId" }));
        Assert.That((string?)answer.Json["findings"]![5]!["message"], Does.StartWith(
            "1 record has the childId of an earlier record but for capitals or zeros before a number, the first record 5, as record 1."));
    }

    [Test]
    public async Task R05_an_unknown_field_is_one_finding_a_return_and_leaves_no_record_out()
    {
        var answer = await Check($"""
            {Header.ToUpperInvariant()},keyWorker,Notes
            C-1,East,East 1,referral,2026-11-02,W-1,x
            C-2,East,East 1,referral,2026-11-02,W-1,x
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "R05 keyWorker", "R05 Notes" }));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":2,"accepted":2,"rejected":0,"queried":0,"explained":0}"""));
    }

    [Test]
    public async Task R05_each_unknown_field_is_counted_and_those_that_may_be_something_else_than_a_name_are_told_by_their_place()
    {
        var answer = await Check($"""
            {Header},Due Date,Free text,keyWorker,Due Date
            C-1,East,East 1,referral,2026-11-02,1,2,3,4
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "R05 (field 6)", "R05 (field 7)", "R05 keyWorker" }));
    }

    [Test]
    public async Task R03_lengths_count_characters_not_units_of_UTF_16()
    {
        var answer = await Check($"""
            {Header}
            C-1,{string.Concat(Enumerable.Repeat("𝄞", 40))},East 1,referral,2026-11-02
            C-2,{string.Concat(Enumerable.Repeat("𝄞", 41))},East 1,referral,2026-11-02
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "2 R03 locality" }));
    }

    [Test]
    public async Task R03_a_code_with_a_control_character_is_not_read_as_the_code_and_not_shown()
    {
        var answer = await Check(
            $"{Header}\nC-1,East,East 1,refer\0ral,2026-11-02\nC-2,East,East 1,child\u0007in need,2026-11-02", "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "1 R03 planType", "2 R03 planType" }));
        Assert.That(answer.Text, Does.Not.Contain("\\u0000").And.Not.Contain("\\u0007"));
    }

    [Test]
    public async Task R05_a_column_that_may_be_a_UPN_is_told_by_its_place()
    {
        var answer = await Check($"""
            {Header},H801200001001,year2026
            C-1,East,East 1,referral,2026-11-02,1,2
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "R05 (field 6)", "R05 year2026" }));
    }

    [TestCase("ChildId")]
    [TestCase("child_id")]
    [TestCase("Child ID")]
    [TestCase("CHILD-ID")]
    public async Task A_name_is_known_whatever_its_capitals_spaces_and_hyphens(string name)
    {
        var json = await Check(
            $$"""[{ "{{name}}": "C-1", "locality": "East", "team": "East 1", "planType": "referral", "openedOn": "2026-11-02" }]""",
            "application/json");
        var csv = await Check($"{name},{Header[8..]}\nC-1,East,East 1,referral,2026-11-02\n", "text/csv");

        Assert.That(json.Findings, Is.Empty);
        Assert.That(csv.Findings, Is.Empty);
    }

    [Test]
    public async Task R05_says_which_field_was_meant()
    {
        var answer = await Check($"{Header},alocatedWorker,shoeSize\nC-1,East,East 1,referral,2026-11-02,,\n", "text/csv");

        var messages = answer.Json["findings"]!.AsArray().Select(finding => (string)finding!["message"]!).ToList();
        Assert.That(messages[0], Does.StartWith("alocatedWorker: did you mean allocatedWorkerId? "));
        Assert.That(messages[1], Does.StartWith("A field that the dataset does not have"));
    }

    [Test]
    public async Task R01_a_required_column_that_is_missing_is_one_finding_of_the_return()
    {
        var answer = await Check("childId,locality,teem,openedOn\nC-1,East,T,2026-11-02\nC-2,East,T,2026-11-02\n", "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "R05 teem", "R01 team", "R01 planType" }));
        Assert.That(
            (string?)answer.Json["findings"]![1]!["message"],
            Does.StartWith("The header has no column team; is it teem?: no record can be taken."));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":2,"accepted":0,"rejected":2,"queried":0,"explained":0}"""));
    }

    [Test]
    public async Task R01_names_the_missing_column_where_every_other_is_known()
    {
        var answer = await Check("childId,locality,planType,openedOn\nC-1,East,referral,2026-11-02\n", "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "R01 team" }));
        Assert.That(
            (string?)answer.Json["findings"]![0]!["message"], Does.StartWith("The header has no column team: no record can be taken."));
    }

    [Test]
    public async Task R14_the_same_record_twice_counts_once_and_R04_says_in_which_fields_two_of_a_key_differ()
    {
        var answer = await Check($"""
            {Header}
            C-1,East,East 1,referral,2026-11-02
            C-2,East,East 1,referral,2026-11-02
            C-1,East,East 1,referral,2026-11-02
            C-2,East,East 2,referral,2026-11-03
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "3 R14 childId", "4 R04 childId" }));
        Assert.That((string?)answer.Json["findings"]![0]!["message"], Does.StartWith("The same as record 1, on line 2. "));
        Assert.That(
            (string?)answer.Json["findings"]![1]!["message"],
            Does.StartWith("The key stands in record 2, on line 3, with another team, openedOn. "));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":4,"accepted":2,"rejected":1,"queried":1,"explained":0}"""));
    }

    [Test]
    public async Task R12_an_identifier_of_two_children_names_both_records()
    {
        var answer = await Check($"""
            {Header},nhsNumber
            C-1,East,East 1,referral,2026-11-02,9990000018
            C-2,East,East 1,referral,2026-11-02,
            C-3,East,East 1,referral,2026-11-02,999 000 0018
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "3 R12 nhsNumber" }));
        Assert.That(
            (string?)answer.Json["findings"]![0]!["message"],
            Does.StartWith("The same nhsNumber as in record 1, which is of another child id. "));
    }

    [Test]
    public async Task Where_one_date_of_a_field_can_only_be_month_first_none_in_numbers_is_taken_day_first()
    {
        var answer = await Check($"""
            {Header}
            C-1,East,East 1,referral,02/11/2026
            C-2,East,East 1,referral,2026-11-02
            C-3,East,East 1,referral,11/20/2026
            C-4,East,East 1,referral,02-Nov-2026
            """, "text/csv");

        Assert.That(answer.Findings, Is.EqualTo(new[] { "1 R02 openedOn", "3 R02 openedOn", "R08 openedOn", "R02 openedOn" }));
        Assert.That(
            (string?)answer.Json["findings"]![1]!["message"],
            Does.StartWith("11/20/2026: month first? Write YYYY-MM-DD, such as 2026-11-20. "));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":4,"accepted":2,"rejected":2,"queried":0,"explained":0}"""));
    }
}
