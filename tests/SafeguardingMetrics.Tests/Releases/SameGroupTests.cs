using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Releases;

/// <summary>
/// Two partnerships that differ in single children, but in no group of five, no number of children and no length of time that is shown,
/// give a protected key the same bytes everywhere, before and after a correction.
/// </summary>
public sealed class SameGroupTests
{
    private static readonly string[] Addresses =
    [
        "/v1/indicator-values?from=2026-07-01&to=2026-10-31", "/v1/indicator-values?from=2026-07-01&to=2026-10-31&by=locality",
        "/v1/indicator-values?from=2026-07-01&to=2026-10-31&by=agency", "/v1/indicator-values?from=2026-07-01&to=2026-10-31&by=plan-type",
        "/v1/indicator-values?from=2026-07-01&to=2026-09-30&interval=quarter&by=team",
        "/v1/indicator-values?from=2026-07-01&to=2026-09-30&interval=quarter&by=sex",
        "/v1/indicator-values?from=2026-07-01&interval=to-date", "/v1/indicator-values?from=2026-07-01&interval=rolling-12-months",
        "/v1/indicator-values?from=2026-07-01&to=2026-10-31&format=csv", "/v1/indicator-values?from=2026-07-01&updatedSince=2026-11-22",
        "/v1/indicators/unallocated-cases/chart?from=2026-07-01", "/v1/indicators/unallocated-cases/comparison",
        "/v1/indicators/visits-on-time/chart?from=2026-07-01&by=locality&member=East", "/v1/data-quality?by=month",
        "/v1/data-quality/scores",
        "/v1/return-schedule/overdue", "/v1/releases",
    ];

    [Test]
    public async Task A_world_with_other_children_in_the_same_groups_reads_the_same_byte_for_byte()
    {
        await using var one = new TestService();
        await using var other = new TestService();
        // Of 120 to 124 cases 122 and 123; of fewer than five without a worker two and one; of 60 to 64 visits a month, and of 180 to 184 a
        // quarter, others each month.
        await Send(one, unallocated: 2, allocated: 120, west: 61, made: [48, 49, 48], missed: [12, 12, 12]);
        await Send(other, unallocated: 1, allocated: 122, west: 60, made: [49, 49, 49], missed: [12, 11, 14]);
        await IsSame(one, other, "2026-11-23");

        // A correction, by single children again, and the second release.
        await Send(one, unallocated: 3, allocated: 120, west: 61, made: [49, 50, 49], missed: [12, 12, 12]);
        await Send(other, unallocated: 4, allocated: 120, west: 60, made: [50, 49, 47], missed: [12, 12, 13]);
        await IsSame(one, other, "2027-02-20");
    }

    [Test]
    public async Task A_world_in_another_group_reads_otherwise()
    {
        await using var one = new TestService();
        await using var other = new TestService();
        await Send(one, unallocated: 2, allocated: 120, west: 61, made: [48, 49, 48], missed: [12, 12, 12]);
        await Send(other, unallocated: 2, allocated: 125, west: 61, made: [48, 49, 48], missed: [12, 12, 12]);
        await one.MakeReleases("2026-11-23");
        await other.MakeReleases("2026-11-23");
        Assert.That(
            (await other.Get(Addresses[0], "demo-board")).Text, Is.Not.EqualTo((await one.Get(Addresses[0], "demo-board")).Text));
    }

    private static async Task IsSame(TestService one, TestService other, string day)
    {
        Assert.That(await one.MakeReleases(day), Is.EqualTo(await other.MakeReleases(day)).And.GreaterThan(0));
        foreach (var address in Addresses)
        {
            var (first, second) = (await one.Get(address, "demo-board"), await other.Get(address, "demo-board"));
            Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK), $"{address}: {first.Text}");
            Assert.That(second.Text, Is.EqualTo(first.Text), address);
        }
    }

    private static async Task Send(TestService service, int unallocated, int allocated, int west, int[] made, int[] missed)
    {
        foreach (var day in new[] { "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31" })
            await Sent(service, "open-cases", day, CaseRecords.Return(
                CaseRecords.Create("A", unallocated, allocated), CaseRecords.Create("B", 0, west, "West", "child-protection", "M")));
        foreach (var (i, month) in new[] { "2026-07", "2026-08", "2026-09" }.Index())
            await Sent(service, "statutory-visits", month, VisitRecords.CreateMany($"{month}-06", made[i], missed[i]));
    }

    private static async Task Sent(TestService service, string dataset, string period, JsonArray records)
    {
        var answer = await service.Post(dataset, period, records, isConfirmed: true);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.OK), answer.Text);
    }
}
