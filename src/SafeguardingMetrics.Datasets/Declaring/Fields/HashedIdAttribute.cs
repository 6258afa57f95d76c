using System.Reflection;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// A national identifier of a child: a keyed hash is kept in its place. The property is a string and holds the hash.
/// </summary>
/// <param name="name">The field's name in JSON and CSV, which is hashed with the identifier so that equal digits of two
/// kinds do not match.</param>
/// <param name="length">How many characters the identifier has once it is normalised.</param>
/// <param name="expectation">What a value must look like, to follow "name is …" in a finding.</param>
/// <param name="description">What the field holds, in a sentence.</param>
/// <param name="example">A value that a developer can try.</param>
public abstract class HashedIdAttribute(string name, int length, string expectation, string description, string example)
    : FieldAttribute(description, example)
{
    /// <summary>The field's name in JSON and CSV.</summary>
    internal string Name => name;

    /// <summary>How many characters the identifier has once it is normalised.</summary>
    internal int Length => length;

    /// <summary>What a value must look like, to follow "name is …" in a finding.</summary>
    internal string Expectation => expectation;

    /// <summary>
    /// Writes the identifier in its one normal form; false where its check digit or letter does not agree.
    /// </summary>
    internal abstract bool TryNormalise(ReadOnlySpan<byte> utf8, Span<byte> normal);

    /// <inheritdoc/>
    internal override Field<TRecord> CreateField<TRecord>(PropertyInfo property) => new HashedField<TRecord>(property, this);
}

/// <summary>An NHS number, named <c>nhsNumber</c>.</summary>
public sealed class NhsNumberAttribute() : HashedIdAttribute(
    "nhsNumber", 10, "an NHS number: ten digits, the last a check digit", "NHS number; turned into a keyed hash, never stored.",
    "9990000018")
{
    /// <inheritdoc/>
    internal override bool TryNormalise(ReadOnlySpan<byte> utf8, Span<byte> normal) => NhsNumber.TryNormalise(utf8, normal);
}

/// <summary>A unique pupil number, named <c>upn</c>.</summary>
public sealed class UpnAttribute() : HashedIdAttribute(
    "upn", 13, "a UPN: a check letter and twelve characters", "Unique pupil number; turned into a keyed hash, never stored.",
    "H801200001001")
{
    /// <inheritdoc/>
    internal override bool TryNormalise(ReadOnlySpan<byte> utf8, Span<byte> normal) => Upn.TryNormalise(utf8, normal);
}
