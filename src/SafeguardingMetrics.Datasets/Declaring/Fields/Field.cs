using System.Data.Common;
using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// One field of a dataset: what it means and which values it takes. Reading, storing, the data dictionary, the OpenAPI
/// document and the CSV template come from here.
/// </summary>
/// <param name="declared">What the record's property says of it.</param>
/// <param name="isRequired">True where a record without it breaks <c>R01</c>.</param>
public abstract class Field(FieldAttribute declared, bool isRequired)
{
    /// <summary>The name in JSON and in CSV headers, in camelCase.</summary>
    public abstract string Name { get; }

    /// <summary>What the field holds, in a sentence.</summary>
    public string Description => declared.Description;

    /// <summary>A value that a developer can try, as CSV writes it.</summary>
    public string Example { get; } = declared.Example;

    /// <summary>True where a record without it breaks <c>R01</c>.</summary>
    public bool IsRequired => isRequired;

    /// <summary>
    /// True where every record should have a value, required or not, so that one without it lowers the field's score.
    /// </summary>
    public bool IsExpected => declared.IsExpected || isRequired;

    /// <summary>
    /// The codes that say "not known", where there are such; too many of them lower the field's score.
    /// </summary>
    public virtual Defaults? Defaults => null;

    /// <summary>
    /// False where the example contradicts another field's, as a vacancy's date does a filled post: the example record
    /// leaves it out.
    /// </summary>
    public bool IsInExample => declared.IsInExample;

    /// <summary>What kind of value it takes.</summary>
    public abstract FieldType Type { get; }

    /// <summary>What a value must look like, to follow "name is …" in a finding.</summary>
    public abstract string Expectation { get; }

    /// <summary>The column's name in the dataset's table.</summary>
    public abstract string Column { get; }

    /// <summary>The column's type, in SQL that both engines read.</summary>
    public abstract string ColumnType { get; }

    /// <summary>The codes it takes, where it takes codes.</summary>
    public virtual IReadOnlyList<Code>? Codes => null;

    /// <summary>The longest text it takes, in characters (Unicode code points), where that is bounded.</summary>
    public virtual int? MaxLength => null;

    /// <summary>
    /// The regular expression that a text must match, where there is one (ECMA 262, as OpenAPI wants it).
    /// </summary>
    public virtual string? Pattern => null;

    /// <summary>The least and greatest value it takes, where that is bounded.</summary>
    public virtual (decimal? Least, decimal? Most) Range => (null, null);

    /// <summary>
    /// How many days after the day of receipt a day may lie (rule <c>R07</c>); null for any number, and where the field
    /// holds no day.
    /// </summary>
    public virtual int? DaysAhead => null;

    /// <summary>True where only a keyed hash of the value is kept, which never leaves the store.</summary>
    public virtual bool IsHashed => false;

    /// <summary>
    /// True where a value can be any text or number, so that an NHS number or UPN could stand in it; false where only
    /// codes, days or truths can.
    /// </summary>
    public virtual bool IsOpen => true;

    /// <summary>
    /// True where the value says which child the record is about: by it a child's records are found when they are to be
    /// erased.
    /// </summary>
    public virtual bool IsOfChild => false;

    /// <summary>
    /// True where a value may be shown in a finding: never for identifiers, free text or dates of birth.
    /// </summary>
    public abstract bool IsShown { get; }

    /// <summary>A value as JSON writes it.</summary>
    /// <param name="text">The value as CSV writes it; of the field's type.</param>
    public JsonNode ToJson(string text) => Type switch
    {
        FieldType.Boolean => JsonValue.Create(bool.Parse(text)),
        FieldType.WholeNumber => JsonValue.Create(int.Parse(text, CultureInfo.InvariantCulture)),
        FieldType.DecimalNumber => JsonValue.Create(decimal.Parse(text, CultureInfo.InvariantCulture)),
        FieldType.CodeSet => new JsonArray([.. text.Split(';').Select(code => (JsonNode)code)]),
        _ => JsonValue.Create(text),
    };
}

/// <summary>A field of <typeparamref name="TRecord"/>: how a value gets into the record and out of it.</summary>
/// <param name="declared">What the record's property says of it.</param>
/// <param name="isRequired">True where a record without it breaks <c>R01</c>.</param>
public abstract class Field<TRecord>(FieldAttribute declared, bool isRequired) : Field(declared, isRequired)
{
    /// <summary>
    /// Understands a value and puts it into the record; leaves the record alone where the value is not taken.
    /// </summary>
    public abstract FieldError Read(in FieldValue value, TRecord record, ReturnContext facts, FieldReadContext tools);

    /// <summary>Makes the record's value missing.</summary>
    public abstract void Clear(TRecord record);

    /// <summary>
    /// The value as it is stored: null, text, <see cref="DateOnly"/>, <see cref="bool"/>, <see cref="int"/> or
    /// <see cref="decimal"/>.
    /// </summary>
    public abstract object? GetStoredValue(TRecord record);

    /// <summary>True where the record's value is one of <see cref="Field.Defaults"/>.</summary>
    public bool IsDefault(TRecord record) =>
        Defaults is { } defaults && GetStoredValue(record) is string code && defaults.Codes.Contains(code);

    /// <summary>Takes the value back out of a stored row.</summary>
    public abstract void LoadFromRow(DbDataReader row, int column, TRecord record);
}
