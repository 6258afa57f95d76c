using System.Security.Claims;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>Puts together what conditional reads need.</summary>
internal static class ConditionalSetup
{
    /// <summary>Adds it.</summary>
    /// <param name="services">The service's own.</param>
    /// <param name="dueTimes">Reads the times of day, in England, at which figures change because a return becomes due.</param>
    /// <param name="callerView">What a caller may see, in one line: callers with equal lines receive equal answers.</param>
    public static IServiceCollection AddConditionalRequests(
        this IServiceCollection services, Func<ReadSession, Task<IReadOnlyList<TimeOnly>>> dueTimes, Func<ClaimsPrincipal, string> callerView) =>
        services.AddSingleton(new ConditionalInputs(dueTimes, callerView)).AddSingleton<ResponseVersions>().AddSingleton<ResponseCache>()
            .AddScoped<RequestClock>().AddScoped<IRequestClock>(request => request.GetRequiredService<RequestClock>());
}

/// <summary>What conditional reads ask of folders above theirs.</summary>
/// <param name="DueTimes">Reads the times of day, in England, at which figures change because a return becomes due.</param>
/// <param name="CallerView">What a caller may see, in one line: callers with equal lines receive equal answers.</param>
internal sealed record ConditionalInputs(Func<ReadSession, Task<IReadOnlyList<TimeOnly>>> DueTimes, Func<ClaimsPrincipal, string> CallerView);
