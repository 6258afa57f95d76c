using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Recalculation;

/// <summary>
/// A definition that has changed since figures were worked out. The earlier version is played by changing the stored
/// cells and forgetting their version.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RecalculationTests
{
    private const string Code = "unallocated-cases";
    private const string Days = "from=2026-11-01&to=2026-11-22";

    [Test]
    public async Task The_new_answer_is_there_from_now_on_and_the_old_one_for_whoever_asks_what_was_known_before()
    {
        await using var earlier = new TestService();
        await PlayFirstVersion(earlier, "2026-11-20");
        await using var service = new TestService { Sharing = earlier.ConnectionString };
        service.Clock.Advance(TimeSpan.FromHours(1));
        var before = await service.Get($"/v1/indicator-values?{Days}", "demo-analyst");

        Assert.That((await service.Get("/health/ready", null)).Text, Is.EqualTo($"ready; to be recalculated: {Code}"));
        Assert.That(await Value(service, ""), Is.EqualTo("4/4 100.0"));
        foreach (var address in new[] { "cases?", "values?by=locality,ethnicity&" })
            Refused(await service.Get($"/v1/indicators/{Code}/{address}{Days}"));
        Assert.That(await Versions(service, ""), Is.EqualTo("2 from 1 still"));

        var (output, progress) = await Recalculate(service);

        Assert.That(
            output,
            Is.EqualTo(
                $"{Code}: 1 segments are now by version 2.\nMonths whose figure changed (the value, numerator over "
                + $"denominator):\n2026-11: 100.0 (4/4) became 25.0 (1/4)\n"));
        Assert.That(progress, Is.EqualTo("1 of 1 returns\n"));
        Assert.That((await service.Get("/health/ready", null)).Text, Is.EqualTo("ready"));
        Assert.That(await Value(service, ""), Is.EqualTo("1/4 25.0"));
        Assert.That(await Value(service, "&by=locality,ethnicity"), Is.EqualTo("1/4 25.0"));
        Assert.That((int)(await service.Get($"/v1/indicators/{Code}/cases?{Days}")).Status, Is.EqualTo(200));
        Assert.That(await Versions(service, ""), Is.EqualTo("2 from 2 still"));

        const string Then = "&knownAt=2026-11-22T12:59:59Z";
        Assert.That(await Value(service, Then), Is.EqualTo("4/4 100.0"));
        Assert.That(await Versions(service, Then), Is.EqualTo("2 from 1 ended"));
        foreach (var address in new[] { "cases?", "values?by=locality,ethnicity&" })
            Refused(await service.Get($"/v1/indicators/{Code}/{address}{Days}{Then}"));

        var after = await service.Get($"/v1/indicator-values?{Days}", "demo-analyst");
        Assert.That(Others(after), Is.EqualTo(Others(before)).And.Not.Empty, "the other indicators");
        Assert.That(
            (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["status"]!),
            Is.EqualTo(new[] { "accepted" }));
        Assert.That((await Recalculate(service)).Output, Is.EqualTo($"{Code}: every figure is by version 2 already.\n"));
    }

    [Test]
    public async Task Ended_half_way_it_goes_on_with_what_is_left()
    {
        await using var earlier = new TestService();
        await PlayFirstVersion(earlier, "2026-11-18", "2026-11-19", "2026-11-20");
        await using var service = new TestService { Sharing = earlier.ConnectionString };
        service.Clock.Advance(TimeSpan.FromHours(1));
        using var cancel = new CancellationTokenSource();
        var indicator = (DatasetIndicator)IndicatorCatalogue.Find(Code)!;
        var recalculation = new Recalculator(service.Services.GetRequiredService<Database>(), service.Clock);

        Assert.That(
            async () => await recalculation.Run(indicator.Dataset, indicator, (_, _) => cancel.Cancel(), cancel.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var days = await service.Values(Code, "from=2026-11-18&to=2026-11-20&interval=day");
        Assert.That(days.Select(row => (decimal)row!["value"]!), Is.EqualTo(new[] { 25.0m, 100, 100 }));

        var (_, segments) = await recalculation.Run(indicator.Dataset, indicator, (_, _) => { }, CancellationToken.None);
        Assert.That(segments, Is.EqualTo(2));
        days = await service.Values(Code, "from=2026-11-18&to=2026-11-20&interval=day&by=ethnicity");
        Assert.That(
            days.Select(row => $"{row!["member"]} {row["numerator"]}/{row["denominator"]}"),
            Is.EqualTo(Enumerable.Repeat(new[] { "AIND 0/1", "WBRI 1/3" }, 3).SelectMany(lines => lines)));
    }

    private static async Task PlayFirstVersion(TestService service, params string[] days)
    {
        foreach (var day in days)
        {
            var answer = await service.Post("open-cases", day, new JsonArray([.. Enumerable.Range(1, 4).Select(i => new JsonObject
            {
                ["childId"] = $"C-{i}", ["locality"] = "East", ["team"] = "East 1", ["planType"] = "child-in-need",
                ["openedOn"] = "2026-10-01", ["ethnicity"] = i == 4 ? "AIND" : "WBRI",
                ["allocatedWorkerId"] = i == 1 ? null : $"W-{i}", ["allocatedOn"] = i == 1 ? null : "2026-10-02",
            })]));
            Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        }

        await using var connection = new SqliteConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"DELETE FROM SegmentDefinition WHERE Indicator = '{Code}'; UPDATE Cell SET Numerator = Denominator WHERE Indicator = "
            + $"'{Code}'; DELETE FROM Cell WHERE Indicator = '{Code}' AND Dimension = 'ethnicity'";
        Assert.That(await command.ExecuteNonQueryAsync(), Is.GreaterThan(days.Length));
    }

    private static async Task<(string Output, string Progress)> Recalculate(TestService service)
    {
        var indicator = (DatasetIndicator)IndicatorCatalogue.Find(Code)!;
        var (output, progress) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        await RecalculateCommand.Run(
            service.Services.GetRequiredService<Database>(), service.Clock, indicator, output, progress, CancellationToken.None);
        return (output.ToString(), progress.ToString());
    }

    private static async Task<string> Value(TestService service, string query)
    {
        var rows = (await service.Values(Code, Days + query)).Where(row => row!["value"] is not null).ToList();
        var (numerator, denominator) = (rows.Sum(row => (decimal)row!["numerator"]!), rows.Sum(row => (decimal)row!["denominator"]!));
        return FormattableString.Invariant($"{numerator}/{denominator} {100 * numerator / denominator:0.0}");
    }

    private static async Task<string> Versions(TestService service, string query)
    {
        var lineage = (await service.Get($"/v1/indicators/{Code}/lineage?{Days}{query}", "demo-analyst")).Json;
        var segment = lineage["figures"]!.AsArray().Single()!["returns"]!.AsArray().Single()!["segments"]!.AsArray().Single()!;
        return $"{lineage["definitionVersion"]} from {segment["definitionVersion"]} {(segment["endedAt"] is null ? "still" : "ended")}";
    }

    private static List<string> Others(ApiResponse values) => [.. values.Json
        .AsArray()
        .Where(row => (string?)row!["indicator"] != Code)
        .Select(row =>
        {
            row!.AsObject().Remove("knownAt");
            return row.ToJsonString();
        })];

    private static void Refused(ApiResponse answer) => RefusalTests.Refused(answer, 409, "definition-changed");
}
