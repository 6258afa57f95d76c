

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>How true and false are written: in JSON as such, in CSV in several ways.</summary>
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
    public async Task In_CSV_a_boolean_has_four_spellings_in_any_case(string no, string yes)
    {
        await AssertFindings($"childSeen={no}, seenAlone={yes}", "SV03 seenAlone");
        await AssertFindings($"childSeen={yes}, seenAlone={yes}", "");
    }

    [TestCase("t")]
    [TestCase("-1")]
    [TestCase("2")]
    [TestCase("ja")]
    public Task R02_any_other_word_is_no_boolean(string word) => AssertFindings($"childSeen={word}", "R02 childSeen");

    [TestCase("true", "")]
    [TestCase("\"true\"", "1 R02 childSeen")]
    [TestCase("1", "1 R02 childSeen")]
    [TestCase("\"yes\"", "1 R02 childSeen")]
    public async Task In_JSON_a_boolean_is_true_or_false_and_nothing_else(string value, string expected)
    {
        var answer = await Check(
            $$"""[{ "visitId": "V-1", "childId": "C-1", "locality": "East", "team": "East """
            + $$"""1", "visitType": "looked-after", "dueOn": "2026-11-03", "visitedOn": "2026-11-03", "childSeen": {{value}} }]""",
            "application/json");

        Assert.That(string.Join(", ", answer.Findings), Is.EqualTo(expected));
    }
}
