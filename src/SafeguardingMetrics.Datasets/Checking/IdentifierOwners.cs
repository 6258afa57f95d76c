using System.IO.Hashing;
using System.Runtime.InteropServices;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>Finds an NHS number or UPN that stands for two child ids in one return (rule <c>R12</c>).</summary>
/// <param name="dataset">The dataset of the return.</param>
internal sealed class IdentifierOwners<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
{
    private readonly Field<TRecord>? childId = dataset.Fields.FirstOrDefault(field => field.IsOfChild && !field.IsHashed);
    private readonly int[] hashed = [.. dataset.Fields.Index().Where(field => field.Item.IsHashed).Select(field => field.Index)];
    private readonly Dictionary<UInt128, (UInt128 Child, int Record)> owners = [];
    private readonly long seed = HashSeed.Create();

    /// <summary>False where the dataset has no such identifier, or no child id.</summary>
    public bool IsNeeded => hashed.Length > 0 && childId is not null;

    /// <summary>The fields of the record whose identifier is another child's in an earlier record, with that record's number.</summary>
    /// <param name="record">The record.</param>
    /// <param name="number">Its number in the return, counted from 1.</param>
    public IEnumerable<(int Field, int Other)> FindOthers(TRecord record, int number)
    {
        if (!IsNeeded || childId?.GetStoredValue(record) is not string child) return [];
        List<(int, int)>? found = null;
        foreach (var field in hashed)
        {
            if (dataset.Fields[field].GetStoredValue(record) is string hash && FindOther(hash, child, number) is { } other)
                (found ??= []).Add((field, other));
        }

        return found ?? [];
    }

    // The hashes of NHS numbers and of UPNs differ, so that one table holds both.
    private int? FindOther(string hash, string child, int number)
    {
        var of = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(child.AsSpan()), seed);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(
            owners, XxHash128.HashToUInt128(MemoryMarshal.AsBytes(hash.AsSpan()), seed), out var exists);
        if (!exists) first = (of, number);
        return exists && first.Child != of ? first.Record : null;
    }
}
