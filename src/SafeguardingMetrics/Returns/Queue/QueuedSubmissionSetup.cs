using SafeguardingMetrics.Returns.Idempotency;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Returns.Queue;

/// <summary>Registers what returns that are processed later need.</summary>
public static partial class QueuedSubmissionSetup
{
    private const string Setting = "Submissions:BodyKey";
    private const string DevelopmentKeyFile = "data/submissions.key";

    /// <summary>
    /// Adds the queue. The key under which waiting bodies are encrypted is in <c>Submissions__BodyKey</c> (base64, 32
    /// bytes), the same for all instances; in Development one is generated and stored under <c>data/</c>. Elsewhere,
    /// without a key, <c>Prefer: respond-async</c> is ignored, as a preference may be, and every return is answered
    /// once it is stored.
    /// </summary>
    /// <exception cref="InvalidOperationException">The key is not 32 bytes in base64.</exception>
    public static IServiceCollection AddQueuedSubmissions(this IServiceCollection services) => services
        .AddSingleton<IdempotencyGate>()
        .AddSingleton(provider => new Submissions(
            provider.GetRequiredService<ReturnIntake>(),
            provider.GetRequiredService<IdempotencyGate>(),
            provider.GetRequiredService<QueuedSubmissionStore>(),
            provider.GetRequiredService<SubmissionWorker>(),
            provider.GetRequiredService<OptionalBodyEncryption>()))
        .AddSingleton<QueuedSubmissionStore>()
        .AddSingleton<SubmissionWorker>()
        .AddHostedService(provider => provider.GetRequiredService<SubmissionWorker>())
        .AddSingleton<ReturnHousekeeping>()
        .AddHostedService(provider => provider.GetRequiredService<ReturnHousekeeping>())
        .AddSingleton(provider => CreateEncryption(
            provider.GetRequiredService<IConfiguration>(),
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<ILogger<OptionalBodyEncryption>>()));

    private static OptionalBodyEncryption CreateEncryption(
        IConfiguration configuration, IHostEnvironment environment, ILogger log) =>
        new(ReadEncryptionKey(configuration, environment, log) is { } key ? new BodyEncryption(key) : null);

    private static byte[]? ReadEncryptionKey(IConfiguration configuration, IHostEnvironment environment, ILogger log)
    {
        if (configuration[Setting] is { Length: > 0 } configured) return Decode(configured);
        if (!environment.IsDevelopment()) return null;
        try
        {
            return Decode(KeyFile.ReadOrCreate(DevelopmentKeyFile));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Without a key it works as outside Development: every return is answered when it is stored.
            Log.NoKey(log, fault.GetType().Name);
            return null;
        }
    }

    private static byte[] Decode(string base64)
    {
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var length) && length == 32
            ? key[..length]
            : throw new InvalidOperationException("Submissions__BodyKey is not base64 of 32 bytes.");
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "No key for waiting bodies can be made under data/ ({Fault}): Prefer: respond-async is ignored. Set Submissions__BodyKey, or "
            + "start the service in a folder that it may write")]
        public static partial void NoKey(ILogger log, string fault);
    }
}

/// <summary>The encryption of waiting bodies, where a key is configured.</summary>
/// <param name="Encryption">The encryption; null where there is no key.</param>
public sealed record OptionalBodyEncryption(BodyEncryption? Encryption);
