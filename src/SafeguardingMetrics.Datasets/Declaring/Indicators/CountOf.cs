using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>Records that meet a condition.</summary>
public sealed class Count<TRecord> : Count
{
    private readonly Count<TRecord>? whole;
    private readonly Func<TRecord, ReturnContext, bool> condition;

    /// <summary>Declares a count that is not related to any other.</summary>
    /// <param name="meaning">What is counted, in words.</param>
    /// <param name="condition">True where a record counts.</param>
    public Count(string meaning, Func<TRecord, ReturnContext, bool> condition)
        : this(meaning, null, condition)
    {
    }

    private Count(string meaning, Count<TRecord>? whole, Func<TRecord, ReturnContext, bool> condition, object? identity = null)
        : base(meaning, whole, identity) => (this.whole, this.condition) = (whole, condition);

    /// <summary>Those of this count that meet a further condition.</summary>
    /// <param name="meaning">What is counted, in words.</param>
    /// <param name="condition">True where a record of this count counts in the part as well.</param>
    public Count<TRecord> Where(string meaning, Func<TRecord, ReturnContext, bool> condition) => new(meaning, this, condition);

    /// <summary>Those of this count that are not in one of its parts.</summary>
    /// <param name="part">A part of this count.</param>
    /// <param name="meaning">What is counted, in words.</param>
    /// <exception cref="ArgumentException">The count that is taken away is not a part of this count.</exception>
    public Count<TRecord> Except(Count<TRecord> part, string meaning)
    {
        if (!part.IsPartOf(this)) throw new ArgumentException($"'{part.Meaning}' is not declared as a part of '{Meaning}'.", nameof(part));
        var isInPart = part.GetConditionWithin(this);
        return new(meaning, this, (record, facts) => !isInPart(record, facts), GetRestIdentity(Identity, part.Identity));
    }

    /// <summary>The same count in other words, where two indicators word it differently.</summary>
    public Count<TRecord> As(string meaning) => new(meaning, whole, condition, Identity);

    /// <summary>True where a record counts.</summary>
    public bool Includes(TRecord record, ReturnContext facts) =>
        (whole is null || whole.Includes(record, facts)) && condition(record, facts);

    /// <summary>
    /// The condition that remains for a record that is known to count in another count, of which this count may be a
    /// part.
    /// </summary>
    internal Func<TRecord, ReturnContext, bool> GetConditionWithin(Count<TRecord> other)
    {
        if (IsSameAs(other)) return (_, _) => true;
        if (whole is null) return condition;
        if (whole.IsSameAs(other)) return condition;
        var rest = whole.GetConditionWithin(other);
        return (record, facts) => rest(record, facts) && condition(record, facts);
    }
}
