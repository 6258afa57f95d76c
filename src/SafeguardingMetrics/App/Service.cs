using Microsoft.AspNetCore.RateLimiting;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.App.Demonstration;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.DataQuality;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Benchmarks;
using SafeguardingMetrics.Indicators.Catalogue;
using SafeguardingMetrics.Indicators.Endpoints;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Pages;
using SafeguardingMetrics.Releases;
using SafeguardingMetrics.Releases.Endpoints;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Returns;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.App;

/// <summary>The service's table of contents: a line for each thing it is made of.</summary>
public static class Service
{
    /// <summary>Adds everything.</summary>
    public static void AddSafeguardingMetrics(this WebApplicationBuilder builder)
    {
        builder.Configuration["urls"] ??= "http://localhost:5080";
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddTelemetry();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLimits();
        builder.Services.AddStorage();
        builder.Services.AddIdentifierHasher();
        builder.Services.AddSingleton<IdentifierKeys>();
        builder.Services.AddReleases();
        builder.Services.AddScoped<FigureReader>();
        builder.Services.AddReturns();
        builder.Services.AddSingleton<SubmissionConcurrencyPolicy>().AddOptions<RateLimiterOptions>()
            .Configure<SubmissionConcurrencyPolicy>((options, policy) => options.AddPolicy(SubmissionConcurrencyPolicy.Name, policy));
        builder.Services.AddAudit();
        builder.Services.AddSingleton<RetentionService>().AddSingleton<ErasureService>().AddHostedService<RetentionJob>();
        builder.Services.AddCallers();
        builder.Services.AddConditionalRequests(
            ScheduleReader.ListDueTimes, Caller.GetVisibilityKey, readsReleases: caller => !caller.CanSeeFullFigures());
        builder.Services.AddApiJson();
        builder.Services.AddSingleton<CalendarEndCheck>();
        builder.Services.AddProblemResponses();
        builder.Services.AddOpenApiDocument();
    }

    /// <summary>Runs the command that is named, or else the service.</summary>
    /// <returns>The exit code: 0, or 1 where the database cannot be used or is not as this version needs it.</returns>
    public static async Task<int> RunSafeguardingMetrics(this WebApplication app, string[] args)
    {
        if (await Commands.Run(app, args) is { } exit)
        {
            await app.CloseStorage();
            return exit;
        }

        app.BeginServing();
        await app.Services.GetRequiredService<RecalculationCheck>().WarnIfOutdated(app.Lifetime.ApplicationStopping);
        app.Services.GetRequiredService<CalendarEndCheck>().WarnIfNear();
        // It notes when the process began, from which on changes are known.
        _ = app.Services.GetRequiredService<ResponseVersions>();
        await app.UseDemonstration();
        await FirstAdministratorCheck.WarnIfMissing(app);
        await IneffectivePermissionCheck.Warn(app);
        app.UseRoutingWithHead();
        app.UseSecurityHeaders();
        app.UseTelemetry();
        app.UseAudit();
        app.UseProblemResponses();
        app.UseCallers();
        app.UseUnknownQueryParameterCheck();
        app.UseByteOrderMarkCheck();
        app.MapSafeguardingMetrics();
        await app.RunAsync();
        return 0;
    }

    private static void MapSafeguardingMetrics(this WebApplication app)
    {
        app.MapPages();
        app.MapHealth();
        app.MapProblems();
        app.MapOpenApiDocument();
        app.MapTokens();

        var v1 = app.MapGroup("/v1").RefuseUnknownQueryParameters();
        v1.MapSubmission();
        v1.MapReturns();
        v1.MapConfirmation();
        v1.MapExplanations();
        v1.MapDatasets();
        v1.MapIndicators();
        v1.MapReleases();
        v1.MapTargets();
        v1.MapBenchmarks();
        v1.MapBankHolidays();
        v1.MapDataQuality();
        v1.MapReturnSchedule();
        v1.MapAudit();
        v1.MapErasures();
        v1.MapAgencies();
        v1.MapClients();
    }
}
