using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;
using SafeguardingMetrics.Tests.Telemetry;

namespace SafeguardingMetrics.Tests.App;

/// <summary>Until the calendar of working days ends, requests without dates are answered; and its end is told before it comes.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CalendarEndTests
{
    private static readonly string[] WithoutDates =
    [
        "/v1/indicators/visits-on-time/values", "/v1/indicator-values", "/v1/indicators/visits-on-time/chart",
        "/v1/return-schedule/overdue", "/v1/data-quality/scores", "/v1/bank-holidays",
    ];

    [TestCase("2041-01-01")]
    [TestCase("2041-03-15")]
    [TestCase("2072-02-29")]
    [TestCase("2100-12-31")]
    public async Task A_request_without_dates_is_answered(string day)
    {
        await using var service = StartOn(day);
        foreach (var address in WithoutDates)
        {
            var answer = await service.Get(address);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{address} on {day}: {answer.Text}");
        }

        var rows = await service.Values("visits-on-time", "");
        Assert.That(rows[^1]!["from"]!.ToString(), Is.EqualTo($"{day[..7]}-01"), "the month at hand is the last");
    }

    [Test]
    public async Task A_return_is_taken_and_counted_by_the_bank_holidays_of_its_year()
    {
        await using var service = StartOn("2041-05-12");
        // Due on Friday 3 May 2041, made on Tuesday 7 May: the Monday between them is the early May bank holiday.
        var records = new JsonArray(VisitRecords.CreateMade("V-1", "2041-05-03", visitedOn: "2041-05-07"));
        var sent = await service.Post("statutory-visits", "2041-05-01/2041-05-12", records);

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Created), sent.Text);
        var rows = await service.Values("visit-lateness", "from=2041-05-01&to=2041-05-31");
        Assert.That(string.Create(CultureInfo.InvariantCulture, $"{(decimal?)rows.Single()!["value"]:0.#}"), Is.EqualTo("1"));
    }

    [Test]
    public async Task After_its_end_a_request_without_dates_says_which_days_can_be_asked_for()
    {
        await using var service = StartOn("2101-01-01");
        foreach (var address in new[]
        {
            "/v1/indicators/visits-on-time/values", "/v1/return-schedule/overdue", "/v1/data-quality/scores",
        })
        {
            var answer = await service.Get(address);
            RefusalTests.Refused(answer, 400, "invalid-parameter", address);
            Assert.That(answer.Text, Does.Contain("from 1990-01-01 to 2100-12-31"), address);
        }
    }

    [TestCase("2026-11-22", "ready")]
    [TestCase("2095-12-30", "ready")]
    [TestCase("2095-12-31", "ready; the calendar of working days ends on 2100-12-31")]
    [TestCase("2101-06-01", "ready; the calendar of working days ends on 2100-12-31")]
    public async Task In_its_last_five_years_the_start_warns_and_the_probe_of_readiness_says_so(string day, string ready)
    {
        using var book = new LogRecorder();
        await using var service = StartOn(day, services => services.AddSingleton<ILoggerProvider>(book));

        Assert.That((await service.Get("/health/ready", null)).Text, Is.EqualTo(ready));
        Assert.That(
            book.Lines.Count(line => line.StartsWith("Warning ", StringComparison.Ordinal)
                && line.Contains("The calendar of working days ends on 2100-12-31", StringComparison.Ordinal)),
            Is.EqualTo(ready == "ready" ? 0 : 1));
    }

    private static TestService StartOn(string day, Action<IServiceCollection>? replace = null)
    {
        var service = new TestService { Replace = replace };
        service.Clock.SetUtcNow(DateTimeOffset.Parse($"{day}T12:00:00Z", CultureInfo.InvariantCulture));
        return service;
    }
}
