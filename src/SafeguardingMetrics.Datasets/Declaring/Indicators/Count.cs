namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>
/// What the numerator or the denominator of an indicator counts. A count is declared once and shared by every indicator
/// that counts the same, so that disclosure control can tell which published numbers are equal and which are part of
/// another.
/// </summary>
public abstract class Count
{
    private readonly object? identity;

    /// <summary>Declares a count of its own.</summary>
    /// <param name="meaning">What is counted, in words.</param>
    /// <param name="within">The count that this count is a part of; null for a count that stands by itself.</param>
    /// <param name="identity">Equal for counts that always have the same number; the object itself where it is
    /// null.</param>
    private protected Count(string meaning, Count? within = null, object? identity = null) =>
        (Meaning, Within, this.identity) = (meaning, within, identity);

    /// <summary>What is counted, in words, as the API's catalogue gives it.</summary>
    public string Meaning { get; }

    /// <summary>The count that this count is a part of; null for a count that stands by itself.</summary>
    public Count? Within { get; }

    /// <summary>How many counts this count is a part of: 0 for a count that stands by itself.</summary>
    public int Depth => Within is null ? 0 : Within.Depth + 1;

    /// <summary>
    /// Equal for two counts that always have the same number, by the way in which they were declared.
    /// </summary>
    internal object Identity => identity ?? this;

    /// <summary>True where the two counts always have the same number.</summary>
    public bool IsSameAs(Count other) => Identity.Equals(other.Identity);

    /// <summary>True where this count is declared as a part of the other, directly or through counts between.</summary>
    public bool IsPartOf(Count other) => Within is { } whole && (whole.IsSameAs(other) || whole.IsPartOf(other));

    /// <summary>What is left of a whole when one of its parts is taken away.</summary>
    /// <param name="whole">The identity of the whole.</param>
    /// <param name="part">The identity of the part.</param>
    internal static object GetRestIdentity(object whole, object part) =>
        part is Rest rest && rest.Whole.Equals(whole) ? rest.Part : new Rest(whole, part);

    private sealed record Rest(object Whole, object Part);
}

/// <summary>
/// Something that a SQL view under <c>db/views/indicators</c> counts, such as workers: known by its words alone.
/// </summary>
/// <param name="meaning">What is counted, in words.</param>
public sealed class ViewCount(string meaning) : Count(meaning);

/// <summary>Something that records carry, such as sessions or full-time equivalents, added up.</summary>
/// <param name="meaning">What is added up, in words.</param>
/// <param name="amount">What one record adds, with at most two decimal places; 0 where the record does not
/// count.</param>
public sealed class Quantity<TRecord>(string meaning, Func<TRecord, decimal> amount) : Count(meaning)
{
    /// <summary>What one record adds, with at most two decimal places; 0 where the record does not count.</summary>
    public decimal GetAmount(TRecord record) => amount(record);
}
