using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Agencies.Commands;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.DataQuality;
using SafeguardingMetrics.DataQuality.Schedule;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Identifiers;
using SafeguardingMetrics.Hosting.Authentication;
using SafeguardingMetrics.Hosting.Headers;
using SafeguardingMetrics.Hosting.Limits;
using SafeguardingMetrics.Hosting.OpenApi;
using SafeguardingMetrics.Hosting.Problems;
using SafeguardingMetrics.Hosting.Telemetry;
using SafeguardingMetrics.Indicators;
using SafeguardingMetrics.Indicators.Benchmarks;
using SafeguardingMetrics.Indicators.Definitions;
using SafeguardingMetrics.Indicators.Disclosure;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Returns;
using SafeguardingMetrics.Returns.Accepted;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;

namespace SafeguardingMetrics.Hosting;

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
        builder.Services.AddIdentifierHash();
        builder.Services.AddSingleton<IdentifierKeys>();
        builder.Services.AddSingleton(DisclosureRules.All);
        builder.Services.AddSingleton<DisclosureMemory>();
        builder.Services.AddSingleton<ReturnIntake>();
        builder.Services.AddAcceptedReturns();
        builder.Services.AddSingleton<DefinitionWatch>();
        builder.Services.AddAudit();
        builder.Services.AddSingleton<Forgetting>().AddSingleton<Erasing>().AddHostedService<RetentionJob>();
        builder.Services.AddCallers();
        builder.Services.AddApiJson();
        builder.Services.AddProblemAnswers();
        builder.Services.AddOpenApiDocument();
    }

    /// <summary>
    /// Runs the service, or the command that is named: <c>migrate</c>, <c>migrate --script</c>, which prints what it would run on an
    /// empty SQL Server database, <c>copy</c>, <c>rehash</c>, <c>retain</c>, <c>recalculate</c>, <c>agency</c>, <c>client</c>, <c>key</c> or <c>health</c>.
    /// </summary>
    /// <returns>The exit code: 0, or 1 where the database cannot be used or is not as this version needs it.</returns>
    public static async Task<int> RunSafeguardingMetrics(this WebApplication app, string[] args)
    {
        if (args is ["health", ..]) return await HealthCommand.Run(app.Configuration);
        try
        {
            if (args is ["migrate", .. var how])
            {
                // A mistyped --script must not migrate.
                if (how.FirstOrDefault(arg => arg != "--script" && !arg.Contains('=', StringComparison.Ordinal)) is { } unknown)
                    throw new SchemaException($"migrate takes --script or nothing, not \"{unknown}\".");
                // Printed without a connection: a DBA reads it, and may run it where the service has no login.
                if (how.Contains("--script")) await Console.Out.WriteAsync(SchemaScript.Text);
                else await app.Migrate();
                return 0;
            }

            if (args is ["copy", .. var toWhere]) return await CopyCommand.Run(app.Services, toWhere, app.Lifetime.ApplicationStopping);
            await app.UseStorage();
            if (args is ["rehash", ..])
            {
                var hashes = await app.Services.GetRequiredService<IdentifierKeys>().Rehash(app.Lifetime.ApplicationStopping);
                await Console.Out.WriteLineAsync(hashes is { } count ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} hashes are under the new key as well.") : "no key is new");
                return 0;
            }

            if (args is ["retain", ..])
            {
                var forgotten = await app.Services.GetRequiredService<Forgetting>().Run(app.Lifetime.ApplicationStopping);
                await Console.Out.WriteLineAsync(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{forgotten.Returns} returns, {forgotten.Records} records and {forgotten.Findings} findings are no longer kept."));
                return 0;
            }

            await app.Services.GetRequiredService<IdentifierKeys>().Check(app.Lifetime.ApplicationStopping);
            if (args is ["recalculate", .. var which]) return await RecalculateCommand.Run(app.Services, which, app.Lifetime.ApplicationStopping);
            if (CallerCommands.Are(args)) return await CallerCommands.Run(app.Services, args, app.Lifetime.ApplicationStopping);
        }
        catch (Exception fault) when (fault is SchemaException or IdentifierKeyException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
        catch (Exception fault) when (UnusableDatabase.Is(fault))
        {
            await Console.Error.WriteLineAsync($"The database cannot be used: {UnusableDatabase.Because(fault)}");
            return 1;
        }

        await app.Services.GetRequiredService<DefinitionWatch>().WarnOfWhatIsBehind(app.Lifetime.ApplicationStopping);
        await app.UseDemonstration();
        await FirstAdministrator.Ask(app);
        app.UseSecurityHeaders();
        app.UseTelemetry();
        app.UseAudit();
        app.UseProblemAnswers();
        app.UseCallers();
        app.MapSafeguardingMetrics();
        await app.RunAsync();
        return 0;
    }

    private static async Task Migrate(this WebApplication app)
    {
        var done = await app.Services.GetRequiredService<Schema>().Migrate(app.Lifetime.ApplicationStopping);
        await Console.Out.WriteLineAsync(done is [] ? "up to date" : string.Join(Environment.NewLine, done));
    }

    private static void MapSafeguardingMetrics(this WebApplication app)
    {
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
        app.MapHealth();
        app.MapProblems();
        app.MapOpenApiDocument();
        app.MapTokens();

        var v1 = app.MapGroup("/v1");
        v1.MapSubmission();
        v1.MapReturns();
        v1.MapDatasets();
        v1.MapIndicators();
        v1.MapTargets();
        v1.MapBenchmarks();
        v1.MapDataQuality();
        v1.MapReturnSchedule();
        v1.MapAudit();
        v1.MapErasures();
        v1.MapAgencies();
        v1.MapClients();
    }
}
