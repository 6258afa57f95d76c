namespace SafeguardingMetrics.Identity;

/// <summary>
/// Registers authentication, the permissions and the limits of callers, in the order in which requests pass them.
/// </summary>
public static class CallerSetup
{
    /// <summary>
    /// Adds authentication by key, by name and secret, by token and by cookie, and an authorization policy for each
    /// permission.
    /// </summary>
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<AgencyStore>().AddSingleton<CredentialStore>().AddSingleton<SessionCookie>();
        services.AddSingleton<KeyUsageRecorder>().AddHostedService(provider => provider.GetRequiredService<KeyUsageRecorder>());
        services.AddSingleton<SigningKey>().AddSingleton<AccessTokenIssuer>().AddSingleton<ExternalJwtValidator>();
        services.AddScoped<CurrentCaller>();
        services.AddWebEncoders();
        // Registered so that the container creates it. Otherwise its constructor is looked up by reflection at each
        // request.
        services.AddTransient<CallerAuthenticationHandler>();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = CallerAuthenticationHandler.SchemeName;
            options.AddScheme<CallerAuthenticationHandler>(CallerAuthenticationHandler.SchemeName, null);
        });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All.Append(Permission.SubmitOrAdminister))
            authorization.AddPolicy(permission, policy => policy.RequireClaim(Caller.PermissionClaim, permission.Split(Permission.Or)));
        return services;
    }

    /// <summary>Uses authentication, then rate limits, then authorization.</summary>
    /// <exception cref="InvalidOperationException">A setting of tokens cannot be used: the service must not
    /// start.</exception>
    public static void UseCallers(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<SigningKey>();
        _ = app.Services.GetRequiredService<ExternalJwtValidator>();
        app.UseAuthentication();
        app.Use(next => http =>
        {
            http.RequestServices.GetRequiredService<CurrentCaller>().Principal = http.User;
            return next(http);
        });
        app.UseRateLimiter();
        app.UseAuthorization();
    }
}
