

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>How true and false are written: in several ways, in JSON as in CSV.</summary>
public sealed class BooleanCellTests() : RulesFixture("statutory-visits", "2026-11-01/2026-11-22")
{
    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["visitId"] = "V-1",
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["visitType"] = "looked-after",
        ["dueOn"] = "2026-11-03",
        ["visitedOn"] = "2026-11-03",
        ["childSeen"] = "true",
    };

    // Not seen and yet seen alone breaks SV03: so it can be told that each word was understood, and as what.
    [TestCase("false", "true")]
    [TestCase("FALSE", "TRUE")]
    [TestCase("0", "1")]
    [TestCase("no", "yes")]
    [TestCase("No", "Yes")]
    [TestCase("n", "y")]
    [TestCase("N", "Y")]
    [TestCase("f", "t")]
    [TestCase("0.0", "1.0")]
    [TestCase("0", "-1")]
    public async Task A_boolean_has_many_spellings_in_any_case(string no, string yes)
    {
        await AssertFindings($"childSeen={no}, seenAlone={yes}", "SV03 seenAlone");
        await AssertFindings($"childSeen={yes}, seenAlone={yes}", "");
    }

    [TestCase("tr")]
    [TestCase("-2")]
    [TestCase("0.5")]
    [TestCase("2")]
    [TestCase("ja")]
    public Task R02_any_other_word_is_no_boolean(string word) => AssertFindings($"childSeen={word}", "R02 childSeen");

    [TestCase("true", "")]
    [TestCase("\"true\"", "")]
    [TestCase("1", "")]
    [TestCase("\"yes\"", "")]
    [TestCase("2", "1 R02 childSeen")]
    [TestCase("\"ja\"", "1 R02 childSeen")]
    [TestCase("[true]", "1 R02 childSeen")]
    public async Task JSON_may_have_the_words_of_CSV(string value, string expected)
    {
        var answer = await Check(
            $$"""[{ "visitId": "V-1", "childId": "C-1", "locality": "East", "team": "East """
            + $$"""1", "visitType": "looked-after", "dueOn": "2026-11-03", "visitedOn": "2026-11-03", "childSeen": {{value}} }]""",
            "application/json");

        Assert.That(string.Join(", ", answer.Findings), Is.EqualTo(expected));
    }
}
