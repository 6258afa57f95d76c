using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Lineages;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Values;

/// <summary>
/// An indicator whose inputs are counts of two datasets of two agencies: strategy meetings held for each hundred
/// notifications that the police shared. It is in no catalogue; figures of it are read in the same way as those of the
/// catalogue.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RatioTests
{
    private static readonly Ratio MeetingsPerNotification = new(Input("strategy-meeting-delay"), Input("notification-delay"), Unit.Percent)
    {
        Code = "meetings-per-notification",
        Title = "Strategy meetings for each hundred notifications",
        Topic = Topic.PartnershipAndLeadership,
        Summary = "", Rationale = "", Limitations = "", Polarity = Polarity.High, Basis = Basis.Local, Source = new("", null),
    };

    [Test]
    public async Task Each_figure_is_made_of_the_counts_of_both_datasets()
    {
        await using var service = new TestService();
        await Post(service, "2026-10", meetings: 3, notifications: 4);
        await Post(service, "2026-11", meetings: 0, notifications: 8);

        Assert.That(
            await Read(service, Select()),
            Is.EqualTo(new[] { "2026-10  3/4 75.0 u of 2 reported 2", "2026-11  0/8 0.0 u of 2 reported 2" }));
        Assert.That(
            await Read(service, Select() with { Interval = Interval.Quarter }),
            Is.EqualTo(new[] { "2026-Q4  3/12 25.0  of 2 reported 2" }));
    }

    [Test]
    public async Task There_is_no_figure_where_one_dataset_has_no_return_and_no_member_that_one_has_not()
    {
        await using var service = new TestService();
        await Post(service, "2026-10", meetings: 3, notifications: 4, meetingsIn: "East", notificationsIn: "West");
        await PostNotifications(service, "2026-11", 8, "East");

        Assert.That(
            await Read(service, Select()),
            Is.EqualTo(new[] { "2026-10  3/4 75.0 u of 2 reported 2", "2026-11  / - x of 2 reported 1" }));
        Assert.That(await Read(service, Select() with { By = Dimension.Locality }), Is.Empty);

        await PostMeetings(service, "2026-11", 5, "East");
        Assert.That(
            await Read(service, Select() with { By = Dimension.Locality }),
            Is.EqualTo(new[] { "2026-11 East 5/8 62.5 u of 2 reported 2" }));
        Assert.That(await Read(service, Select() with { By = Dimension.Agency }), Is.Empty, "no agency sends both");
        Assert.That(MeetingsPerNotification.Dimensions, Is.EqualTo(new[] { "agency", "sector", "locality" }));
    }

    [Test]
    public async Task What_was_known_before_a_later_return_of_either_dataset_stays_known()
    {
        await using var service = new TestService();
        await Post(service, "2026-10", meetings: 3, notifications: 4);
        var before = service.Clock.GetUtcNow();
        service.Clock.Advance(TimeSpan.FromHours(1));
        await PostNotifications(service, "2026-10", 12, "East");

        Assert.That((await Read(service, Select()))[0], Is.EqualTo("2026-10  3/12 25.0  of 2 reported 2"));
        Assert.That((await Read(service, Select() with { KnownAt = before }))[0], Is.EqualTo("2026-10  3/4 75.0 u of 2 reported 2"));
    }

    [Test]
    public async Task Weeks_of_it_are_for_those_who_read_figures_in_full()
    {
        await using var service = new TestService();
        Assert.That(
            await Read(service, Select() with { Interval = Interval.Week }, seesFullFigures: false),
            Is.EqualTo(new[] { "full-figures-only" }));
    }

    [Test]
    public async Task Its_lineage_names_the_returns_of_both_datasets()
    {
        await using var service = new TestService();
        await Post(service, "2026-10", meetings: 3, notifications: 4);

        var lineage = await service.Services
            .GetRequiredService<Database>()
            .Read(reading => LineageReader.Read(reading, Select(), MeetingsPerNotification, null, null), CancellationToken.None);

        Assert.That(
            lineage[0].Returns.Select(behind => $"{behind.Agency} {behind.Records.Accepted}"),
            Is.EqualTo(new[] { "EXA-CSC 3", "EXA-POL 4" }));
        Assert.That(lineage[1].Returns, Is.Empty);
    }

    private static CountInput Input(string code) => new((DatasetIndicator)IndicatorCatalogue.Find(code)!, CountRole.Denominator);

    private static FigureSelection Select() =>
        new(new Period(new(2026, 10, 1), new(2026, 11, 30)), Interval.Month, new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    private static async Task<IReadOnlyList<string>> Read(TestService service, FigureSelection selection, bool seesFullFigures = true)
    {
        await using var request = service.Services.CreateAsyncScope();
        var reader = request.ServiceProvider.GetRequiredService<FigureReader>();
        var (rows, problem) = await service.Services.GetRequiredService<Database>()
            .Read(reading => reader.Read(reading, selection, [MeetingsPerNotification], seesFullFigures), CancellationToken.None);
        return rows is null ? [(string)problem!.ProblemDetails.Extensions["code"]!] : [.. rows.Select(Describe)];
    }

    private static string Describe(IndicatorValue row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Period} {row.Member} {row.Numerator}/{row.Denominator} {(row.Value is { } value ? $"{value:0.0}" : "-")} {row.Symbol} of "
        + $"{row.AgenciesExpected} reported {row.AgenciesReported}");

    private static async Task Post(
        TestService service,
        string month,
        int meetings,
        int notifications,
        string meetingsIn = "East",
        string notificationsIn = "East")
    {
        await PostMeetings(service, month, meetings, meetingsIn);
        await PostNotifications(service, month, notifications, notificationsIn);
    }

    private static async Task PostMeetings(TestService service, string month, int count, string locality) =>
        await Post(service, "strategy-meetings", month, new JsonArray([.. Enumerable.Range(1, count).Select(i => new JsonObject
        {
            ["meetingId"] = $"M-{month}-{i}", ["childId"] = $"C-{month}-{i}", ["locality"] = locality, ["team"] = "East 1",
            ["neededOn"] = $"{month}-02", ["heldOn"] = $"{month}-03",
            ["socialCareAttended"] = true, ["policeAttended"] = true, ["healthAttended"] = true,
        })]));

    private static async Task PostNotifications(TestService service, string month, int count, string locality) =>
        await Post(service, "police-notifications", month, new JsonArray([.. Enumerable.Range(1, count).Select(i => new JsonObject
        {
            ["notificationId"] = $"N-{month}-{i}", ["locality"] = locality, ["category"] = "neglect", ["riskGrade"] = "high",
            ["incidentOn"] = $"{month}-02", ["sharedOn"] = $"{month}-03",
        })]));

    private static async Task Post(TestService service, string dataset, string month, JsonArray records)
    {
        var answer = await service.Post(dataset, month, records);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }
}
