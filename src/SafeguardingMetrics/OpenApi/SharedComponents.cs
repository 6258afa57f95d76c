using Microsoft.OpenApi;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Writes what several operations have in common once, under <c>components</c>: problem responses, headers, parameters.
/// The document then grows by little where an operation or a dataset is added.
/// </summary>
internal sealed class SharedComponents(RecordedResponses recorded, ServiceLimits limits) : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (name, schema) in ProblemSchemas.All(swaggerDoc)) swaggerDoc.Components!.Schemas![name] = schema;
        foreach (var problem in ProblemCatalogue.All.Where(problem => problem != ProblemCatalogue.MethodNotAllowed))
            swaggerDoc.AddComponent(problem.Code, new OpenApiExample { Summary = problem.Title, Value = recorded.FindProblem(problem) });
        foreach (var (name, header) in ResponseHeaders.All) swaggerDoc.AddComponent(name, header);
        ReturnRequestFilter.AddComponents(swaggerDoc, limits);
        Vocabularies.AddComponents(swaggerDoc);
    }

    /// <summary>Replaces responses and parameters that occur more than once by references.</summary>
    internal sealed class References : IDocumentFilter
    {
        /// <inheritdoc/>
        public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            var operations = swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values).ToList();
            ShareResponses(swaggerDoc, operations);
            ShareParameters(swaggerDoc, operations);
        }

        private static void ShareResponses(Microsoft.OpenApi.OpenApiDocument document, List<OpenApiOperation> operations)
        {
            var named = new Dictionary<string, string>();
            foreach (var operation in operations)
            {
                foreach (var (status, response) in operation.Responses!.ToList())
                {
                    if (!ProblemResponseFilter.IsProblem(response) && status != "304") continue;
                    var text = Serialize(response);
                    if (!named.TryGetValue(text, out var name))
                    {
                        named[text] = name = GetResponseName(operation, status, response);
                        document.AddComponent(name, (OpenApiResponse)response);
                    }

                    operation.Responses![status] = new OpenApiResponseReference(name, document);
                }
            }
        }

        // One or two problems name their response; more are named by the first operation that answers with them.
        private static string GetResponseName(
            OpenApiOperation operation,
            string status,
            IOpenApiResponse response) => response.Content?.Values.SingleOrDefault()?.Examples switch
            {
                null => "NotModified",
                { Count: <= 2 } examples => string.Join("Or", examples.Keys.Select(ToPascalCase)),
                _ => $"{operation.OperationId}.{status}",
            };

        private static string ToPascalCase(string code) =>
            string.Concat(code.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

        private static void ShareParameters(Microsoft.OpenApi.OpenApiDocument document, List<OpenApiOperation> operations)
        {
            var uses = operations
                .SelectMany(operation => (operation.Parameters
                    ?? []).Select((parameter, place) => (Operation: operation, Place: place, Parameter: parameter)))
                .GroupBy(use => Serialize(use.Parameter)).Where(same => same.Count() > 1).OrderByDescending(same => same.Count());
            var taken = new HashSet<string>();
            foreach (var same in uses)
            {
                var (first, _, parameter) = same.First();
                var name = taken.Add(parameter.Name!) ? parameter.Name! : $"{parameter.Name}.{first.OperationId}";
                document.AddComponent(name, (OpenApiParameter)parameter);
                foreach (var (operation, place, _) in same) operation.Parameters![place] = new OpenApiParameterReference(name, document);
            }
        }

        private static string Serialize(IOpenApiSerializable element)
        {
            using var text = new StringWriter();
            element.SerializeAsV31(new OpenApiJsonWriter(text));
            return text.ToString();
        }
    }
}
