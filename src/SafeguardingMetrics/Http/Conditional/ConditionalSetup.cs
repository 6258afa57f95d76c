using System.Security.Claims;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>Registers conditional requests.</summary>
internal static class ConditionalSetup
{
    /// <summary>Adds the response cache, the versions of the data and the clock of a request.</summary>
    /// <param name="services">The service collection.</param>
    /// <param name="dueTimes">Reads the times of day, in England, at which figures change because a return becomes
    /// due.</param>
    /// <param name="callerView">A cache key of what a caller may see: callers with equal keys receive equal
    /// responses.</param>
    /// <param name="readsReleases">True of a caller to whom figures are shown as they were released.</param>
    public static IServiceCollection AddConditionalRequests(
        this IServiceCollection services,
            Func<ReadSession, Task<IReadOnlyList<TimeOnly>>> dueTimes, Func<ClaimsPrincipal, string> callerView,
            Func<ClaimsPrincipal, bool> readsReleases) =>
        services.AddSingleton(new ConditionalInputs(dueTimes, callerView, readsReleases))
            .AddSingleton<ResponseVersions>()
            .AddSingleton<ResponseCache>()
            .AddScoped<FigureCounter>()
            .AddScoped<RequestClock>()
            .AddScoped<IRequestClock>(request => request.GetRequiredService<RequestClock>());
}

/// <summary>What conditional requests need from folders above this one.</summary>
/// <param name="DueTimes">Reads the times of day, in England, at which figures change because a return becomes
/// due.</param>
/// <param name="CallerView">A cache key of what a caller may see: callers with equal keys receive equal
/// responses.</param>
/// <param name="ReadsReleases">True of a caller to whom figures are shown as they were released.</param>
internal sealed record ConditionalInputs(
    Func<ReadSession, Task<IReadOnlyList<TimeOnly>>> DueTimes, Func<ClaimsPrincipal, string> CallerView,
    Func<ClaimsPrincipal, bool> ReadsReleases);
