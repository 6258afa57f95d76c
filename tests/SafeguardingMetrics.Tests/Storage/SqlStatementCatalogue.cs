using System.Reflection;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>Every SQL text that the service can send, by the name of the place where it stands.</summary>
internal static class SqlStatementCatalogue
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
    private const BindingFlags Anything = Static | BindingFlags.Instance;

    /// <summary>The texts.</summary>
    public static IReadOnlyList<(string Name, Sql Sql)> All { get; } =
    [
        .. typeof(Sql).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(Static))
            .Where(field => field.FieldType == typeof(Sql))
            .Select(field => ($"{field.DeclaringType!.Name}.{field.Name}", (Sql)field.GetValue(null)!)),
        .. DatasetCatalogue.All.SelectMany(dataset => RecordSql.Get(
            dataset).All.Select((sql, i) => ($"RecordSql.{dataset.Name}.{i}", sql))),
        .. CopiedTable.All.SelectMany(table => new[]
        {
            ($"CopiedTable.{table.Name}.Rows", table.Rows),
            ($"CopiedTable.{table.Name}.Count", table.Count),
        }),
    ];

    /// <summary>The methods that make a text, other than those whose texts are found above.</summary>
    public static IEnumerable<string> ListConstructedElsewhere()
    {
        var constructor = typeof(Sql).GetConstructors().Single();
        foreach (var type in typeof(Sql).Assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(Anything).Cast<MethodBase>().Concat(type.GetConstructors(Anything)))
            {
                // A static field's text is made in its type's static constructor; a record's in RecordSql's own and the
                // lambdas in it, a copied table's in its constructor.
                if (method is ConstructorInfo { IsStatic: true }
                    || type == typeof(RecordSql)
                    || type.DeclaringType == typeof(RecordSql)
                    || type == typeof(CopiedTable))
                    continue;
                if (CallsConstructor(method, constructor)) yield return $"{type.FullName}.{method.Name}";
            }
        }
    }

    // newobj is the byte 0x73, then the constructor's token. A false match is possible in theory and would name a
    // method to look at.
    private static bool CallsConstructor(MethodBase method, ConstructorInfo constructor)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) return false;
        for (var i = 0; i + 4 < code.Length; i++)
            if (code[i] == 0x73 && BitConverter.ToInt32(code, i + 1) == constructor.MetadataToken) return true;
        return false;
    }
}
