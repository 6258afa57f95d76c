namespace SafeguardingMetrics.Agencies;

/// <summary>
/// The parsed arguments of a command: positional words, options with a value (<c>--days 90</c>) and switches
/// (<c>--key</c>). Arguments with <c>=</c> are configuration settings and are skipped.
/// </summary>
internal sealed class CommandLineArguments
{
    private readonly Dictionary<string, string?> options = [];

    private CommandLineArguments(string[] words) => Positional = words;

    /// <summary>The arguments that belong to no option.</summary>
    public string[] Positional { get; private set; }

    /// <summary>Parses arguments; null where an option is unknown or lacks its value.</summary>
    public static CommandLineArguments? Parse(IEnumerable<string> arguments, string[] withValue, string[] switches)
    {
        var words = new List<string>();
        var read = new CommandLineArguments([]);
        using var each = arguments.Where(argument => !argument.Contains('=', StringComparison.Ordinal)).GetEnumerator();
        while (each.MoveNext())
        {
            if (!each.Current.StartsWith("--", StringComparison.Ordinal)) words.Add(each.Current);
            else if (switches.Contains(each.Current)) read.options[each.Current] = null;
            else if (withValue.Contains(each.Current) && each.Current is var name && each.MoveNext()) read.options[name] = each.Current;
            else return null;
        }

        read.Positional = [.. words];
        return read;
    }

    /// <summary>True where the option was given.</summary>
    public bool HasOption(string option) => options.ContainsKey(option);

    /// <summary>The value of an option; null where not given.</summary>
    public string? GetValue(string option) => options.GetValueOrDefault(option);

    /// <summary>The comma-separated values of an option; empty where not given.</summary>
    public IReadOnlyList<string> GetList(string option) =>
        GetValue(option)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
}
