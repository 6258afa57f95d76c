using System.Net;
using SafeguardingMetrics.Datasets.Reading;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>
/// Small returns as real systems send them, and the figures that follow: none is wrong without a word. The clock stands at Sunday 22
/// November 2026.
/// </summary>
public sealed class FieldTrialTests
{
    private const string Visits = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone\n";
    private const string Cases = "childId,locality,team,planType,openedOn,allocatedWorkerId,allocatedOn\n";

    // "No" beside a visit that was not made.
    [TestCase(
        "V-1,C-1,East,T,child-protection,2026-11-03,2026-11-03,1,1\n" +
        "V-2,C-2,East,T,child-protection,2026-11-04,,0,0\n", "", "50.0 1/2")]
    [TestCase(
        "V-1,C-1,East,T,looked-after,2026-11-03,2026-11-02,yes,no\n" +
        "V-2,C-2,East,T,looked-after,2026-11-04,,no,\n", "SV07", "50.0 1/2")]
    [TestCase("V-1,C-1,East,T,child-in-need,2026-11-03,2026-11-03,t,t\nV-2,C-2,East,T,child-in-need,2026-11-04,,F,false\n", "", "50.0 1/2")]
    // Dates that stand for no visit.
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,1900-01-01,,\n", "R09", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,30/12/1899,false,false\n", "R09", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,0001-01-01T00:00:00,,\n", "R09", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,9999-12-31,0,0\n", "R09", "0.0 0/1")]
    // A slip of the year is counted, and doubted.
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,2016-11-02,true,true\n", "R10", "100.0 1/1")]
    // Words for nothing.
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,NULL,NULL,NULL\n", "R09 R09 R09", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,#N/A,#N/A,#N/A\n", "R09 R09 R09", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03,(blank),,\n", "R09", "0.0 0/1")]
    [TestCase("V-1,NULL,East,T,child-protection,2026-11-03,,,\n", "R01 R09", null)]
    [TestCase("V-1,C-1,NULL,T,child-protection,2026-11-03,,,\n", "R01 R09", null)]
    [TestCase("V-1,C-1,East,nan,child-protection,2026-11-03,,,\n", "R01 R09", null)]
    [TestCase("V-1,C-1,East,Not known,child-protection,2026-11-03,2026-11-03,true,true\n", "R09", "100.0 1/1")]
    // Padded, as a database's fixed columns are.
    [TestCase("V-1   ,C-1  ,East  ,T  ,child-protection  ,2026-11-03 ,2026-11-02 ,true ,true \n", "", "100.0 1/1")]
    // Day first: 04/11 is the fourth of November, and late.
    [TestCase("V-1,C-1,East,T,child-protection,03/11/2026,04/11/2026,true,true\n", "R08 R08", "0.0 0/1")]
    [TestCase("V-1,C-1,East,T,child-protection,03-Nov-26,2-Nov-26,true,true\n", "R08 R08", "100.0 1/1")]
    [TestCase("V-1,C-1,East,T,child-protection,2026-11-03T00:00:00,2026-11-03 00:00:00.000,true,true\n", "", "100.0 1/1")]
    [TestCase("V-1,C-1,East,T,child-protection,46329,46328,true,true\n", "R02 R02", null)]
    // One place, many spellings.
    [TestCase(
        "V-1,C-1,East,T,looked-after,2026-11-03,2026-11-03,1,1\nV-2,C-2,EAST,T,looked-after,2026-11-03,2026-11-03,1,1\n"
        + "V-3,C-3,east ,t,looked-after,2026-11-03,2026-11-03,1,1\n", "R13 R13", "100.0 3/3")]
    // The same line twice.
    [TestCase(
        "V-1,C-1,East,T,looked-after,2026-11-03,2026-11-03,1,1\n" +
        "V-1,C-1,East,T,looked-after,2026-11-03,2026-11-03,1,1\n", "R14", "100.0 1/1")]
    public async Task Visits_on_time_are_right_or_refused(string rows, string expected, string? figure)
    {
        await using var service = new TestService();
        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", Visits + rows, "text/csv");

        Assert.That(ListRules(answer), Is.EqualTo(expected), answer.Text);
        Assert.That(answer.Status, Is.EqualTo(figure is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Created), answer.Text);
        if (figure is not null) Assert.That(await ReadFigure(service, "visits-on-time", "2026-11-01"), Is.EqualTo(figure));
    }

    [TestCase(
        "C-1,East,T,child-protection,2026-09-14,UNALLOCATED,\n" +
        "C-2,East,T,child-protection,2026-09-14,N/A,\n", "OC05 OC05 R09", "100.0 2/2")]
    [TestCase(
        "C-1,East,T,child-in-need,2026-09-14,Vacant,NULL\n" +
        "C-2,East,T,child-in-need,2026-09-14,W-1,2026-09-20\n", "R09 R09", "50.0 1/2")]
    [TestCase("C-1,East,T,child-in-need,2026-09-14,not allocated,01/01/1900\n", "R09 R09", "100.0 1/1")]
    // A worker's place that says nobody, with the day on which nobody took the case: refused, not guessed.
    [TestCase("C-1,East,T,child-in-need,2026-09-14,UNALLOCATED,2026-09-20\n", "OC02 R09", null)]
    [TestCase("C-1,East,T,child-in-need,1900-01-01,W-1,2026-09-20\n", "R01 R09", null)]
    public async Task Unallocated_cases_are_right_or_refused(string rows, string expected, string? figure)
    {
        await using var service = new TestService();
        var answer = await service.Post("open-cases", "2026-11-20", Cases + rows, "text/csv");

        Assert.That(ListRules(answer), Is.EqualTo(expected), answer.Text);
        if (figure is not null) Assert.That(await ReadFigure(service, "unallocated-cases", "2026-11-01"), Is.EqualTo(figure));
        else Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.Text);
    }

    [Test]
    public async Task A_number_that_stands_for_none_identifies_nobody()
    {
        await using var service = new TestService();
        const string Header = "assessmentId,childId,nhsNumber,locality,provider,assessmentType,dueOn,completedOn\n";
        var answer = await service.Post(
            "health-assessments", "2026-11-01/2026-11-22",
            Header + "HA-1,,9999999999,East,Trust,review,2026-11-10,2026-11-09\n"
            + "HA-2,C-2,0000000000,East,Trust,review,2026-11-10,2026-11-09\n",
            "text/csv");

        Assert.That(ListRules(answer), Is.EqualTo("HA02 R11 R11"), answer.Text);
        Assert.That(await ReadFigure(service, "health-assessments-on-time", "2026-11-01"), Is.EqualTo("100.0 1/1"));
    }

    [Test]
    public async Task Every_spelling_of_a_place_is_one_member()
    {
        await using var service = new TestService();
        await service.Post(
            "statutory-visits", "2026-11-01/2026-11-22",
            Visits + "V-1,C-1,Llŷn,Duty team,looked-after,2026-11-03,2026-11-03,1,1\n"
            + "V-2,C-2,LLYN,Duty  Team,looked-after,2026-11-03,2026-11-03,1,1\n"
            + "V-3,C-3,LlÅ·n,Duty-team,looked-after,2026-11-03,2026-11-03,1,1\n",
            "text/csv");

        var rows = await service.Get("/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30&by=locality", "demo-analyst");
        Assert.That(rows.Json.AsArray().Select(row => $"{row!["member"]} {row["denominator"]}"), Is.EqualTo(new[] { "Llŷn 3" }));
    }

    [Test]
    public void Names_that_differ_in_a_sign_or_in_where_a_number_ends_are_other_members()
    {
        var spellings = new MemberSpellings();
        string[] teams = ["Team 1 2", "Team 12", "Team 1/2", "Team 1-2", "Team 1.2", "St Mary", "St Mary's"];
        Assert.That(teams.Select((team, i) => spellings.GetMember(team, i + 1)), Is.EqualTo(teams));
        Assert.That(spellings.GetMember("TEAM12", 8), Is.EqualTo("Team 12"));
        Assert.That(spellings.GetMember("team 1 2", 9), Is.EqualTo("Team 1 2"));
        Assert.That((spellings.Respelt, spellings.FirstRecord), Is.EqualTo((2, 8)));
    }

    // Codes in their order, each as often as it is found.
    private static string ListRules(ApiResponse answer)
    {
        var findings = (answer.Json["findings"] ?? answer.Json["receipt"]?["findings"])!.AsArray();
        return string.Join(' ', findings.Select(finding => (string)finding!["rule"]!).Order(StringComparer.Ordinal));
    }

    private static async Task<string> ReadFigure(TestService service, string indicator, string month)
    {
        var rows = await service.Get($"/v1/indicators/{indicator}/values?from={month}&to={month}", "demo-analyst");
        var row = rows.Json.AsArray().Single()!;
        return $"{row["value"]} {row["numerator"]}/{row["denominator"]}";
    }
}
