using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage.Wire;

/// <summary>
/// An agency's job as the contract asks for it: it sends a month to date, again where it is told to come back, until it
/// has a receipt, and keeps every receipt.
/// </summary>
internal sealed class NightlyJob
{
    private const string Dataset = "statutory-visits";
    private readonly List<StoredReceipt> kept = [];
    private DateTimeOffset now;

    /// <summary>What it was given for each return it sent, in order.</summary>
    public IReadOnlyList<StoredReceipt> Receipts => kept;

    /// <summary>
    /// Sends the month once more, each time with other records, so that each return supersedes the one before.
    /// </summary>
    /// <param name="service">Where to.</param>
    /// <param name="mend">Done once, before it is sent a second time.</param>
    public async Task<StoredReceipt> Send(TestService service, Action? mend = null)
    {
        var number = kept.Count + 1;
        // Whichever instance it is sent to, it is later than the one before.
        now = (service.Clock.GetUtcNow() > now ? service.Clock.GetUtcNow() : now).AddSeconds(1);
        service.Clock.SetUtcNow(now);
        var made = 30 + number % 7;
        // More than one packet's worth of records and a few findings.
        var records = new JsonArray([
            .. VisitRecords.CreateMany("2026-10-05", made, 2, $"{number}-")
                .Concat(Enumerable.Range(1, 1 + number % 3).Select(i => VisitRecords.CreateFaulty($"{number}-f{i}")))
                .Select(record => record!.DeepClone()),
        ]);
        var first = await service.Post(Dataset, "2026-10", records);
        mend?.Invoke();
        var last = first;
        // As long as it is told to come back: an open circuit closes after five seconds.
        for (var tries = 0; last.Status == HttpStatusCode.ServiceUnavailable && tries < 60; tries++)
        {
            Assert.That((last.Problem, last.Headers["Retry-After"]), Is.EqualTo(("database-unavailable", "5")), last.Text);
            await Task.Delay(200);
            last = await service.Post(Dataset, "2026-10", records);
        }

        Assert.That(last.Status, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.OK), last.Text);
        kept.Add(new StoredReceipt(last.ReturnId, last.Text, first.Status, last.Status, made, made + 2, 1 + number % 3));
        return kept[^1];
    }

    /// <summary>Withdraws its newest return, again where it is told to come back, until it is withdrawn.</summary>
    /// <param name="service">Where to.</param>
    /// <param name="mend">Done once, before it is asked a second time.</param>
    /// <returns>The first answer's status.</returns>
    public async Task<HttpStatusCode> Withdraw(TestService service, Action? mend = null)
    {
        var address = $"/v1/returns/{kept[^1].ReturnId}";
        var first = await service.Delete(address, TestService.GetDemonstrationKey(Dataset));
        mend?.Invoke();
        var last = first;
        for (var tries = 0; last.Status == HttpStatusCode.ServiceUnavailable && tries < 60; tries++)
        {
            await Task.Delay(200);
            last = await service.Delete(address, TestService.GetDemonstrationKey(Dataset));
        }

        // A withdrawal that was kept although its answer was lost cannot be made again, and the answer says so.
        Assert.That(last.Status == HttpStatusCode.OK || last.Problem == "not-withdrawable", Is.True, last.Text);
        kept[^1] = kept[^1] with { IsWithdrawn = true };
        return first.Status;
    }

    /// <summary>A receipt, and what the return held that it is for.</summary>
    /// <param name="ReturnId">The return.</param>
    /// <param name="Text">The receipt as it was given.</param>
    /// <param name="First">The first answer's status.</param>
    /// <param name="Last">The last answer's: 200 where the return was there already when it was sent again.</param>
    /// <param name="Made">Visits made in time: the numerator.</param>
    /// <param name="Accepted">Records without error: the denominator.</param>
    /// <param name="Findings">Records with an error, one each.</param>
    internal sealed record StoredReceipt(
        string ReturnId,
        string Text,
        HttpStatusCode First,
        HttpStatusCode Last,
        int Made,
        int Accepted,
        int Findings)
    {
        /// <summary>True where it was withdrawn afterwards.</summary>
        public bool IsWithdrawn { get; init; }
    }
}
