using System.Text;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Retention;

/// <summary>The child whose records are to be erased: an identifier, and the fields that hold it.</summary>
/// <param name="FieldName">The name of the hashed fields; null for the agencies' own ids.</param>
/// <param name="Value">The id, or the hash of the identifier.</param>
/// <param name="Agency">The agency whose returns are searched; null for all.</param>
/// <param name="Hash">The keyed hash by which the audit names the child.</param>
internal sealed record ErasureSubject(string? FieldName, string Value, string? Agency, string Hash)
{
    /// <summary>The child that a request names; null where the request does not name exactly one identifier.</summary>
    public static ErasureSubject? FromRequest(ErasureRequest request, IdentifierHasher hash) => request switch
    {
        { Agency.Length: > 0, ChildId: { Length: > 0 } id, NhsNumber: null, Upn: null } =>
            new(null, id, request.Agency, hash.Compute("erased-child", Encoding.UTF8.GetBytes($"{request.Agency}/{id}"))),
        { Agency: null, ChildId: null, NhsNumber: { Length: > 0 } number, Upn: null } =>
            CreateHashed("nhsNumber", number, NhsNumber.TryNormalise, 10, hash),
        { Agency: null, ChildId: null, NhsNumber: null, Upn: { Length: > 0 } upn } => CreateHashed("upn", upn, Upn.TryNormalise, 13, hash),
        _ => null,
    };

    /// <summary>The SQL of a dataset's fields that hold the identifier.</summary>
    public IEnumerable<RecordSql.ChildSql> ListSql(Dataset dataset) => dataset.ChildFields
        .Where(field => FieldName is null ? !field.IsHashed : field.Name == FieldName)
        .Select(field => RecordSql.Get(dataset).Children[field.Name]);

    // As it was read from a return: an identifier with a wrong check digit was hashed as it was sent.
    private static ErasureSubject CreateHashed(string name, string text, Normalise normalise, int length, IdentifierHasher hash)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.Trim());
        var normal = new byte[length];
        var value = normalise(utf8, normal) ? normal : utf8;
        return new(name, hash.Compute(name, value), null, hash.Compute($"erased-{name}", value));
    }

    private delegate bool Normalise(ReadOnlySpan<byte> utf8, Span<byte> normal);
}
