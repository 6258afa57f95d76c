namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>What kind of value a field takes.</summary>
public enum FieldType
{
    /// <summary>An id that the agency gave.</summary>
    Identifier,

    /// <summary>A short text.</summary>
    Text,

    /// <summary>One code of a list.</summary>
    Code,

    /// <summary>Some codes of a list.</summary>
    CodeSet,

    /// <summary>A day.</summary>
    Date,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number with decimal places.</summary>
    DecimalNumber,

    /// <summary>An NHS number or UPN, of which a keyed hash is kept.</summary>
    HashedIdentifier,
}

/// <summary>The words for <see cref="FieldType"/>.</summary>
public static class FieldTypes
{
    /// <summary>The word in the data dictionary, as the API has written it since the first release.</summary>
    public static string ToText(this FieldType type) => type switch
    {
        FieldType.Identifier => "identifier",
        FieldType.Text => "text",
        FieldType.Code => "code",
        FieldType.CodeSet => "list of codes",
        FieldType.Date => "date",
        FieldType.Boolean => "boolean",
        FieldType.WholeNumber => "whole number",
        FieldType.DecimalNumber => "decimal",
        FieldType.HashedIdentifier => "hashed identifier",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    /// <summary>The <c>type</c> in JSON Schema, and its <c>format</c> where there is one.</summary>
    public static (string Type, string? Format) ToJsonSchema(this FieldType type) => type switch
    {
        FieldType.CodeSet => ("array", null),
        FieldType.Date => ("string", "date"),
        FieldType.Boolean => ("boolean", null),
        FieldType.WholeNumber => ("integer", null),
        FieldType.DecimalNumber => ("number", null),
        _ => ("string", null),
    };
}
