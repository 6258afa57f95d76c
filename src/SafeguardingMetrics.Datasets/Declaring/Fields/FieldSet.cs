using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Some fields of a dataset, each by its place: a bit each, of at most <see cref="Capacity"/>. No allocation.
/// </summary>
/// <remarks>Sets are joined and compared as one vector of four words.</remarks>
public struct FieldSet : IEquatable<FieldSet>
{
    /// <summary>How many fields a dataset can have.</summary>
    public const int Capacity = 256;

    private Words words;

    /// <summary>True where no field is in the set.</summary>
    public readonly bool IsEmpty => Vector == Vector256<ulong>.Zero;

    private readonly Vector256<ulong> Vector => Vector256.LoadUnsafe(in Unsafe.As<Words, ulong>(ref Unsafe.AsRef(in words)));

    /// <summary>The fields in either.</summary>
    public static FieldSet operator |(in FieldSet left, in FieldSet right) => FromVector(left.Vector | right.Vector);

    /// <summary>The fields in both.</summary>
    public static FieldSet operator &(in FieldSet left, in FieldSet right) => FromVector(left.Vector & right.Vector);

    /// <summary>The fields of the first that are not in the second.</summary>
    public static FieldSet operator -(in FieldSet left, in FieldSet right) => FromVector(Vector256.AndNot(left.Vector, right.Vector));

    /// <summary>Whether both hold the same fields.</summary>
    public static bool operator ==(in FieldSet left, in FieldSet right) => left.Vector == right.Vector;

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(in FieldSet left, in FieldSet right) => left.Vector != right.Vector;

    /// <summary>The first so many fields.</summary>
    public static FieldSet CreateFirst(int count)
    {
        var set = default(FieldSet);
        for (var i = 0; i < count; i++) set.Add(i);
        return set;
    }

    /// <summary>Whether the field at a place is in the set.</summary>
    public readonly bool Contains(int field) => (words[field >> 6] & (1ul << field)) != 0;

    /// <summary>Whether a field is in both.</summary>
    public readonly bool Overlaps(in FieldSet other) => (Vector & other.Vector) != Vector256<ulong>.Zero;

    /// <summary>Adds the field at a place.</summary>
    public void Add(int field) => words[field >> 6] |= 1ul << field;

    /// <summary>Takes the field at a place away.</summary>
    public void Remove(int field) => words[field >> 6] &= ~(1ul << field);

    /// <summary>The places in the set, in their order.</summary>
    public readonly Enumerator GetEnumerator() => new(this);

    /// <inheritdoc/>
    public readonly bool Equals(FieldSet other) => this == other;

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is FieldSet other && this == other;

    /// <inheritdoc/>
    public override readonly int GetHashCode() => Vector.GetHashCode();

    private static FieldSet FromVector(Vector256<ulong> vector)
    {
        var set = default(FieldSet);
        vector.StoreUnsafe(ref Unsafe.As<Words, ulong>(ref set.words));
        return set;
    }

    /// <summary>Goes through the places in a set.</summary>
    public struct Enumerator
    {
        private readonly FieldSet set;
        private ulong rest;
        private int word;

        internal Enumerator(in FieldSet set)
        {
            this.set = set;
            rest = set.words[0];
        }

        /// <summary>The place.</summary>
        public int Current { get; private set; }

        /// <summary>Goes to the next place; false where there is none.</summary>
        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (++word == Words.Length) return false;
                rest = set.words[word];
            }

            Current = (word << 6) + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }

    [InlineArray(Length)]
    [StructLayout(LayoutKind.Sequential)]
    private struct Words
    {
        public const int Length = Capacity / 64;
        private ulong first;
    }
}
