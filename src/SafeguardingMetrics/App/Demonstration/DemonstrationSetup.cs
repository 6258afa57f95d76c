using System.Diagnostics;
using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Releases.Making;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.App.Demonstration;

/// <summary>
/// In Development, fills the database with Exampleshire: its agencies and keys, and fourteen months of returns, what
/// had been agreed on when they are due, and the board's targets.
/// </summary>
public static partial class DemonstrationSetup
{
    private static readonly Sql Begun = new(
        "SELECT BegunOn, FilledAt, (SELECT MAX(ReceivedAt) FROM AgencyReturn) AS LastAt FROM DemonstrationFill");
    private static readonly Sql Begin = new("INSERT INTO DemonstrationFill (BegunOn) VALUES (@Today)");
    private static readonly Sql End = new("UPDATE DemonstrationFill SET FilledAt = @At");

    /// <summary>Adds what is not there yet. <c>Demo__Returns=false</c> leaves the returns out.</summary>
    public static async Task UseDemonstration(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var cancel = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<AgencyStore>().Add(
            DemonstrationKeys.Agencies, DemonstrationKeys.Keys, areDemonstration: true, cancel);
        if (app.Configuration.GetValue("Demo:Returns", true)) await Fill(app, cancel);
    }

    // Through the same intake as HTTP, with a clock that stands at the instant of each posting.
    private static async Task Fill(WebApplication app, CancellationToken cancel)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var database = app.Services.GetRequiredService<Database>();
        // Filled once: a demonstration does not grow by itself, and never over what someone has posted since.
        if (await BeginOrResume(database, London.Today(time), cancel) is not var (today, from)) return;

        await database.Write(WriteScope.ForSettings(WriteLocks.Schedule, audit: null), work => AddSchedule(work, today), cancel);
        // Tried again after a fall, a target that is there is not set again.
        var begun = ExampleshireHistory.Agreed(today).Min(one => one.From);
        foreach (var target in DemonstrationTargets.Create(begun, London.StartOf(begun)))
            await database.Write(WriteScope.ForSettings(WriteLocks.Targets, audit: null), work => TargetStore.Set(work, target), cancel);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("SafeguardingMetrics.Demonstration");
        var clock = new PostingClock();
        var intake = new ReturnIntake(
            database,
            app.Services.GetRequiredService<IdentifierHasher>(),
            ReaderLimits.Default,
            app.Services.GetRequiredService<HoldingSettings>(),
            clock);
        var agencies = DemonstrationKeys.Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var total = ExampleshireHistory.Count(today);
        var watch = Stopwatch.StartNew();
        var (done, shown) = (0, 0);
        foreach (var posted in ExampleshireHistory.Returns(today))
        {
            done++;
            if (posted.At <= from) continue;
            clock.Now = posted.At;
            if (!Period.TryParse(posted.Period, out var days)) throw new FormatException(posted.Period);
            using var body = await BufferedBody.Receive(new MemoryStream(posted.Body), "", ReturnLimits.MaxUncompressedBytes, cancel);
            await intake.Process(new IncomingReturn(
                agencies[posted.Agency], DatasetCatalogue.Find(posted.Dataset)!, days, posted.ContentType, body), cancel);
            if (100 * done / total is var percent && percent >= shown + 10) Log.Progress(log, shown = percent / 10 * 10, done, total);
        }

        await database.Write(
            WriteScope.ForSettings(WriteLocks.Demonstration, audit: null),
            work => work.ExecuteAndCommit(End, new { At = time.GetUtcNow() }),
            cancel);

        Log.Filled(log, done, watch.Elapsed.TotalSeconds);
        watch.Restart();
        var made = await app.Services.GetRequiredService<ReleaseMaker>().Run(cancel);
        Log.Released(log, made, watch.Elapsed.TotalSeconds);
    }

    // The day whose history is filled, and the instant up to which it is already there; null where nothing is to do.
    private static Task<(DateOnly Today, DateTimeOffset? From)?> BeginOrResume(
        Database database, DateOnly today, CancellationToken cancel) =>
        database.Write<(DateOnly, DateTimeOffset?)?>(WriteScope.ForSettings(WriteLocks.Demonstration, audit: null), async work =>
        {
            if (await work.First<FillProgress>(Begun) is { } begun)
                return begun.FilledAt is null ? (begun.BegunOn, begun.LastAt) : null;
            await work.ExecuteAndCommit(Begin, new { Today = today });
            return (today, null);
        }, cancel);

    // As known since before the first return.
    private static async Task<bool> AddSchedule(UnitOfWork work, DateOnly today)
    {
        if (!await ScheduleStore.IsEmpty(work)) return true;
        var agreed = ExampleshireHistory.Agreed(today).ToList();
        var at = London.StartOf(agreed.Min(one => one.From));
        foreach (var one in agreed)
        {
            await ScheduleStore.Set(work, new ScheduleEntry
            {
                Dataset = one.Dataset,
                Agency = one.Agency,
                ValidFrom = one.From,
                Frequency = one.Frequency,
                DueDays = one.DueDays,
                DueTime = one.DueTime.ToString(ScheduleEntry.TimeFormat, CultureInfo.InvariantCulture),
                SetByKey = null,
                BeganAt = at,
            });
        }

        await work.Commit();
        return true;
    }

    private sealed record FillProgress
    {
        public required DateOnly BegunOn { get; init; }

        public required DateTimeOffset? FilledAt { get; init; }

        public required DateTimeOffset? LastAt { get; init; }
    }

    private sealed class PostingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information,
            "Filling the demonstration partnership Exampleshire: {Percent}% ({Done} of {Total} returns)")]
        public static partial void Progress(ILogger log, int percent, int done, int total);

        [LoggerMessage(2, LogLevel.Information, "Exampleshire is filled: {Returns} returns in {Seconds:0.0} s")]
        public static partial void Filled(ILogger log, int returns, double seconds);

        [LoggerMessage(3, LogLevel.Information, "Exampleshire's past releases are made: {Made} in {Seconds:0.0} s")]
        public static partial void Released(ILogger log, int made, double seconds);
    }
}
