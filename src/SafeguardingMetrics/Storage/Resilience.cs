using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Retries a whole unit of work after a transient fault of the database, and stops asking a database that keeps failing
/// for a while (circuit breaker). Never a single statement of a transaction: what was read before the fault may no
/// longer be true.
/// </summary>
public sealed partial class Resilience
{
    /// <summary>How long a database that keeps failing is not asked; callers are told to wait as long.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly Engine engine;
    private readonly ILogger<Resilience> log;
    private readonly ResiliencePipeline pipeline;
    private readonly ResiliencePipeline reports;

    /// <summary>
    /// Makes the pipelines: one for the database, one for the readable secondary, which can fail while the database
    /// works.
    /// </summary>
    public Resilience(Engine engine, ILogger<Resilience> log, ServiceMeter? meter = null)
    {
        this.engine = engine;
        this.log = log;
        pipeline = Pipeline(engine, log, meter, isOfReports: false);
        reports = Pipeline(engine, log, meter, isOfReports: true);
    }

    /// <summary>Runs a unit of work; after a transient fault, again from its beginning.</summary>
    /// <exception cref="DatabaseUnavailableException">The last try failed as well.</exception>
    public Task<T> Run<T>(Func<CancellationToken, Task<T>> unit, CancellationToken cancel) => Run(pipeline, unit, cancel);

    /// <summary>Runs a read for a report; after a transient fault, again from its beginning.</summary>
    /// <exception cref="DatabaseUnavailableException">The last try failed as well.</exception>
    public Task<T> RunForReports<T>(Func<CancellationToken, Task<T>> unit, CancellationToken cancel) => Run(reports, unit, cancel);

    // Retries around a circuit breaker, so that each try counts.
    private static ResiliencePipeline Pipeline(Engine engine, ILogger<Resilience> log, ServiceMeter? meter, bool isOfReports)
    {
        return new ResiliencePipelineBuilder()
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = new PredicateBuilder().Handle<Exception>(fault => engine.IsTransient(fault) && !engine.HasWaited(fault)),
                // 0.1, 0.2, 0.4 seconds with jitter, so that callers who failed together do not retry together.
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromMilliseconds(100),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = retry =>
                {
                    meter?.RecordRetry(isOfReports);
                    Log.Retrying(log, retry.AttemptNumber + 1, retry.Outcome.Exception!.GetType().Name, retry.RetryDelay.TotalMilliseconds);
                    return ValueTask.CompletedTask;
                },
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                // A connection attempt that timed out is not retried, but counts as a failure.
                ShouldHandle = new PredicateBuilder()
                    .Handle<Exception>(engine.IsTransient)
                    .Handle<DatabaseUnavailableException>(slow => slow.InnerException is TimeoutException),
                FailureRatio = 0.8,
                MinimumThroughput = 8,
                SamplingDuration = TimeSpan.FromSeconds(10),
                BreakDuration = Break,
                OnOpened = opened =>
                {
                    meter?.RecordCircuitState(isOfReports, isOpen: true);
                    Log.Opened(log, opened.BreakDuration.TotalSeconds);
                    return ValueTask.CompletedTask;
                },
                OnClosed = _ =>
                {
                    meter?.RecordCircuitState(isOfReports, isOpen: false);
                    Log.Closed(log);
                    return ValueTask.CompletedTask;
                },
            })
            .Build();
    }

    private async Task<T> Run<T>(ResiliencePipeline through, Func<CancellationToken, Task<T>> unit, CancellationToken cancel)
    {
        try
        {
            return await through.ExecuteAsync(async token => await unit(token), cancel);
        }
        catch (Exception fault) when (fault is BrokenCircuitException || engine.IsTransient(fault))
        {
            if (engine.HasWaited(fault)) Log.Locked(log, fault.Message);
            throw new DatabaseUnavailableException(fault);
        }
        catch (Exception fault) when (engine.DescribeIfUnusable(fault) is not null)
        {
            Log.Unusable(log, fault.Message);
            throw new DatabaseUnavailableException(engine.DescribeIfUnusable(fault)!, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning,
            "The database failed in passing ({Fault}); attempt {Attempt} failed, trying again in {Delay:0} ms")]
        public static partial void Retrying(ILogger log, int attempt, string fault, double delay);

        [LoggerMessage(2, LogLevel.Error, "The database keeps failing; nobody asks it for {Seconds:0} s")]
        public static partial void Opened(ILogger log, double seconds);

        [LoggerMessage(3, LogLevel.Information, "The database answers again")]
        public static partial void Closed(ILogger log);

        [LoggerMessage(4, LogLevel.Error, "The database cannot be used until somebody mends it: {Fault}")]
        public static partial void Unusable(ILogger log, string fault);

        [LoggerMessage(5, LogLevel.Error, "Another process holds the database; callers are told to come back: {Fault}")]
        public static partial void Locked(ILogger log, string fault);
    }
}
