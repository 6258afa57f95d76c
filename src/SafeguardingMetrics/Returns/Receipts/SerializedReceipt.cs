using System.Text.Json;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// A receipt and its JSON: the text that is stored with the return is also the body that the caller receives.
/// </summary>
/// <param name="Value">The receipt.</param>
/// <param name="Json">The receipt in JSON.</param>
public sealed record SerializedReceipt(Receipt Value, string Json)
{
    /// <summary>Serialises a new receipt.</summary>
    public static SerializedReceipt Create(Receipt receipt) => new(receipt, JsonSerializer.Serialize(receipt, ApiJson.Options));

    /// <summary>Reads a stored receipt.</summary>
    public static SerializedReceipt Parse(string json) => new(JsonSerializer.Deserialize<Receipt>(json, ApiJson.Options)!, json);
}
