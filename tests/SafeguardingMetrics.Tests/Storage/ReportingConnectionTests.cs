using System.Data.Common;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// A database for reports beside the first: figures, cases and data quality come from it; returns are read and written
/// in the first. The two hold different returns here, which a secondary never does, so that every answer tells where it
/// came from.
/// </summary>
[OnEachEngine]
public sealed class ReportingConnectionTests
{
    private const string Figures = "/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30";

    private static readonly string[] Reports =
    [
        Figures,
        "/v1/indicator-values?from=2026-11-01&to=2026-11-30",
        "/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30&interval=day&by=team",
        "/v1/indicators/visits-on-time/cases?from=2026-11-01&to=2026-11-30",
        "/v1/data-quality?from=2026-11-01",
    ];

    [Test]
    public async Task Figures_cases_and_data_quality_come_from_it_and_returns_from_the_first()
    {
        await using var first = new TestService();
        await using var reports = new TestService();
        await using var both = Over(first, reports);
        await Send(first, "2026-11-03", made: 2);
        await Send(reports, "2026-11-04", made: 3);

        foreach (var address in Reports)
        {
            var answer = (await both.Get(address)).Text;
            Assert.That(answer, Is.EqualTo((await reports.Get(address)).Text), address);
            Assert.That(answer, Is.Not.EqualTo((await first.Get(address)).Text), address);
        }

        Assert.That((await both.Get("/v1/returns")).Text, Is.EqualTo((await first.Get("/v1/returns")).Text));
    }

    [Test]
    public async Task A_return_is_written_to_the_first_and_its_receipt_compares_with_what_is_there()
    {
        await using var first = new TestService();
        await using var reports = new TestService();
        await using var both = Over(first, reports);
        await Send(first, "2026-11-03", made: 2);
        await Send(reports, "2026-11-04", made: 3);
        var before = await Task.WhenAll(Reports.Select(address => reports.Get(address)));

        var receipt = await Send(both, "2026-11-05", made: 1);

        // Two of three before, three of five after; of the figures for reports, three of four.
        var moved = receipt.Json["indicators"]!.AsArray().Single(indicator => (string)indicator!["code"]! == "visits-on-time")!;
        Assert.That(((decimal)moved["previous"]!, (decimal)moved["value"]!), Is.EqualTo((66.7m, 60.0m)));
        Assert.That((await first.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(2));
        Assert.That((decimal)(await first.Get(Figures)).Json[0]!["denominator"]!, Is.EqualTo(5));
        Assert.That((await reports.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(
            (await Task.WhenAll(Reports.Select(address => both.Get(address)))).Select(answer => answer.Text),
            Is.EqualTo(before.Select(answer => answer.Text)));
    }

    [Test]
    public async Task Where_it_fails_figures_answer_503_and_returns_are_taken()
    {
        await using var own = new TestService();
        await using var service = new TestService
        {
            Sharing = own.ConnectionString,
            Replace = services => services.AddSingleton<Engine>(_ => new Failing(StorageSetup.CreateEngine(own.ConnectionString))),
        };

        // More than open a circuit.
        for (var i = 0; i < 4; i++) Assert.That((await service.Get(Figures)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));

        await Send(service, "2026-11-03", made: 2);
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    // As configured on SQL Server; the embedded database has no such thing, so there an engine stands for it.
    private static TestService Over(TestService first, TestService reports) => OnEachEngineAttribute.Current == "SqlServer"
        ? new TestService { Sharing = first.ConnectionString, Reporting = reports.ConnectionString }
        : new TestService
        {
            Sharing = first.ConnectionString,
            Replace = services => services.AddSingleton<Engine>(_ => new Beside(
                StorageSetup.CreateEngine(first.ConnectionString),
                StorageSetup.CreateEngine(reports.ConnectionString))),
        };

    private static async Task<ApiResponse> Send(TestService service, string day, int made)
    {
        var answer = await service.Post(
            "statutory-visits",
            day,
            new JsonArray([.. VisitRecords.CreateMany(day, made, 1).Select(visit => visit!.DeepClone()), VisitRecords.CreateFaulty("F")]));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        return answer;
    }

    private sealed class Beside(Engine first, Engine reports) : ForwardingEngine(first)
    {
        public override Task<DbConnection> OpenForReports(CancellationToken cancel) => reports.Open(cancel);
    }

    private sealed class Failing(Engine first) : ForwardingEngine(first)
    {
        public override Task<DbConnection> OpenForReports(CancellationToken cancel) => throw new TimeoutException();

        public override bool IsTransient(Exception fault) => fault is TimeoutException || base.IsTransient(fault);
    }
}
