using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>What a worked example cannot show: another clock, and a breakdown that is refused.</summary>
public sealed class FigureCaseTests
{
    [Test]
    public async Task DBS_checks_on_29_February_are_counted_from_the_28th()
    {
        await using var service = new TestService();
        service.Clock.SetUtcNow(new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero));
        await service.Post("workforce-posts", "2028-02-29", """
            postId,locality,team,role,fte,status,workerId,vacantSince,dbsCheckedOn
            P-1,East,East 1,social-worker,1,filled,W-1,,2025-02-28
            P-2,East,East 1,social-worker,1,filled,W-2,,2025-02-27
            P-3,East,East 1,social-worker,1,filled,W-3,,2025-03-01
            """, "text/csv");

        var figure = (await service.Values("dbs-checks-in-date", "interval=day&from=2028-02-29&to=2028-02-29"))[0]!;

        Assert.That($"{figure["numerator"]}/{figure["denominator"]} {figure["value"]}", Is.EqualTo("2/3 66.7"));
    }

    [TestCase("average-caseload", "locality")]
    [TestCase("average-caseload", "category")]
    [TestCase("average-caseload", "plan-type")]
    [TestCase("unallocated-cases", "risk-grade")]
    [TestCase("unallocated-cases", "plan-type,category")]
    [TestCase("notification-delay", "ethnicity")]
    public async Task A_breakdown_that_the_indicator_does_not_have_is_refused(string indicator, string by)
    {
        await using var service = new TestService();
        Assert.That(
            (await service.Get($"/v1/indicators/{indicator}/values?by={by}", "demo-board")).Status,
            Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_breakdown_is_answered_alike_by_its_own_name_and_by_the_word_of_the_first_release()
    {
        await using var service = new TestService();
        await service.Post("police-notifications", "2026-11-01/2026-11-22", """
            notificationId,locality,category,riskGrade,incidentOn,sharedOn
            N-1,East,domestic-abuse,high,2026-11-06,2026-11-09
            N-2,East,neglect,medium,2026-11-07,2026-11-19
            """, "text/csv");
        const string Days = "from=2026-11-01&to=2026-11-30";

        var byTeam = await service.Get($"/v1/indicator-values?codes=notification-delay&{Days}&by=team", "demo-analyst");
        var byName = await service.Get($"/v1/indicator-values?codes=notification-delay&{Days}&by=risk-grade", "demo-analyst");

        Assert.That(byTeam.Json.AsArray().Select(row => (string)row!["member"]!), Is.EqualTo(new[] { "high", "medium" }));
        Assert.That(byName.Text, Is.EqualTo(byTeam.Text.Replace("\"by\":\"team\"", "\"by\":\"risk-grade\"", StringComparison.Ordinal)));
        Assert.That(
            (await service.Get(
                $"/v1/indicators/notification-delay/values?{Days}&by=risk-grade,incident-type",
                "demo-analyst")).Json.AsArray(),
            Has.Count.EqualTo(2));
    }
}
