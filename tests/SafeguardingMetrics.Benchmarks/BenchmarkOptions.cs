using System.Globalization;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>The parsed command line.</summary>
/// <param name="Benchmarks">The benchmarks to run, in the order of the table; empty to list all.</param>
/// <param name="Conditions">The conditions of the measurement.</param>
/// <param name="Table">The Markdown file whose table is written; null for none.</param>
internal sealed record BenchmarkOptions(IReadOnlyList<Benchmark> Benchmarks, Conditions Conditions, string? Table)
{
    public static string Usage => $"""
        dotnet run -c Release --project tests/SafeguardingMetrics.Benchmarks -- <name> [<name> …] [options], or all

        {string.Join('\n', BenchmarkCatalogue.All.Select(Describe))}

          --data <directory>   the directory of databases and bodies; on a disk, for meaningful figures (temporary directory)
          --table <file>       write the results into the table of this Markdown file, between its markers
          --rounds <n>         rounds in which subject and baseline alternate (5)
          --size <share>       share of the full size, above 0 (1); the table needs the full size
          --minutes <n>        duration of load (5)
        """;

    private static string Describe(Benchmark benchmark) =>
        $"  {benchmark.Name,-17} {benchmark.Sentence}\n  {"",-17} Against: {benchmark.Baseline}";

    /// <exception cref="FormatException">The command line is invalid; the message says why.</exception>
    public static BenchmarkOptions Parse(string[] arguments)
    {
        var (names, conditions, table) = (new List<string>(), new Conditions(), (string?)null);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!arguments[i].StartsWith("--", StringComparison.Ordinal))
            {
                names.Add(arguments[i]);
                continue;
            }

            var option = arguments[i++];
            var value = i < arguments.Length ? arguments[i] : throw new FormatException($"{option} needs a value.");
            switch (option)
            {
                case "--data": conditions = conditions with { Data = value }; break;
                case "--table": table = value; break;
                case "--rounds": conditions = conditions with { Rounds = (int)Number(option, value, 1) }; break;
                case "--size": conditions = conditions with { Size = Number(option, value, 0.00001) }; break;
                case "--minutes": conditions = conditions with { Duration = TimeSpan.FromMinutes(Number(option, value, 0.01)) }; break;
                default: throw new FormatException($"There is no option {option}.\n\n{Usage}");
            }
        }

        foreach (var name in names)
            if (name != "all" && BenchmarkCatalogue.Find(name) is null)
                throw new FormatException($"There is no benchmark {name}.\n\n{Usage}");
        if (table is not null && conditions.Size != 1) throw new FormatException("Only figures of full size belong in a table.");
        if (table is not null && IsDebug)
            throw new FormatException("Figures of a Debug build do not belong in a table: dotnet run -c Release.");
        return new(
            [.. BenchmarkCatalogue.All.Where(benchmark => names.Contains("all") || names.Contains(benchmark.Name))], conditions, table);
    }

#if DEBUG
    private static bool IsDebug => true;
#else
    private static bool IsDebug => false;
#endif

    private static double Number(string option, string value, double least) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least
            ? number
            : throw new FormatException($"{option} needs a number of at least {least.ToString(CultureInfo.InvariantCulture)}.");
}
