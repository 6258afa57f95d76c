using System.Text;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Which children the records of a return are about that have findings and are not stored. By this their findings are found when
/// a child is erased; a record's key is seldom the child's.
/// </summary>
/// <param name="dataset">The dataset.</param>
/// <param name="agency">The agency's code.</param>
/// <param name="hash">Hashes the agency's own ids; other identifiers are hashed already.</param>
internal sealed class RejectedChildren(Dataset dataset, string agency, IdentifierHasher hash)
{
    /// <summary>The most hashes of a return: a return of which everything is rejected is not read as a list of children.</summary>
    public const int Most = 10_000;

    private const string Kind = "rejected-child";
    private readonly List<(int Number, string Hash, bool IsRejected)> found = [];
    private readonly bool isOfChildren = dataset.ChildFields.Count > 0;

    /// <summary>True where there are children to be noted, and room for another.</summary>
    public bool TakesMore => isOfChildren && found.Count < Most;

    /// <summary>The hash by which an agency's own id of a child is known again.</summary>
    public static string ComputeHash(IdentifierHasher hash, string agency, string childId) =>
        hash.Compute(Kind, Encoding.UTF8.GetBytes($"{agency}/{childId}"));

    /// <summary>Adds one identifier of a record's child.</summary>
    /// <param name="number">The record's number.</param>
    /// <param name="field">The field, which says which child a record is about.</param>
    /// <param name="value">Its value, as it would be stored.</param>
    /// <param name="isRejected">False for a record that is stored, unless its return is rejected as a whole.</param>
    public void Add(int number, Field field, string value, bool isRejected) =>
        found.Add((number, field.IsHashed ? value : ComputeHash(hash, agency, value), isRejected));

    /// <summary>The hashes of the records that are not stored.</summary>
    /// <param name="ofWholeReturn">True where no record of the return is stored.</param>
    public IEnumerable<(int Number, string Hash)> List(bool ofWholeReturn) =>
        found.Where(one => one.IsRejected || ofWholeReturn).Select(one => (one.Number, one.Hash)).Distinct();
}
