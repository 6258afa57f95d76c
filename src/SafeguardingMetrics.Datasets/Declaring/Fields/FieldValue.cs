using System.Runtime.CompilerServices;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>How a value was written in the return.</summary>
public enum FieldValueKind
{
    /// <summary>Absent, a JSON null, or an empty cell.</summary>
    Null,

    /// <summary>A CSV cell, which says nothing of its type.</summary>
    Cell,

    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number.</summary>
    Number,

    /// <summary>A JSON true.</summary>
    True,

    /// <summary>A JSON false.</summary>
    False,

    /// <summary>A JSON array of strings, given as its elements with semicolons between.</summary>
    List,

    /// <summary>A JSON object, an array of something else, or text that is not Unicode.</summary>
    Other,
}

/// <summary>One value of a record as it stands in the return, in UTF-8, before it is understood.</summary>
/// <param name="written">How it was written.</param>
/// <param name="utf8">Its text, unescaped and without quotes.</param>
public readonly ref struct FieldValue(FieldValueKind written, ReadOnlySpan<byte> utf8)
{
    /// <summary>How it was written.</summary>
    public FieldValueKind Kind { get; } = written;

    /// <summary>Its text, unescaped and without quotes.</summary>
    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    /// <summary>True where it could be text: a CSV cell or a JSON string.</summary>
    public bool IsText => Kind is FieldValueKind.Cell or FieldValueKind.Text;

    /// <summary>True where it is one value and no list or object: a CSV cell, or text, a number, true or false in JSON.</summary>
    public bool IsSingle => Kind is not (FieldValueKind.Null or FieldValueKind.List or FieldValueKind.Other);

    /// <summary>True where it could be a number: a CSV cell, a JSON number or a number in quotes.</summary>
    public bool IsNumber => Kind is FieldValueKind.Cell or FieldValueKind.Number or FieldValueKind.Text;

    /// <summary>True where no blanks stand around it, which is so of nearly every value. Of a few others it is false, too.</summary>
    public bool IsTrimmed
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Utf8.IsEmpty || ValueText.IsTrimmed(Utf8);
    }

    /// <summary>The same value without the blanks around it.</summary>
    public FieldValue Trim() => new(Kind, ValueText.Trim(Utf8));

    /// <summary>True where nothing was said: absent, null or empty. Blanks around the value are taken away before.</summary>
    public bool IsMissing
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Kind == FieldValueKind.Null || (Utf8.IsEmpty && Kind != FieldValueKind.Other);
    }
}
