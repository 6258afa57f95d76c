using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Explanations;

/// <summary>A query of a record, as the newest return of its agency that is in force, or held, has it.</summary>
/// <param name="Key">The record's key, as it is stored.</param>
/// <param name="Fields">The fields that findings of the rule name in the record: more than one only where none was asked for.</param>
/// <param name="ValuesHash">
/// The hash of the values that the rule reads; null where the record is not stored, since it has an error as well.
/// </param>
internal sealed record ExplainableQuery(string Key, IReadOnlyList<string> Fields, string? ValuesHash)
{
    private static readonly Sql Newest = new("""
        SELECT f.ReturnId, f.RecordKey AS [Key], f.Field
        FROM AgencyReturn r
        JOIN Finding f ON f.ReturnId = r.ReturnId
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.WithdrawnAt IS NULL AND f.RuleCode = @Rule AND f.RecordKey = @Key
            AND (@Field IS NULL OR f.Field = @Field)
            AND (EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL)
                OR EXISTS (SELECT 1 FROM HeldReturn h WHERE h.ReturnId = r.ReturnId AND h.EndedAt IS NULL))
        ORDER BY r.Ordinal DESC, f.FindingNumber
        """);

    /// <summary>Finds a query; null where no return has it.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="asked">The agency, the rule, the key, and the field or null.</param>
    /// <param name="hash">Hashes under the partnership's keys.</param>
    public static async Task<ExplainableQuery?> Find(
        ReadSession reading, Dataset dataset, (string Agency, Rule Rule, string Key, string? Field) asked, IdentifierHasher hash)
    {
        var rows = await reading.Query<FindingRow>(
            Newest, new { asked.Agency, Dataset = dataset.Name, Rule = asked.Rule.Code, asked.Key, asked.Field });
        if (rows.Count == 0) return null;
        var fields = rows.Where(row => row.ReturnId == rows[0].ReturnId).Select(row => row.Field).Distinct().ToList();
        return new(rows[0].Key, fields, await dataset.Accept(new Values(reading, rows[0], asked.Rule, hash)));
    }

    private sealed class Values(ReadSession reading, FindingRow found, Rule rule, IdentifierHasher hash) : IDatasetVisitor<Task<string?>>
    {
        public async Task<string?> Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            await using var rows =
                await reading.Stream(RecordSql.Get(dataset).OfKey, new { found.ReturnId, RecordKey = found.Key });
            if (!await rows.ReadAsync()) return null;
            var record = new TRecord();
            for (var i = 0; i < dataset.Fields.Count; i++) dataset.Fields[i].LoadFromRow(rows, i + 2, record);
            return RuleValues.ComputeHash(dataset, rule, found.Field, record, hash);
        }
    }

    private sealed record FindingRow
    {
        public required string ReturnId { get; init; }

        public required string Key { get; init; }

        public required string Field { get; init; }
    }
}
