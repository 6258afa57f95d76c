namespace SafeguardingMetrics.Http.Conditional;

/// <summary>Puts together what conditional reads need.</summary>
internal static class ConditionalSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddConditionalReads(this IServiceCollection services) => services.AddSingleton<DataMoments>().AddSingleton<KeptAnswers>();
}
