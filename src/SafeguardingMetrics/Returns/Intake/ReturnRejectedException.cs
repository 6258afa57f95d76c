using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>Ends the unit of work of a return that is rejected, so that nothing of it is stored.</summary>
/// <param name="receipt">What it is answered with.</param>
/// <param name="findings">What was found, with what is to be kept of it.</param>
/// <param name="children">Which children its records are about.</param>
internal sealed class ReturnRejectedException(Receipt receipt, FindingCollector findings, RejectedChildren children)
    : Exception("The return is rejected.")
{
    /// <summary>What it is answered with.</summary>
    public Receipt Receipt => receipt;

    /// <summary>What was found, with what is to be kept of it.</summary>
    public FindingCollector Findings => findings;

    /// <summary>Which children its records are about.</summary>
    public RejectedChildren Children => children;
}
