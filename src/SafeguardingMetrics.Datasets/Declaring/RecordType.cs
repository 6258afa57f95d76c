using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>The fields of a record, read once from the attributes of its properties.</summary>
/// <param name="Fields">A field for each property, in the order in which they are written.</param>
/// <param name="Key">The field whose value occurs once in a return.</param>
/// <param name="KeyProperty">Its property.</param>
/// <param name="CountedOn">The field that holds the day a record counts on; null where it counts on the period's last
/// day.</param>
/// <param name="CountedOnProperty">Its property.</param>
/// <param name="OpenUntil">The field that is missing while a record is open; null where none is.</param>
internal sealed record RecordType<TRecord>(
    IReadOnlyList<Field<TRecord>> Fields, Field<TRecord> Key, PropertyInfo KeyProperty, Field<TRecord>? CountedOn,
    PropertyInfo? CountedOnProperty, Field<TRecord>? OpenUntil);

/// <summary>Reads the attributes of records.</summary>
internal static class RecordType
{
    /// <summary>Reads those of one record.</summary>
    /// <exception cref="InvalidDeclarationException">They contradict one another.</exception>
    public static RecordType<TRecord> Read<TRecord>(DatasetAttribute dataset) where TRecord : class, new()
    {
        var properties = typeof(TRecord).GetProperties().OrderBy(property => property.MetadataToken).ToArray();
        Field<TRecord>[] fields = [.. properties.Select(property => Find<FieldAttribute>(property)?.CreateField<TRecord>(property)
            ?? throw Invalid($"{property.Name} has no attribute that makes it a field, such as [Text] or [Day]"))];

        var keys = properties.Index().Where(property => Find<KeyAttribute>(property.Item) is not null).ToList();
        if (keys is not [var (keyIndex, keyProperty)]) throw Invalid("one property must have [Key], and no more than one");
        if (fields[keyIndex] is not { Type: FieldType.Identifier, IsRequired: true })
            throw Invalid($"{keyProperty.Name} has [Key]: it must be an id and never null");

        var activity = dataset as ActivityAttribute;
        if (activity?.CountedOn is not { } name)
        {
            if (activity?.OpenUntil is not null) throw Invalid("OpenUntil needs CountedOn: only an event can be open");
            return new(fields, fields[keyIndex], keyProperty, null, null, null);
        }

        var dayIndex = Array.FindIndex(properties, property => property.Name == name);
        if (dayIndex < 0 || properties[dayIndex].PropertyType != typeof(DateOnly))
            throw Invalid($"CountedOn is {name}: it must be a day of the record that is never null");
        var openIndex = Array.FindIndex(properties, property => property.Name == activity.OpenUntil);
        if (activity.OpenUntil is { } open && (openIndex < 0 || fields[openIndex].IsRequired))
            throw Invalid($"OpenUntil is {open}: it must be a property of the record that can be null");
        return new(
            fields, fields[keyIndex], keyProperty, fields[dayIndex], properties[dayIndex], openIndex < 0 ? null : fields[openIndex]);

        InvalidDeclarationException Invalid(string why) => new($"{dataset.Name}: {typeof(TRecord).Name}: {why}");
    }

    private static T? Find<T>(PropertyInfo property) where T : Attribute => property.GetCustomAttribute<T>();
}
