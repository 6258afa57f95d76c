namespace SafeguardingMetrics.Datasets.Texts;

/// <summary>Finds the name that somebody who misspelt one most likely meant.</summary>
public static class NearestName
{
    // Nothing longer is a misspelling, and the distance takes time in proportion to the length.
    private const int LongestName = 100;

    /// <summary>
    /// The known name nearest to a name by Levenshtein distance, in any letter case; null where more than half of the
    /// letters differ.
    /// </summary>
    /// <param name="name">The name as it was typed.</param>
    /// <param name="known">The names that there are.</param>
    public static string? Find(string name, IEnumerable<string> known)
    {
        if (name.Length is 0 or > LongestName) return null;
        var (nearest, distance) = known
            .Select(candidate => (Name: candidate, Distance: GetDistance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .DefaultIfEmpty((Name: "", Distance: int.MaxValue))
            .MinBy(candidate => candidate.Distance);
        return nearest.Length > 0 && distance * 2 <= Math.Max(name.Length, nearest.Length) ? nearest : null;
    }

    /// <summary>
    /// The fewest letters to insert, delete or replace that make one text of the other (the Levenshtein distance). One
    /// row of the usual table is kept.
    /// </summary>
    public static int GetDistance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
