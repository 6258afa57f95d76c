using System.Diagnostics;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Returns;

/// <summary>Tells logs and metrics what became of a return: its id, its agency's code, its dataset and counts.</summary>
public sealed partial class SubmissionTelemetry(ServiceMeter meter, ILogger<SubmissionTelemetry> log)
{
    /// <summary>A return was dealt with.</summary>
    /// <param name="agency">The agency's code.</param>
    /// <param name="dataset">The dataset's name.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="begunAt">When its body began to be received, of <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="receivedAt">When its body had been received.</param>
    public void RecordOutcome(string agency, string dataset, Outcome outcome, long begunAt, long receivedAt)
    {
        var (name, id, records) = outcome switch
        {
            Outcome.Stored taken => ("stored", taken.Receipt.ReturnId, taken.Receipt.Records),
            Outcome.Repeated repeated => ("repeated", repeated.Receipt.ReturnId, null),
            Outcome.Validated => ("checked", null, null),
            Outcome.Rejected rejected => ("rejected", rejected.Receipt.ReturnId, rejected.Receipt.Records),
            Outcome.Unreadable unreadable => ("unreadable", unreadable.ReturnId, null),
            Outcome.PeriodInFuture ahead => ("ahead", ahead.ReturnId, null),
            Outcome.Queued accepted => ("accepted", accepted.SubmissionId, null),
            _ => ("other", null, null),
        };
        meter.RecordSubmission(dataset, name, records?.Accepted, records?.Rejected, Stopwatch.GetElapsedTime(begunAt, receivedAt), Stopwatch.GetElapsedTime(receivedAt));
        Log.Returned(log, id, dataset, agency, name, records?.Accepted, records?.Rejected);
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Information, "Return {ReturnId} of {Dataset} from {Agency}: {Outcome}, {Accepted} records accepted, {Rejected} rejected")]
        public static partial void Returned(ILogger log, string? returnId, string dataset, string agency, string outcome, long? accepted, long? rejected);
    }
}
