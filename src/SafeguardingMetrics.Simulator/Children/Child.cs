namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A child with the details that returns contain: no name, no address.</summary>
internal sealed record Child
{
    public required string Id { get; init; }
    public required DateOnly DateOfBirth { get; init; }
    public required string Sex { get; init; }
    public required string Ethnicity { get; init; }

    /// <summary>Codes separated by <c>;</c>.</summary>
    public required string Disabilities { get; init; }

    public required string NhsNumber { get; init; }
    public required string Upn { get; init; }

    public int AgeOn(DateOnly day)
    {
        var age = day.Year - DateOfBirth.Year;
        return DateOfBirth.AddYears(age) > day ? age - 1 : age;
    }
}
