using System.Reflection;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Makes a property of a record a field of the dataset. A property that cannot be null is required (rule <c>R01</c>).
/// The description is the field's documentation everywhere: in the data dictionary, the JSON Schema, the rule book
/// and here.
/// </summary>
/// <param name="description">What the field holds, in a sentence.</param>
/// <param name="example">A value that a developer can try, as CSV writes it. It is read by the field when the
/// declaration is built.</param>
[AttributeUsage(AttributeTargets.Property)]
public abstract class FieldAttribute(string description, string example) : Attribute
{
    /// <summary>What the field holds, in a sentence.</summary>
    public string Description => description;

    /// <summary>A value that a developer can try, as CSV writes it.</summary>
    public virtual string Example { get; init; } = example;

    /// <summary>
    /// True where every record should have a value, required or not: one without it lowers the field's score.
    /// </summary>
    public bool IsExpected { get; init; }

    /// <summary>
    /// False where the example contradicts another field's, as a vacancy's date does a filled post: the example record
    /// leaves it out.
    /// </summary>
    public bool IsInExample { get; init; } = true;

    /// <summary>Builds the field of a property.</summary>
    internal abstract Field<TRecord> CreateField<TRecord>(PropertyInfo property) where TRecord : class, new();
}

/// <summary>The property whose value occurs once in a return: an id that the agency gave.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KeyAttribute : Attribute;
