using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// The query parameter <c>bom</c>: whether CSV begins with a byte order mark, by which Excel recognises UTF-8 when a file is opened by
/// double click.
/// </summary>
internal static class ByteOrderMarkParameter
{
    private const string Name = "bom";
    private const string True = "true";

    /// <summary>True where CSV is to begin with a byte order mark.</summary>
    public static bool IsTrue(HttpRequest request) => request.Query[Name] == True;

    /// <summary>
    /// Answers 400 to any other value than <c>true</c>, <c>false</c> and nothing: <c>bom=yes</c> would give a file without the mark.
    /// </summary>
    public static void UseByteOrderMarkCheck(this WebApplication app) => app.Use(next => http =>
        !http.Request.QueryString.HasValue || http.GetEndpoint()?.Metadata.GetMetadata<QueryParameterNames>()?.Contains(Name) != true
        || http.Request.Query[Name] is [] or [null or "" or True or "false"]
            ? next(http)
            : ProblemCatalogue.InvalidParameter
                .ToResult(NameAdvice.Describe("bom is true or false", http.Request.Query[Name].ToString(), [True, "false"]))
                .ExecuteAsync(http));
}
