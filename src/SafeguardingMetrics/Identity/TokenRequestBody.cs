using Microsoft.AspNetCore.Http.Features;
using OpenIddict.Abstractions;

namespace SafeguardingMetrics.Identity;

/// <summary>Reads the form of a request for a token before OpenIddict does, which takes a form that cannot be read for a fault of the service.</summary>
internal static class TokenRequestBody
{
    private const int MostBytes = 16 * 1024;

    /// <summary>Refuses forms that cannot be read, or are larger than any such request is.</summary>
    public static void UseTokenFormValidation(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (!http.Request.Path.Equals(AccessTokenIssuer.Address, StringComparison.OrdinalIgnoreCase) || !http.Request.HasFormContentType || await IsReadable(http))
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(new TokenRefusal(OpenIddictConstants.Errors.InvalidRequest, "The form cannot be read."), http.RequestAborted);
    });

    private static async Task<bool> IsReadable(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 20, BufferBodyLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes }, http.RequestAborted);
            return true;
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException { InnerException: null })
        {
            return false;
        }
    }
}
