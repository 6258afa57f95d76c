namespace SafeguardingMetrics.Tests.Generated;

/// <summary>A file of the repository that follows from the datasets' declarations, or has a part that does.</summary>
/// <param name="Path">Its path under the root.</param>
/// <param name="Text">What it should hold.</param>
internal sealed record GeneratedFile(string Path, string Text)
{
    /// <summary>
    /// A file of which the lines between two markers follow from the declarations; the rest is written by hand.
    /// </summary>
    /// <param name="path">Its path under the root.</param>
    /// <param name="begin">The line before the generated ones.</param>
    /// <param name="end">The line after them.</param>
    /// <param name="lines">The generated lines.</param>
    public static GeneratedFile FromSection(string path, string begin, string end, IEnumerable<string> lines) =>
        FromSections(path, (begin, end, lines));

    /// <summary>A file with several such sections.</summary>
    public static GeneratedFile FromSections(string path, params (string Begin, string End, IEnumerable<string> Lines)[] sections)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(SafeguardingMetrics.Tests.Support.Snapshot.Root, path)).ReplaceLineEndings("\n");
        foreach (var (begin, end, lines) in sections)
        {
            var from = text.IndexOf(begin + "\n", StringComparison.Ordinal);
            var to = text.IndexOf("\n" + end + "\n", Math.Max(from, 0), StringComparison.Ordinal);
            if (from < 0 || to < 0)
                throw new InvalidOperationException($"{path} has no lines '{begin}' and '{end}', between which lines are generated.");
            text = $"{text[..(from + begin.Length)]}\n{string.Concat(lines.Select(line => line + "\n"))}{text[(to + 1)..]}";
        }

        return new(path, text);
    }
}
