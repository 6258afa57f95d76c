using System.Reflection;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A day, <c>YYYY-MM-DD</c>. The property is a <see cref="DateOnly"/>.</summary>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class DayAttribute(string description, string example) : FieldAttribute(description, example)
{
    /// <summary>For <see cref="DaysAhead"/>: the day may lie any time after receipt.</summary>
    public const int NoLimit = int.MaxValue;

    /// <summary>
    /// How many days after the day of receipt the day may lie (rule <c>R07</c>), or <see cref="NoLimit"/>. Without
    /// it: 0.
    /// </summary>
    public int DaysAhead { get; init; }

    /// <summary>
    /// The property that holds the day it belongs to, such as the day a visit was due: more than a year from it is doubted (rule
    /// <c>R10</c>).
    /// </summary>
    public string? Near { get; init; }

    /// <summary>True for a date of birth, which a finding never repeats.</summary>
    public bool IsPrivate { get; init; }

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new DateField<TRecord>(property, this);
}

/// <summary>True or false. The property is a <see cref="bool"/>.</summary>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class YesNoAttribute(string description, string example = "true") : FieldAttribute(description, example)
{
    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new BooleanField<TRecord>(property, this);
}

/// <summary>A whole number between two bounds, both included. The property is an <see cref="int"/>.</summary>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class WholeNumberAttribute(string description, string example) : FieldAttribute(description, example)
{
    /// <summary>The least value. Without it: 0.</summary>
    public int Least { get; init; }

    /// <summary>The greatest value. Without it there is none.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new WholeNumberField<TRecord>(property, this);
}

/// <summary>
/// A decimal number over 0, with at most two decimal places. The property is a <see cref="decimal"/>.
/// </summary>
/// <param name="most">The greatest value.</param>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class DecimalAttribute(double most, string description, string example) : FieldAttribute(description, example)
{
    /// <summary>The greatest value.</summary>
    public decimal Most => (decimal)most;

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new DecimalField<TRecord>(property, this);
}
