using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Values;

/// <summary>
/// Who is behind the number: figures by ethnicity, sex, age and disability, and two breakdowns at a time.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class DemographicBreakdownTests
{
    private const string Day = "from=2026-11-20&to=2026-11-20&interval=day";
    private int number;

    [TestCase(
        "age", "dateOfBirth",
        "2026-11-21 unborn", "2026-11-20 0", "2025-11-21 0", "2025-11-20 1 to 4", "2021-11-21 1 to 4", "2021-11-20 5 to 9",
        "2016-11-21 5 to 9", "2016-11-20 10 to 15", "2010-11-21 10 to 15", "2010-11-20 16 to 17", "2008-11-21 16 to 17", "2008-11-20 18+",
        "- not-recorded")]
    [TestCase("ethnic-group", "ethnicity", "WBRI white", "WROM white", "MWAS mixed", "CHNE asian", "APKN asian", "BAFR black", "OOTH other",
        "REFU not-recorded", "- not-recorded")]
    [TestCase("ethnicity", "ethnicity", "WBRI WBRI", "OOTH OOTH", "REFU not-recorded", "NOBT not-recorded", "- not-recorded")]
    [TestCase("sex", "sex", "M M", "F F", "U U", "- U")]
    [TestCase("disability", "disabilities", "NONE not-disabled", "LD disabled", "DDA disabled", "- not-recorded")]
    public async Task Every_child_is_in_one_member_by_what_is_recorded_on_the_day_that_counts(
        string by, string field, params string[] cases)
    {
        await using var service = new TestService();
        foreach (var (value, member) in cases.Select(line => line.Split(' ', 2)).Select(words => (words[0], words[1])))
        {
            var posted = await service.Post(
                "open-cases",
                "2026-11-20",
                new JsonArray(Case((field, value == "-" ? null : field == "disabilities" ? new JsonArray(value) : value))));
            Assert.That((int)posted.Status, Is.EqualTo(201), posted.Text);
            Assert.That((int)posted.Json["records"]!["accepted"]!, Is.EqualTo(1), posted.Text);

            var rows = await service.Values("unallocated-cases", $"{Day}&by={by}");
            Assert.That(
                rows.Select(row => $"{row!["by"]} {row["member"]} {row["by2"]} {row["member2"]} {row["numerator"]}/{row["denominator"]}"),
                Is.EqualTo(new[] { $"{by} {member}   1/1" }),
                value);
        }
    }

    [Test]
    public async Task Two_breakdowns_crossed_have_a_row_for_each_pair_in_the_order_asked_for()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", new JsonArray(
            Case(("locality", "East, upper"), ("ethnicity", "WBRI")),
            Case(("locality", "East, upper"), ("ethnicity", "AIND")),
            Case(("locality", "North"), ("ethnicity", "WBRI")),
            Case(("locality", "North"), ("ethnicity", "WBRI"))));

        Assert.That(
            await Rows("locality,ethnicity"),
            Is.EqualTo(new[]
            {
                "locality East, upper ethnicity AIND 1",
                "locality East, upper ethnicity WBRI 1",
                "locality North ethnicity WBRI 2",
            }));
        Assert.That(
            await Rows("ethnicity, locality"),
            Is.EqualTo(new[]
            {
                "ethnicity AIND locality East, upper 1",
                "ethnicity WBRI locality East, upper 1",
                "ethnicity WBRI locality North 2",
            }));
        Assert.That(
            await Rows("agency,ethnicity"),
            Is.EqualTo(new[] { "agency EXA-CSC ethnicity AIND 1", "agency EXA-CSC ethnicity WBRI 3" }));
        Assert.That(
            await Rows("ethnicity,sector"),
            Is.EqualTo(new[] { "ethnicity AIND sector social-care 1", "ethnicity WBRI sector social-care 3" }));

        async Task<IEnumerable<string>> Rows(string by) =>
            (await service.Values("unallocated-cases", $"{Day}&by={Uri.EscapeDataString(by)}"))
                .Select(row => $"{row!["by"]} {row["member"]} {row["by2"]} {row["member2"]} {row["denominator"]}");
    }

    [Test]
    public async Task What_cannot_be_crossed_or_told_apart_is_refused_with_what_can()
    {
        await using var service = new TestService();
        foreach (var by in new[] { "agency,sector", "locality,locality", "locality,team,category", "locality,", ",", "", "colour,team" })
            RefusalTests.Refused(await service.Get($"/v1/indicators/unallocated-cases/values?by={by}"), 400, "invalid-parameter", by);
        foreach (var (code, by) in new[]
        {
            ("visits-on-time", "ethnicity"),
            ("visits-on-time", "locality,age"),
            ("average-caseload", "team,sex"),
            ("average-caseload", "ethnicity"),
        })
        {
            var refused = await service.Get($"/v1/indicators/{code}/values?by={by}");
            RefusalTests.Refused(refused, 400, "invalid-parameter");
            Assert.That((string?)refused.Json["detail"], Does.StartWith($"{code} can be broken down by agency, sector, "));
            Assert.That((await service.Get($"/v1/indicator-values?codes={code}&by={by}")).Text, Is.EqualTo("[]"));
            RefusalTests.Refused(await service.Get($"/v1/indicators/{code}/cases?by={by}", "demo-analyst"), 400, "invalid-parameter");
        }

        RefusalTests.Refused(
            await service.Get("/v1/indicators/visits-on-time/cases?by=team&member2=East", "demo-analyst"),
            400,
            "invalid-parameter");
    }

    private JsonObject Case(params (string Field, JsonNode? Value)[] fields)
    {
        var record = new JsonObject
        {
            ["childId"] = $"C-{Interlocked.Increment(ref number)}",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["planType"] = "child-in-need",
            ["openedOn"] = "2026-10-01",
        };
        foreach (var (field, value) in fields) record[field] = value;
        return record;
    }
}
