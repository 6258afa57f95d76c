namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>
/// How the definitions of two indicators of a dataset hang together, so that whoever reads both can subtract them: a count of one is the same as a
/// count of the other, or a part of it. Disclosure control must know it.
/// </summary>
/// <param name="Whole">The indicator's code.</param>
/// <param name="WholeRole">Which of its counts.</param>
/// <param name="Part">The other indicator's code.</param>
/// <param name="PartRole">Which of its counts.</param>
/// <param name="IsSame">True where part and whole are always the same.</param>
public sealed record CountRelation(string Whole, CountRole WholeRole, string Part, CountRole PartRole, bool IsSame)
{
    /// <summary>Two counts that are always the same.</summary>
    public static CountRelation CreateEqual(string one, CountRole role, string other, CountRole otherRole) => new(one, role, other, otherRole, true);

    /// <summary>A denominator that is part of another.</summary>
    public static CountRelation CreateSubset(string part, string whole) => new(whole, CountRole.Denominator, part, CountRole.Denominator, false);
}
