using Microsoft.AspNetCore.Http.Metadata;

namespace SafeguardingMetrics.Http.Limits;

/// <summary>Marks the routes that take returns: they have a budget, turns and a size of body of their own.</summary>
/// <param name="mostBytes">The most bytes that the web server lets through.</param>
public sealed class SubmissionMetadata(long mostBytes) : IRequestSizeLimitMetadata
{
    /// <inheritdoc/>
    public long? MaxRequestBodySize => mostBytes;
}
