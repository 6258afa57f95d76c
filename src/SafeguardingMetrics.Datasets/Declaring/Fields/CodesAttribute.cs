using System.Reflection;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a list, exact to the letter. The property is a string.</summary>
/// <param name="description">What the field holds, in a sentence.</param>
/// <param name="codes">The list, each code with its meaning: <c>"care: A placement"</c>. Or <see cref="From"/> names a
/// shared list.</param>
public sealed class CodesAttribute(string description, params string[] codes) : FieldAttribute(description, "")
{
    /// <summary>A shared list: the name of a property of <see cref="CodeLists"/>.</summary>
    public string? From { get; init; }

    /// <summary>The codes that say "not known": the name of a property of <see cref="CodeLists"/>.</summary>
    public string? NotKnown { get; init; }

    /// <summary>The first code, where the declaration gives no other.</summary>
    public override string Example { get => field is { Length: > 0 } given ? given : Codes[0].Value; init; } = "";

    /// <summary>The list.</summary>
    public IReadOnlyList<Code> Codes => CodeLists.Resolve(From, codes);

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new CodeField<TRecord>(property, this);
}

/// <summary>
/// Some codes of a list, each at most once. The property is a string: the codes with semicolons between.
/// </summary>
/// <param name="description">What the field holds, in a sentence.</param>
/// <param name="example">Some codes with semicolons between.</param>
/// <param name="codes">The list, each code with its meaning: <c>"care: A placement"</c>; at most 32. Or
/// <see cref="From"/> names a shared list.</param>
public sealed class CodeSetAttribute(string description, string example, params string[] codes) : FieldAttribute(description, example)
{
    /// <summary>A shared list: the name of a property of <see cref="CodeLists"/>.</summary>
    public string? From { get; init; }

    /// <summary>A code that must stand alone, such as "none of these".</summary>
    public string? Alone { get; init; }

    /// <summary>The list.</summary>
    public IReadOnlyList<Code> Codes => CodeLists.Resolve(From, codes);

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new CodeSetField<TRecord>(property, this);
}
