namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Of an agency that has declared that its own ids have the form of NHS numbers or UPNs: how many of a return's ids pass for one. By
/// chance one in eleven numbers of ten digits does; where more than a third do, they are NHS numbers.
/// </summary>
public sealed class OwnIdentifiers
{
    // Of fewer a third may pass by chance.
    private const int Fewest = 12;

    // By field: workers' ids must not outnumber children's.
    private readonly Dictionary<string, (int Read, int Passed)> counts = new(StringComparer.Ordinal);

    /// <summary>Counts an id.</summary>
    internal void Count(string field, bool passes)
    {
        var (read, passed) = counts.GetValueOrDefault(field);
        counts[field] = (read + 1, passed + (passes ? 1 : 0));
    }

    /// <summary>Why the return cannot be taken; null where its ids are the agency's own.</summary>
    public string? FindFault()
    {
        foreach (var (field, (read, passed)) in counts)
        {
            if (read >= Fewest && passed > read / 3)
                return $"{passed} of {read} values of {field} pass the check of an NHS number or UPN, and by chance one in eleven would: "
                    + "they are not the agency's own ids. Send its own, and NHS numbers and UPNs in their own fields.";
        }

        return null;
    }
}
