namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>One code of a code list.</summary>
/// <param name="Value">The code as it is sent, exact to the letter.</param>
/// <param name="Meaning">What it stands for, in the source's short words.</param>
public sealed record Code(string Value, string Meaning)
{
    /// <summary>Lets a list be declared as pairs.</summary>
    public static implicit operator Code((string Value, string Meaning) pair) => new(pair.Value, pair.Meaning);
}
