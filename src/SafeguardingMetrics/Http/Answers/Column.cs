using System.Reflection;
using System.Text.Json;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An instant, UTC.</summary>
    Instant,

    /// <summary>True or false.</summary>
    Truth,
}

/// <summary>
/// A column of flat rows, as their record declares it: its public properties in their order, by the names that they
/// have in JSON. Whatever writes rows, or says how to read them, takes the columns from here.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="IsNullable">True where a cell may be empty.</param>
/// <param name="Cell">Gives the cell of a row.</param>
internal sealed record Column(string Name, ColumnKind Kind, bool IsNullable, Func<object, object?> Cell)
{
    /// <summary>The columns of a record's rows.</summary>
    public static IReadOnlyList<Column> GetColumns<T>() => Columns<T>.All;

    private static Column FromProperty(PropertyInfo property)
    {
        var nullability = new NullabilityInfoContext().Create(property);
        var kind = (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
        {
            var type when type == typeof(int) || type == typeof(long) => ColumnKind.Whole,
            var type when type == typeof(decimal) => ColumnKind.Number,
            var type when type == typeof(DateOnly) => ColumnKind.Day,
            var type when type == typeof(DateTimeOffset) => ColumnKind.Instant,
            var type when type == typeof(bool) => ColumnKind.Truth,
            _ => ColumnKind.Text,
        };
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name),
            kind,
            nullability.ReadState == NullabilityState.Nullable,
            property.GetValue);
    }

    private static class Columns<T>
    {
        public static readonly IReadOnlyList<Column> All = [.. typeof(T).GetProperties().Select(FromProperty)];
    }
}
