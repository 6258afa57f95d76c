using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>A field that is one property of the record; the column bears the property's name, JSON the same in camelCase.</summary>
public abstract class PropertyField<TRecord, TValue> : Field<TRecord>
{
    private readonly PropertyInfo property;
    private readonly Action<TRecord, TValue?> set;

    /// <summary>Ties the field to the property that the expression names.</summary>
    protected PropertyField(Expression<Func<TRecord, TValue?>> of, string? name)
    {
        var body = of.Body is UnaryExpression { NodeType: ExpressionType.Convert } converted ? converted.Operand : of.Body;
        property = (PropertyInfo)((MemberExpression)body).Member;
        Name = name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Get = body == of.Body ? property.GetMethod!.CreateDelegate<Func<TRecord, TValue?>>() : of.Compile();
        set = CompileSetter();
    }

    /// <summary>The property's value.</summary>
    protected Func<TRecord, TValue?> Get { get; }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Column => property.Name;

    /// <summary>The property, by which rules know which fields they read.</summary>
    public PropertyInfo Property => property;

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

    /// <summary>Reads a column that is not null.</summary>
    protected abstract TValue ReadColumn(DbDataReader row, int column);

    // A required date is a DateOnly in the record and a DateOnly? here: the setter bridges the two without reflection a call.
    private Action<TRecord, TValue?> CompileSetter()
    {
        if (property.PropertyType == typeof(TValue)) return property.SetMethod!.CreateDelegate<Action<TRecord, TValue?>>();
        var record = Expression.Parameter(typeof(TRecord));
        var value = Expression.Parameter(typeof(TValue));
        var plain = Expression.Call(value, typeof(TValue).GetMethod("GetValueOrDefault", System.Type.EmptyTypes)!);
        return Expression.Lambda<Action<TRecord, TValue?>>(Expression.Assign(Expression.Property(record, property), plain), record, value).Compile();
    }
}
