using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// A field that is one property of the record; the column bears the property's name, JSON the same in camelCase.
/// </summary>
public abstract class PropertyField<TRecord, TValue> : Field<TRecord>
{
    private readonly PropertyInfo property;
    private readonly Action<TRecord, TValue?> set;

    /// <summary>Ties the field to a property.</summary>
    /// <param name="property">The property.</param>
    /// <param name="declared">What is declared of it.</param>
    /// <param name="name">The field's name, where it is not the property's.</param>
    /// <exception cref="InvalidDeclarationException">The property is not of the field's type.</exception>
    protected PropertyField(PropertyInfo property, FieldAttribute declared, string? name = null)
        : base(declared, IsNeverNull(property))
    {
        if ((Nullable.GetUnderlyingType(property.PropertyType)
            ?? property.PropertyType) != (Nullable.GetUnderlyingType(typeof(TValue)) ?? typeof(TValue)))
            throw new InvalidDeclarationException(
                $"{typeof(TRecord).Name}.{property.Name} is a {property.PropertyType.Name}, which its attribute does not take");

        this.property = property;
        Name = name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Get = CompileGetter();
        set = CompileSetter();
    }

    /// <summary>The property's value.</summary>
    protected Func<TRecord, TValue?> Get { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Column => property.Name;

    /// <inheritdoc/>
    public override void Clear(TRecord record) => set(record, default);

    /// <inheritdoc/>
    public override object? GetStoredValue(TRecord record) => Get(record);

    /// <inheritdoc/>
    public override void LoadFromRow(DbDataReader row, int column, TRecord record) =>
        set(record, row.IsDBNull(column) ? default : ReadColumn(row, column));

    /// <summary>Puts a value that was understood into the record.</summary>
    protected FieldError SetValue(TRecord record, TValue? value)
    {
        set(record, value);
        return FieldError.None;
    }

    /// <summary>Says that the value is a word, or a day, that stands for none.</summary>
    protected FieldError SetMissing(in FieldValue value, TRecord record, FieldReadContext tools)
    {
        Clear(record);
        tools.Note = new ValueNote(ValueNoteKind.Missing, Encoding.UTF8.GetString(value.Utf8), null);
        return FieldError.Missing;
    }

    /// <summary>Reads a column that is not null.</summary>
    protected abstract TValue ReadColumn(DbDataReader row, int column);

    private static bool IsNeverNull(PropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is null
        : new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;

    // A required date is a DateOnly in the record and a DateOnly? here: getter and setter bridge the two without
    // reflection a call.
    private Func<TRecord, TValue?> CompileGetter()
    {
        if (property.PropertyType == typeof(TValue)) return property.GetMethod!.CreateDelegate<Func<TRecord, TValue?>>();
        var record = Expression.Parameter(typeof(TRecord));
        return Expression.Lambda<Func<TRecord, TValue?>>(
            Expression.Convert(Expression.Property(record, property), typeof(TValue)), record).Compile();
    }

    private Action<TRecord, TValue?> CompileSetter()
    {
        if (property.PropertyType == typeof(TValue)) return property.SetMethod!.CreateDelegate<Action<TRecord, TValue?>>();
        var record = Expression.Parameter(typeof(TRecord));
        var value = Expression.Parameter(typeof(TValue));
        var plain = Expression.Call(value, typeof(TValue).GetMethod("GetValueOrDefault", System.Type.EmptyTypes)!);
        return Expression.Lambda<Action<TRecord, TValue?>>(
            Expression.Assign(Expression.Property(record, property), plain), record, value).Compile();
    }
}
