using System.Globalization;
using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Running;

/// <summary>The parsed command line.</summary>
internal sealed record CommandLineOptions
{
    private static readonly DateOnly Earliest = new(2001, 1, 1);
    private static readonly DateOnly Latest = new(2098, 12, 31);

    public Uri? Url { get; private set; }
    public string? Out { get; private set; }
    public int Days { get; private set; } = 30;
    public int Agencies { get; private set; } = 3 + Agency.SchoolsUsually;
    public double Scale { get; private set; } = 1;
    public double FaultRate { get; private set; } = 0.005;
    public int Seed { get; private set; } = 1;
    public DateOnly End { get; private set; }
    public bool Help { get; private set; }

    /// <summary>The key of each agency that has one; the service's demonstration knows these four.</summary>
    public Dictionary<string, string> Keys { get; } = new()
    {
        ["EXA-CSC"] = "demo-social-care",
        ["EXA-ICB"] = "demo-health",
        ["EXA-POL"] = "demo-police",
        ["EXA-SCH-01"] = "demo-school",
    };

    /// <exception cref="UsageException">A flag is unknown, or its value is invalid.</exception>
    public static CommandLineOptions Parse(IReadOnlyList<string> arguments, TimeProvider clock)
    {
        var flags = new CommandLineOptions { End = London.Today(clock).AddDays(-1) };
        for (var index = 0; index < arguments.Count && !flags.Help; index += 2)
            flags.SetOption(arguments[index], index + 1 < arguments.Count ? arguments[index + 1] : "");
        if (!flags.Help && flags.Url is null && flags.Out is null)
            throw new UsageException("Nothing to do: use --url to post, --out to write files, or both.");
        return flags;
    }

    private void SetOption(string flag, string value)
    {
        switch (flag)
        {
            case "--url":
                Url = Uri.TryCreate(value.TrimEnd('/') + "/", UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
                    ? url : throw CreateUsageException(flag, "the URL of the service, e.g. http://localhost:5080");
                break;
            case "--out":
                Out = value.Length > 0 && !value.StartsWith("--", StringComparison.Ordinal)
                    ? value
                    : throw CreateUsageException(flag, "a folder");
                break;
            case "--days":
                Days = ParseInteger(flag, value, 1, 3660);
                break;
            case "--agencies":
                Agencies = ParseInteger(flag, value, 1, 102);
                break;
            case "--seed":
                Seed = ParseInteger(flag, value, 0, int.MaxValue);
                break;
            case "--scale":
                Scale = ParseNumber(flag, value, 0.01, 1000);
                break;
            case "--fault-rate":
                FaultRate = ParseNumber(flag, value, 0, 1);
                break;
            case "--end":
                End = DateOnly.TryParseExact(value, "yyyy-MM-dd", out var end) && end >= Earliest && end <= Latest
                    ? end : throw CreateUsageException(flag, $"a day from {Earliest:yyyy-MM-dd} to {Latest:yyyy-MM-dd}");
                break;
            case "--key":
                if (value.Split('=', 2) is not [{ Length: > 0 } agency, { Length: > 0 } secret])
                    throw CreateUsageException(flag, "agency=secret");
                Keys[agency] = secret;
                break;
            case "--help" or "-h":
                Help = true;
                break;
            default:
                throw new UsageException($"Unknown option '{flag}'.");
        }
    }

    private static int ParseInteger(string flag, string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw CreateUsageException(flag, $"a whole number from {least} to {most}");

    private static double ParseNumber(string flag, string value, double least, double most) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number : throw CreateUsageException(flag, FormattableString.Invariant($"a number from {least} to {most}"));

    private static UsageException CreateUsageException(string flag, string wanted) => new($"{flag} needs {wanted}.");
}
