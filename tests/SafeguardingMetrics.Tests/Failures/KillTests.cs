using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>What is left of returns when the service is killed in the midst of them.</summary>
[TestFixture]
[Category("Slow")]
[Parallelizable(ParallelScope.All)]
public sealed class KillTests
{
    private const int Kills = 30;
    private const int Seed = 9;

    [Test]
    public async Task Killed_thirty_times_in_the_midst_of_returns_it_has_lost_doubled_and_halved_none()
    {
        var folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        var file = Path.Combine(folder, "killed.db");
        try
        {
            var dice = new Random(Seed);
            var senders = FaultySender.CreateAll();
            for (var kill = 1; kill <= Kills; kill++)
            {
                await using var service = await ServiceProcess.Start($"Data Source={file}");
                var sending = senders.Select((sender, i) => sender.Send(service.Client, new Random(Seed * 1000 + kill * 10 + i))).ToList();
                // Somewhere in the first return, or in one of those after it.
                var before = Acknowledged(senders).Count();
                var acknowledged = dice.Next(5);
                while (Acknowledged(senders).Count() - before < acknowledged && sending.Any(one => !one.IsCompleted)) await Task.Delay(10);
                await Task.Delay(dice.Next(250));
                await service.Kill();
                await Task.WhenAll(sending);

                // As it was left, before anyone mends it by starting again.
                Assert.That(Whole(file, senders), Is.Empty, $"kill {kill} of seed {Seed}");
                Assert.That(Acknowledged(senders).Except(DatabaseIntegrity.Returns(file)), Is.Empty, $"lost at kill {kill} of seed {Seed}");
            }

            await using var last = await ServiceProcess.Start($"Data Source={file}");
            foreach (var sender in senders) await sender.Send(last.Client, dice, most: 1);
            await TestContext.Out.WriteLineAsync(
                $"{Kills} kills, {Acknowledged(senders).Count()} returns acknowledged, {senders.Sum(sender => sender.Retried)} sent "
                + $"again, {senders.Sum(sender => sender.KeptUnanswered)} of them kept although the answer was lost; none lost, doubled "
                + "or halved.");
            Assert.That(Whole(file, senders), Is.Empty);
            // One for each that was acknowledged, and no other: what was sent twice is there once.
            Assert.That(DatabaseIntegrity.Returns(file), Is.EquivalentTo(Acknowledged(senders)));
            Assert.That(senders.Sum(sender => sender.Retried), Is.GreaterThanOrEqualTo(Kills), "the kills lie in the midst of returns");
            foreach (var sender in senders) await IsAsItsReceipt(last.Client, sender);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<string> Whole(
        string file,
        IReadOnlyList<FaultySender> senders) =>
        [
            .. DatabaseIntegrity.FindIncompleteReturns(file),
            .. senders.SelectMany(sender => DatabaseIntegrity.FindWrongTotals(file, sender.Dataset, sender.Indicator)),
        ];

    private static IEnumerable<string> Acknowledged(IReadOnlyList<FaultySender> senders) =>
        senders.SelectMany(sender => sender.Receipts).Select(sent => sent.ReturnId);

    // The newest return's receipt as it was given, its findings, and the figure that follows from it; each older one
    // superseded.
    private static async Task IsAsItsReceipt(HttpClient client, FaultySender sender)
    {
        client.DefaultRequestHeaders.Remove("X-Api-Key");
        client.DefaultRequestHeaders.Add("X-Api-Key", "demo-admin");
        var newest = sender.Receipts[^1];
        Assert.That(await client.GetStringAsync($"/v1/returns/{newest.ReturnId}"), Is.EqualTo(newest.Receipt));
        var findings = await client.GetFromJsonAsync<JsonNode>($"/v1/returns/{newest.ReturnId}/findings?limit=1000");
        Assert.That(findings!["items"]!.AsArray().Count(finding => (string)finding!["severity"]! == "error"), Is.EqualTo(newest.Faulty));
        var month = (await client.GetFromJsonAsync<JsonArray>(
            $"/v1/indicators/{sender.Indicator}/values?from=2025-10-01&to=2025-10-31"))!.Single()!;
        Assert.That(
            ((decimal)month["numerator"]!, (decimal)month["denominator"]!),
            Is.EqualTo(((decimal)newest.Made, (decimal)newest.Accepted)));
        foreach (var older in sender.Receipts.SkipLast(1))
            Assert.That(
                (string)(await client.GetFromJsonAsync<JsonNode>($"/v1/returns/{older.ReturnId}"))!["status"]!,
                Is.EqualTo("superseded"));
    }
}
