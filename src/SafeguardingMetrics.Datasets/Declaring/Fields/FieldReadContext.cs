namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>What the fields of one return share while it is read.</summary>
/// <param name="Texts">Texts met before, so that ten thousand records of one team hold one string.</param>
/// <param name="Hash">Turns an NHS number or UPN into the keyed hash that is kept in its place.</param>
public sealed record FieldReadContext(StringPool Texts, IdentifierHasher Hash);
