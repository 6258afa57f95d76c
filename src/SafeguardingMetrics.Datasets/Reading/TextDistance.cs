namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>How far two texts are apart: the Levenshtein distance.</summary>
public static class TextDistance
{
    /// <summary>The fewest letters to insert, delete or replace that make one text of the other, without regard to capitals.</summary>
    public static int Get(string one, string other)
    {
        // One row of the usual table is kept.
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var isSame = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                var replaced = diagonal + (isSame ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
