using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace SafeguardingMetrics.Identity;

/// <summary>Reads the small forms that this service takes: of a token request and of the sign-in page.</summary>
internal static class UrlEncodedForm
{
    /// <summary>The media type of a form.</summary>
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The most bytes of a form. A request with long ids and every scope is under 1,000 bytes.</summary>
    public const int MaxBytes = 16 * 1024;

    private static readonly FormOptions Limits = new()
    {
        ValueCountLimit = 20, KeyLengthLimit = 200, ValueLengthLimit = MaxBytes, BufferBodyLengthLimit = MaxBytes,
    };

    /// <summary>The fields of a form; null where the body is none that this service takes.</summary>
    public static async Task<IFormCollection?> Read(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        if (type is null || !type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)) return null;
        // RFC 6749, appendix B: the form is in UTF-8, whatever a client declares.
        if (type.Charset.HasValue
            && !type.Charset.Value.Trim('"').Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase)) return null;
        if (request.ContentLength > MaxBytes) return null;
        try
        {
            return await request.ReadFormAsync(Limits, request.HttpContext.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException or IOException { InnerException: null })
        {
            return null;
        }
    }
}
