namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Endpoint metadata: the address, with its parameters in braces, at which what a 201 has created can be read.
/// </summary>
/// <param name="Address">The address.</param>
public sealed record CreatedLocation(string Address);

/// <summary>Declares where endpoints create something.</summary>
public static class CreatedLocationExtensions
{
    /// <summary>Declares the address in the header <c>Location</c> of a 201.</summary>
    public static TBuilder CreatesAt<TBuilder>(this TBuilder endpoint, string address)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new CreatedLocation(address));
}
