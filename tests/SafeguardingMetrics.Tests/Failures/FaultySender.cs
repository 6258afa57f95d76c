using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>
/// An agency's job: it sends a month again and again with other records, and each return once more, byte by byte the
/// same, until it has its receipt.
/// </summary>
/// <param name="key">Its key.</param>
/// <param name="dataset">What it sends.</param>
/// <param name="indicator">The indicator that counts each record it sends.</param>
/// <param name="good">A record that counts and meets, with an id.</param>
/// <param name="missed">A record that counts and does not meet.</param>
/// <param name="faulty">A record with one finding, an error.</param>
internal sealed class FaultySender(
    string key,
    string dataset,
    string indicator,
    Func<string, JsonObject> good,
    Func<string, JsonObject> missed,
    Func<string, JsonObject> faulty)
{
    /// <summary>The month of every return: one that lies behind, whenever the tests run.</summary>
    public const string Month = "2025-10";

    private readonly System.Collections.Concurrent.ConcurrentQueue<Sent> receipts = new();
    private Sent? pending;

    /// <summary>What was acknowledged, in order.</summary>
    public IReadOnlyList<Sent> Receipts => [.. receipts];

    /// <summary>How many returns were sent again because no answer had come.</summary>
    public int Retried { get; private set; }

    /// <summary>How many of these had been kept although the answer was lost.</summary>
    public int KeptUnanswered { get; private set; }

    /// <summary>What it sends.</summary>
    public string Dataset => dataset;

    /// <summary>The indicator that counts each record.</summary>
    public string Indicator => indicator;

    /// <summary>Agencies of three sectors, and two datasets of one.</summary>
    public static IReadOnlyList<FaultySender> CreateAll() =>
    [
        new(
            "demo-social-care",
            "statutory-visits",
            "visits-on-time",
            id => SafeguardingMetrics.Tests.Returns.VisitRecords.CreateMade(id, "2025-10-06"),
            id => SafeguardingMetrics.Tests.Returns.VisitRecords.CreateMissed(id, "2025-10-06"),
            SafeguardingMetrics.Tests.Returns.VisitRecords.CreateFaulty),
        new(
            "demo-police",
            "police-notifications",
            "notifications-shared-on-time",
            id => Notification(id, "2025-10-07"),
            id => Notification(id, "2025-10-28"),
            id => Notification(id, "2025-02-30")),
        new(
            "demo-social-care",
            "strategy-meetings",
            "strategy-meetings-on-time",
            id => Meeting(id, "2025-10-07"),
            id => Meeting(id, "2025-10-28"),
            id => Meeting(id, "2025-02-30")),
    ];

    /// <summary>Sends until the service is gone, or so many are acknowledged.</summary>
    public async Task Send(HttpClient client, Random dice, int most = int.MaxValue)
    {
        for (var sent = 0; sent < most;)
        {
            var isAgain = pending is not null;
            pending ??= CreateNext(dice);
            if (isAgain) Retried++;
            HttpStatusCode status;
            string text;
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/returns/{dataset}?period={Month}&confirmed=true")
                {
                    Content = new StringContent(pending.Body, Encoding.UTF8, "application/json"),
                };
                request.Headers.Add("X-Api-Key", key);
                using var response = await client.SendAsync(request);
                status = response.StatusCode;
                text = await response.Content.ReadAsStringAsync();
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                return;
            }

            if (status == HttpStatusCode.ServiceUnavailable) continue;
            Assert.That(status, Is.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.OK), text);
            if (status == HttpStatusCode.OK && isAgain) KeptUnanswered++;
            receipts.Enqueue(pending with { Receipt = text });
            pending = null;
            sent++;
        }
    }

    private Sent CreateNext(Random dice)
    {
        var number = receipts.Count.ToString(CultureInfo.InvariantCulture);
        var (made, late, wrong) = (dice.Next(100, 900), dice.Next(50), dice.Next(20));
        JsonArray records =
        [
            .. Enumerable.Range(1, made).Select(i => good($"{number}-g{i}")),
            .. Enumerable.Range(1, late).Select(i => missed($"{number}-m{i}")),
            .. Enumerable.Range(1, wrong).Select(i => faulty($"{number}-f{i}")),
        ];
        return new Sent(records.ToJsonString(), made, made + late, wrong, "");
    }

    private static JsonObject Notification(string id, string sharedOn) => new()
    {
        ["notificationId"] = id,
        ["childId"] = $"C-{id}",
        ["locality"] = "East",
        ["category"] = "domestic-abuse",
        ["riskGrade"] = "high",
        ["incidentOn"] = "2025-10-06",
        ["sharedOn"] = sharedOn,
    };

    private static JsonObject Meeting(string id, string heldOn) => new()
    {
        ["meetingId"] = id,
        ["childId"] = $"C-{id}",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["neededOn"] = "2025-10-06",
        ["heldOn"] = heldOn,
        ["socialCareAttended"] = true,
        ["policeAttended"] = true,
        ["healthAttended"] = true,
        ["schoolAttended"] = true,
        ["outcome"] = "section-47-joint",
    };

    /// <summary>A return, and what it must come to.</summary>
    /// <param name="Body">Its bytes.</param>
    /// <param name="Made">The numerator.</param>
    /// <param name="Accepted">Records without error, and the denominator.</param>
    /// <param name="Faulty">Records with an error, a finding each.</param>
    /// <param name="Receipt">The receipt as it was given.</param>
    internal sealed record Sent(string Body, int Made, int Accepted, int Faulty, string Receipt)
    {
        /// <summary>The return's id.</summary>
        public string ReturnId => (string)JsonNode.Parse(Receipt)!["returnId"]!;
    }
}
