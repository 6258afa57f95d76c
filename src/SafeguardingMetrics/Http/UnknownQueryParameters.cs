using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Patterns;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Http;

/// <summary>
/// Refuses query parameters that an endpoint does not declare. A misspelt parameter would otherwise be ignored, and the
/// answer would be of something else than was asked for: <c>?form=2026-04-01</c> would give the last twelve months.
/// </summary>
internal static class UnknownQueryParameters
{
    /// <summary>
    /// Declares the endpoints of a group to take the query parameters of their handlers and no others.
    /// </summary>
    public static RouteGroupBuilder RefuseUnknownQueryParameters(this RouteGroupBuilder group)
    {
        ((IEndpointConventionBuilder)group).Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder route && endpoint.Metadata.OfType<MethodInfo>().LastOrDefault() is { } handler)
                endpoint.Metadata.Add(QueryParameterNames.Create(handler, route.RoutePattern));
        });
        return group.Problems(ProblemCatalogue.UnknownParameter);
    }

    /// <summary>
    /// Answers 400 where a request has an unknown query parameter. After authorization: who may not ask at all is told
    /// that first.
    /// </summary>
    public static void UseUnknownQueryParameterCheck(this WebApplication app) => app.Use(next => http =>
        !http.Request.QueryString.HasValue || http.GetEndpoint()?.Metadata.GetMetadata<QueryParameterNames>() is not { } names
        || FindUnknown(http.Request.Query, names) is not { } unknown
            ? next(http)
            : ProblemCatalogue.UnknownParameter.ToResult(Describe(unknown.Name, unknown.Position, names)).ExecuteAsync(http));

    private static (string Name, int Position)? FindUnknown(IQueryCollection query, QueryParameterNames names)
    {
        var position = 0;
        foreach (var (name, _) in query)
        {
            position++;
            if (!names.Contains(name)) return (name, position);
        }

        return null;
    }

    // The name that was sent is repeated only where it is near one that is known: it can be anything, such as a child's
    // name.
    private static string Describe(string unknown, int position, QueryParameterNames names)
    {
        var known = names.Names.Count == 0
            ? "The address takes no query parameters."
            : $"Known are: {string.Join(", ", names.Names)}.";
        return ParameterAdvice.Find(unknown, names) is { } advice && QuotedText.Create(unknown) is { } quoted
            ? $"There is no parameter {quoted} at this address{advice} {known}"
            : string.Create(CultureInfo.InvariantCulture, $"Parameter {position} of the query is not known at this address. {known}");
    }
}

/// <summary>Metadata of an endpoint: the query parameters that its handler declares.</summary>
/// <param name="Names">The names, in the order of the handler's parameters.</param>
/// <param name="Headers">The headers that the handler declares.</param>
internal sealed record QueryParameterNames(IReadOnlyList<string> Names, IReadOnlyList<string> Headers)
{
    /// <summary>
    /// Reads the names from a handler's parameters, and from the properties of those marked <c>[AsParameters]</c>.
    /// </summary>
    public static QueryParameterNames Create(MethodInfo handler, RoutePattern route)
    {
        var (names, headers) = (new List<string>(), new List<string>());
        foreach (var parameter in handler.GetParameters())
        {
            if (!parameter.IsDefined(typeof(AsParametersAttribute)))
                AddName(parameter.Name!, parameter.ParameterType, parameter.GetCustomAttributes());
            else foreach (var property in parameter.ParameterType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                AddName(property.Name, property.PropertyType, GetAttributes(property));
        }

        return new QueryParameterNames(names, headers);

        void AddName(string name, Type type, IEnumerable<Attribute> attributes)
        {
            if (attributes.OfType<IFromHeaderMetadata>().FirstOrDefault() is { } header) headers.Add(header.Name ?? name);
            else if (attributes.OfType<IFromQueryMetadata>().FirstOrDefault() is { } declared) names.Add(declared.Name ?? name);
            else if (IsText(type) && !attributes.Any(IsOtherSource) && route.GetParameter(name) is null) names.Add(ToCamelCase(name));
        }
    }

    /// <summary>True of a declared name, in any letter case, as ASP.NET Core binds it.</summary>
    public bool Contains(string name)
    {
        foreach (var known in Names)
            if (known.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // Attributes of a record's property may stand at the parameter of its constructor.
    private static IEnumerable<Attribute> GetAttributes(PropertyInfo property) =>
        property.GetCustomAttributes().Concat(property.DeclaringType!.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
                .Where(parameter => parameter.Name == property.Name).SelectMany(parameter => parameter.GetCustomAttributes()));

    private static bool IsOtherSource(Attribute attribute) =>
        attribute is IFromHeaderMetadata or IFromRouteMetadata or IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata;

    // The types that ASP.NET Core binds from the query: text, what can be parsed from text, and arrays of those.
    private static bool IsText(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? (type.IsArray ? type.GetElementType()! : type);
        return inner == typeof(string) || inner.IsEnum
            || Array.Exists(inner.GetInterfaces(), one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IParsable<>));
    }

    private static string ToCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
