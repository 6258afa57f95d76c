using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// A keyed hash of the values of a record that a rule reads: by it is known whether one of them has changed, and none of
/// them is kept.
/// </summary>
public static class RuleValues
{
    private const string Kind = "values-of-rule";

    /// <summary>Computes it from a record whose values were read or loaded.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field that the finding names.</param>
    /// <param name="record">The record.</param>
    /// <param name="hash">Hashes under the partnership's keys.</param>
    /// <exception cref="ArgumentException">The dataset has no such field.</exception>
    public static string ComputeHash<TRecord>(
        Dataset<TRecord> dataset, Rule rule, string field, TRecord record, IdentifierHasher hash) where TRecord : class, new()
    {
        for (var i = 0; i < dataset.Fields.Count; i++)
            if (dataset.Fields[i].Name == field) return ComputeHash(dataset, RuleFields.Find(dataset, rule, i), record, hash);
        throw new ArgumentException("The dataset has no such field.", nameof(field));
    }

    internal static string ComputeHash<TRecord>(Dataset<TRecord> dataset, in FieldSet read, TRecord record, IdentifierHasher hash)
        where TRecord : class, new()
    {
        var text = new StringBuilder();
        foreach (var i in read)
        {
            var value = Write(dataset.Fields[i], dataset.Fields[i].GetStoredValue(record));
            // The length before each value: two lists of values never make one text.
            text.Append(CultureInfo.InvariantCulture, $"{dataset.Fields[i].Name} {value?.Length ?? -1} {value}\n");
        }

        return hash.Compute(Kind, SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static string? Write(Field field, object? value) => value switch
    {
        null => null,
        // What stands in the place of the hash of an unusable identifier is another each time.
        string text when field.IsHashed && UnusableIdentifier.IsOne(text) => UnusableIdentifier.Prefix,
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };
}
