using System.Reflection;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>An id that the agency gave: 1 to 36 of <c>A-Z a-z 0-9 _ - / .</c> The property is a string.</summary>
/// <inheritdoc cref="FieldAttribute"/>
public class IdAttribute(string description, string example) : FieldAttribute(description, example)
{
    /// <summary>True where the id says which child the record is about.</summary>
    internal virtual bool IsOfChild => false;

    /// <summary>True where the id is of a worker, so that <c>UNALLOCATED</c> and the like say that there is none.</summary>
    internal virtual bool IsOfWorker => false;

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new IdentifierField<TRecord>(property, this);
}

/// <summary>The id that an agency gave a child. By it a child's records are found when they are to be erased.</summary>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class ChildIdAttribute(string description, string example) : IdAttribute(description, example)
{
    /// <inheritdoc/>
    internal override bool IsOfChild => true;
}

/// <summary>
/// The id that an agency gave a worker. <c>UNALLOCATED</c>, <c>VACANT</c> and the like in its place say that there is no worker.
/// </summary>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class WorkerIdAttribute(string description, string example) : IdAttribute(description, example)
{
    /// <inheritdoc/>
    internal override bool IsOfWorker => true;
}

/// <summary>A short text such as a locality or a team. The property is a string.</summary>
/// <param name="maxLength">The longest text it takes, in characters (Unicode code points).</param>
/// <inheritdoc cref="FieldAttribute"/>
public sealed class TextAttribute(int maxLength, string description, string example) : FieldAttribute(description, example)
{
    /// <summary>The longest text it takes, in characters (Unicode code points).</summary>
    public int MaxLength => maxLength;

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new TextField<TRecord>(property, this);
}
