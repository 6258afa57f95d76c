using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SafeguardingMetrics.Tests.Architecture;

/// <summary>Which folders of an assembly use which, read from the compiled code: a namespace is a folder.</summary>
internal static class FolderReferences
{
    /// <summary>
    /// One use of a type in another folder. Folders are below the assembly's own namespace, with dots:
    /// <c>Http.Problems</c>.
    /// </summary>
    internal sealed record Reference(string From, string To, string Type, string Uses);

    /// <summary>Every use of one folder's types in another folder of the assemblies, each pair of types once.</summary>
    /// <param name="assemblies">The assemblies' files; the name of each is the namespace at its top.</param>
    public static IReadOnlyList<Reference> Read(params string[] assemblies)
    {
        var modules = assemblies.Select(path => ModuleDefinition.ReadModule(path)).ToList();
        var ours = modules.Select(module => module.Assembly.Name.Name).ToHashSet();
        return
        [
            .. from module in modules
               from type in module.GetTypes()
               let top = Top(type)
               where IsOurs(top, ours)
               from used in Uses(type)
               let target = Top(used)
               where IsOurs(target, ours) && FolderOf(target) != FolderOf(top)
               group (top, target) by (top.FullName, target.FullName) into pair
               let first = pair.First()
               select new Reference(FolderOf(first.top), FolderOf(first.target), first.top.FullName, first.target.FullName),
        ];
    }

    private static string FolderOf(TypeReference type)
    {
        var root = AssemblyOf(type);
        var folder = type.Namespace[root.Length..].TrimStart('.');
        return root.EndsWith(".Datasets", StringComparison.Ordinal) ? $"Datasets/{folder}" : folder;
    }

    // What a source generator adds stands in namespaces of others.
    private static bool IsOurs(TypeReference type, IEnumerable<string> assemblies) =>
        assemblies.Contains(AssemblyOf(type)) && $"{type.Namespace}.".StartsWith($"{AssemblyOf(type)}.", StringComparison.Ordinal);

    private static string AssemblyOf(TypeReference type) =>
        type.Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.Scope.Name;

    private static TypeReference Top(TypeReference type)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type;
    }

    private static IEnumerable<TypeReference> Uses(TypeDefinition type) =>
        new[] { type.BaseType }
            .Concat(type.Interfaces.Select(of => of.InterfaceType))
            .Concat(type.CustomAttributes.Select(attribute => attribute.AttributeType))
            .Concat(
                type.Fields.SelectMany(field => field.CustomAttributes
                    .Select(attribute => attribute.AttributeType)
                    .Append(field.FieldType)))
            .Concat(type.Properties.SelectMany(property => property.CustomAttributes.Select(attribute => attribute.AttributeType)))
            .Concat(type.GenericParameters.SelectMany(parameter => parameter.Constraints.Select(constraint => constraint.ConstraintType)))
            .Concat(type.Methods.SelectMany(Uses))
            .Where(used => used is not null)
            .SelectMany(Parts);

    private static IEnumerable<TypeReference> Uses(MethodDefinition method) =>
        method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.CustomAttributes.Select(attribute => attribute.AttributeType))
            .Concat(
                method.HasBody
                    ? method.Body.Variables.Select(variable => variable.VariableType).Concat(method.Body.Instructions.SelectMany(Uses))
                    : []);

    private static IEnumerable<TypeReference> Uses(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MethodReference method =>
            [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    // A list of returns uses the return too.
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification part => Parts(part.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
