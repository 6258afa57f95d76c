using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>Registers the services of this folder.</summary>
public static class ReturnsSetup
{
    /// <summary>Adds submitting, withdrawing and recalculating returns.</summary>
    public static IServiceCollection AddReturns(this IServiceCollection services)
    {
        HoldingSettings.Add(services);
        return services
            .AddSingleton(provider => new ReturnIntake(
                provider.GetRequiredService<Database>(),
                provider.GetRequiredService<IdentifierHasher>(),
                provider.GetRequiredService<ServiceLimits>().ForReader(),
                provider.GetRequiredService<HoldingSettings>(),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ServiceLimits>().Members,
                provider.GetRequiredService<ServiceLimits>().ForWriter()))
            .AddSingleton<BodyRoom>()
            .AddSingleton<ReturnWithdrawal>()
            .AddSingleton<ReturnConfirmation>()
            .AddSingleton<RecalculationCheck>()
            .AddSingleton<CalendarRecalculator>()
            .AddQueuedSubmissions();
    }
}
