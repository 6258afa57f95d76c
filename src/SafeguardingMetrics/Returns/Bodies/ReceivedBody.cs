using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Hosting.Problems;

namespace SafeguardingMetrics.Returns.Bodies;

/// <summary>Receives a request's body, or says as a problem why it cannot be.</summary>
public static class ReceivedBody
{
    /// <summary>The body, which the caller disposes of, or the problem.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">The most unpacked bytes that are taken.</param>
    public static async Task<(SubmittedBody? Body, ProblemHttpResult? Problem)> Of(HttpContext http, long most)
    {
        try
        {
            return (await SubmittedBody.Receive(http.Request.Body, http.Request.Headers.ContentEncoding.ToString(), most, http.RequestAborted), null);
        }
        catch (NotSupportedException)
        {
            return (null, ProblemCatalogue.UnsupportedMediaType.Because("The header Content-Encoding must be gzip or br, or be left out."));
        }
        catch (BodyTooLargeException fault)
        {
            return (null, ProblemCatalogue.TooLarge.Because($"At most {fault.Most} bytes are taken once unpacked."));
        }
        catch (InvalidDataException)
        {
            return (null, ProblemCatalogue.DamagedBody.Because("The bytes are not what Content-Encoding says they are."));
        }
    }
}
