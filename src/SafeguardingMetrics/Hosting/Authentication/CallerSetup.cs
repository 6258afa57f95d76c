using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Hosting.Limits;

namespace SafeguardingMetrics.Hosting.Authentication;

/// <summary>Puts together how callers are known and what they may do.</summary>
public static class CallerSetup
{
    /// <summary>Adds authentication by key, name and secret, and token; and a policy for each permission.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<AgencyStore>().AddSingleton<CredentialStore>().AddSingleton<PageCookie>();
        services.AddSingleton<LastUse>().AddHostedService(provider => provider.GetRequiredService<LastUse>());
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = CallerAuthentication.SchemeName;
            options.AddScheme<CallerAuthentication>(CallerAuthentication.SchemeName, null);
        });
        services.AddIssuedTokens().AddOutsideTokens().WithoutDataProtection();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All) authorization.AddPolicy(permission, policy => policy.RequireClaim(Caller.PermissionClaim, permission));
        return services;
    }

    /// <summary>Knows callers from here on. Refuses to start with settings of tokens that cannot be used.</summary>
    public static void UseCallers(this WebApplication app)
    {
        _ = app.Services.GetRequiredService<SigningKey>();
        _ = app.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(OutsideTokens.SchemeName);
        app.UseReadableForms();
        app.UseAuthentication();
        // Once it is known whose budget a request comes out of, and before anything else is done for it.
        app.Use(next => http => http.RequestServices.GetRequiredService<RequestBudgets>().Hold(http, next));
        app.UseAuthorization();
    }

    // What brings tokens also brings data protection, which at start writes keys to disk that nothing here needs.
    private static void WithoutDataProtection(this IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name == "DataProtectionHostedService").ToList()) services.Remove(service);
    }
}
