using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Which fields have dates in numbers such as 04/03/2025, which are read day first. Where one date of a field can only be month first, none
/// of that field is taken.
/// </summary>
internal sealed class DayFirstDates
{
    private FieldSet taken;
    private FieldSet refused;

    /// <summary>Fields of which no date in numbers is taken.</summary>
    public FieldSet Refused => refused;

    /// <summary>Fields of which dates were taken before one was met that can only be month first: the return must be read again.</summary>
    public FieldSet TakenBeforeRefused => taken & refused;

    /// <summary>Takes no date in numbers of these fields.</summary>
    public void Refuse(in FieldSet fields) => refused |= fields;

    /// <summary>Takes no further date in numbers of a field.</summary>
    public void Refuse(int field) => refused.Add(field);

    /// <summary>True where a date in numbers of the field is taken day first.</summary>
    public bool TryTake(int field)
    {
        if (refused.Contains(field)) return false;
        taken.Add(field);
        return true;
    }
}
