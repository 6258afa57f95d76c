using System.Text.Json;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>How many records of a return were received, accepted, rejected and queried.</summary>
internal readonly record struct RecordTotals(int Received, int Accepted, int Rejected, int Queried)
{
    public static RecordTotals operator +(RecordTotals left, RecordTotals right) => new(
        left.Received + right.Received, left.Accepted + right.Accepted, left.Rejected + right.Rejected, left.Queried + right.Queried);

    public static RecordTotals Read(JsonElement records) =>
        new(Count(records, "received"), Count(records, "accepted"), Count(records, "rejected"), Count(records, "queried"));

    private static int Count(JsonElement records, string name) =>
        records.ValueKind == JsonValueKind.Object && records.TryGetProperty(name, out var count) && count.TryGetInt32(out var number)
            ? number
            : 0;
}
