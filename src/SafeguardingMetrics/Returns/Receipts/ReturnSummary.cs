using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>A return in a list.</summary>
/// <param name="ReturnId">Its id.</param>
/// <param name="Agency">The agency that sent it.</param>
/// <param name="Dataset">The dataset.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="Status">accepted, accepted-with-findings, held, rejected, superseded, withdrawn or expired.</param>
/// <param name="ReceivedAt">The instant it arrived, UTC.</param>
/// <param name="Records">How its records fared.</param>
/// <param name="Reason">Why nothing was stored, where the body could not be read or its period lay ahead.</param>
public sealed record ReturnSummary(
    string ReturnId, string Agency, string Dataset, Period Period, string Status, DateTimeOffset ReceivedAt, RecordCounts Records,
    string? Reason);
