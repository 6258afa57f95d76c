namespace SafeguardingMetrics.Http;

/// <summary>The page of the API's document, to which other pages lead where there is one.</summary>
public static class OpenApiPage
{
    /// <summary>The page's address.</summary>
    public const string Address = "/swagger";

    private const string Setting = "OpenApi:Enabled";

    /// <summary>
    /// True where the document and its page are shown: in Development, and elsewhere where <c>OpenApi__Enabled</c> is <c>true</c>.
    /// Neither needs a key, and strangers need neither.
    /// </summary>
    public static bool IsEnabled(IServiceProvider services) =>
        services.GetRequiredService<IConfiguration>().GetValue<bool?>(Setting)
            ?? services.GetRequiredService<IHostEnvironment>().IsDevelopment();
}
