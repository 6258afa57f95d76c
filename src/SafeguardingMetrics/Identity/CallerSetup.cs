using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace SafeguardingMetrics.Identity;

/// <summary>Puts together how callers are known and what they may do.</summary>
public static class CallerSetup
{
    /// <summary>Adds authentication by key, name and secret, and token; and a policy for each permission.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<AgencyStore>().AddSingleton<CredentialStore>().AddSingleton<SessionCookie>();
        services.AddSingleton<KeyUsageRecorder>().AddHostedService(provider => provider.GetRequiredService<KeyUsageRecorder>());
        services.AddWebEncoders();
        // Made for each request: by the container, which knows how, and not by looking at its constructor each time.
        services.AddTransient<CallerAuthenticationHandler>();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = CallerAuthenticationHandler.SchemeName;
            options.AddScheme<CallerAuthenticationHandler>(CallerAuthenticationHandler.SchemeName, null);
        });
        services.AddAccessTokens().AddExternalJwt().RemoveDataProtection();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All) authorization.AddPolicy(permission, policy => policy.RequireClaim(Caller.PermissionClaim, permission));
        return services;
    }

    /// <summary>Knows callers from here on. Refuses to start with settings of tokens that cannot be used.</summary>
    public static void UseCallers(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<SigningKey>();
        _ = app.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(ExternalJwtValidator.SchemeName);
        app.UseTokenFormValidation();
        app.UseCallerAuthentication();
        // Once it is known whose budget a request comes out of, and before anything else is done for it.
        app.Use(next => http => http.RequestServices.GetRequiredService<RateLimitMiddleware>().InvokeAsync(http, next));
        app.UseAuthorization();
    }

    // OpenIddict looks at every request that the framework's own middleware authenticates, whose it is not, and that costs more than all the rest of it. Nothing under /v1 is its.
    private static void UseCallerAuthentication(this WebApplication app)
    {
        static bool IsOfTheApi(HttpContext http) => http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase);
        app.UseWhen(http => !IsOfTheApi(http), others => others.UseAuthentication());
        app.UseWhen(IsOfTheApi, api => api.Use(next => async http =>
        {
            if ((await http.AuthenticateAsync()).Principal is { } caller) http.User = caller;
            await next(http);
        }));
        // Or the framework adds it to the front, for all.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
    }

    // What brings tokens also brings data protection, which at start writes keys to disk that nothing here needs.
    private static void RemoveDataProtection(this IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(service);
    }
}
