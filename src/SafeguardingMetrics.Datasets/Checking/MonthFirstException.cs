using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// A return has dates that were read day first in a field of which a later date can only be month first: the return has to be read
/// again from its beginning, and none of those fields' dates in numbers may be taken.
/// </summary>
/// <param name="fields">The fields, by their place in the dataset.</param>
public sealed class MonthFirstException(FieldSet fields) : Exception("A field has dates day first and month first.")
{
    /// <summary>The fields, by their place in the dataset.</summary>
    public FieldSet Fields => fields;
}
