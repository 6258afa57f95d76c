using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Http.Bodies;

/// <summary>Receives a request's body, or says as a problem why it cannot be.</summary>
public static class BodyReceiver
{
    /// <summary>The problems of a body that cannot be received.</summary>
    public static IReadOnlyList<Problem> Problems { get; } =
    [
        ProblemCatalogue.DamagedBody, ProblemCatalogue.BodyTooSlow, ProblemCatalogue.TooLarge, ProblemCatalogue.TooLargeUnpacked,
        ProblemCatalogue.PackedTooTightly, ProblemCatalogue.UnsupportedMediaType,
    ];

    // About the time that a large return takes.
    private const int RetryAfterSeconds = 15;

    private static readonly TimeSpan TimeLeftAtStop = TimeSpan.FromSeconds(5);

    /// <summary>The body, which the caller disposes of, or the problem.</summary>
    /// <param name="http">The request.</param>
    /// <param name="most">The most unpacked bytes that are taken.</param>
    public static Task<(BufferedBody? Body, ProblemHttpResult? Problem)> Receive(HttpContext http, long most) =>
        Receive(http, BodyLimits.FromSize(most));

    /// <summary>The body, which the caller disposes of, or the problem.</summary>
    /// <param name="http">The request.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="place">The room of its sender, which is free once the body is disposed of; null for no limit.</param>
    public static async Task<(BufferedBody? Body, ProblemHttpResult? Problem)> Receive(
        HttpContext http, BodyLimits limits, BodyRoom.Place? place = null)
    {
        if (http.Request.ContentLength > limits.Packed)
            return (null, ToProblem(new BodyTooLargeException(BodyLimit.Packed, limits.Packed)));
        var seconds = http.RequestServices.GetRequiredService<ServiceLimits>().BodySeconds;
        using var late = new CancellationTokenSource(
            TimeSpan.FromSeconds(seconds), http.RequestServices.GetRequiredService<TimeProvider>());
        // A sender that is slow must not hold up the end of the service.
        var stopping = http.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? default;
        await using var atStop = stopping.Register(source => ((CancellationTokenSource)source!).CancelAfter(TimeLeftAtStop), late);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, late.Token);
        try
        {
            var encoding = http.Request.Headers.ContentEncoding.ToString();
            return (await BufferedBody.Receive(http.Request.Body, encoding, limits, either.Token, place), null);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return (null, ProblemCatalogue.BodyTooSlow.ToResult(stopping.IsCancellationRequested
                ? "The service is being stopped, and the body had not arrived yet."
                : $"A body must have arrived within {seconds} seconds."));
        }
        catch (NotSupportedException)
        {
            return (null, ProblemCatalogue.UnsupportedMediaType
                .ToResult("The header Content-Encoding must be gzip or br, or be left out."));
        }
        catch (BodyTooLargeException fault)
        {
            return (null, ToProblem(fault));
        }
        catch (BodyRoomException)
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            var most = http.RequestServices.GetRequiredService<ServiceLimits>().ClientBytes;
            return (null, ProblemCatalogue.TooManyBytes.ToResult($"Your returns under way may have {most} bytes together, unpacked."));
        }
        catch (InvalidDataException)
        {
            return (null, ProblemCatalogue.DamagedBody.ToResult("The bytes are not what Content-Encoding says they are."));
        }
    }

    private static ProblemHttpResult ToProblem(BodyTooLargeException fault) => fault.Limit switch
    {
        BodyLimit.Packed => ProblemCatalogue.TooLarge.ToResult($"At most {fault.Most} bytes are taken."),
        BodyLimit.Unpacked => ProblemCatalogue.TooLargeUnpacked.ToResult($"At most {fault.Most} bytes are taken once unpacked."),
        _ => ProblemCatalogue.PackedTooTightly.ToResult($"A body may become {fault.Most} times larger."),
    };
}
