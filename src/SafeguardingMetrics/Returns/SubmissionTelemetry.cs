using System.Diagnostics;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Returns;

/// <summary>
/// Logs and counts the outcomes of submissions: the return's id, its agency's code, its dataset and counts.
/// </summary>
public sealed partial class SubmissionTelemetry(ServiceMeter meter, ILogger<SubmissionTelemetry> log)
{
    /// <summary>Records an outcome. A return for which the queue had no room is not recorded.</summary>
    /// <param name="incoming">The return.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="begunAt">When its body began to arrive, from <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <param name="receivedAt">When its body had arrived.</param>
    public void RecordOutcome(IncomingReturn incoming, Outcome outcome, long begunAt, long receivedAt)
    {
        if (outcome is Outcome.QueueFull or Outcome.QueueTooLarge) return;
        var (agency, dataset) = (incoming.Agency.Code, incoming.Dataset.Name);
        var (name, id, records) = outcome switch
        {
            Outcome.Stored stored => ("stored", stored.Receipt.ReturnId, stored.Receipt.Records),
            Outcome.Repeated repeated => ("repeated", repeated.Receipt.ReturnId, null),
            Outcome.Held held => ("held", held.Receipt.ReturnId, held.Receipt.Records),
            Outcome.Validated => ("checked", null, null),
            Outcome.Rejected rejected => ("rejected", rejected.Receipt.ReturnId, rejected.Receipt.Records),
            Outcome.Unreadable unreadable => ("unreadable", unreadable.ReturnId, null),
            Outcome.PeriodInFuture future => ("ahead", future.ReturnId, null),
            Outcome.Queued queued => ("accepted", queued.SubmissionId, null),
            _ => ("other", null, null),
        };
        var (receiving, processing) = (Stopwatch.GetElapsedTime(begunAt, receivedAt), Stopwatch.GetElapsedTime(receivedAt));
        meter.RecordSubmission(dataset, name, records?.Accepted, records?.Rejected, receiving, processing);
        if (incoming.IsConfirmed && outcome is Outcome.Stored) meter.RecordConfirmation(dataset, isBeforehand: true);
        Log.Returned(log, id, dataset, agency, name, records?.Accepted, records?.Rejected);
    }

    private static partial class Log
    {
        [LoggerMessage(30, LogLevel.Information,
            "Return {ReturnId} of {Dataset} from {Agency}: {Outcome}, {Accepted} records accepted, {Rejected} rejected")]
        public static partial void Returned(
            ILogger log, string? returnId, string dataset, string agency, string outcome, long? accepted, long? rejected);
    }
}
