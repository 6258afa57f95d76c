namespace SafeguardingMetrics.Simulator.Running;

/// <summary>The command line is invalid; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class CommandLineUsage
{
    public const string Text = """
        Simulates the agencies of Exampleshire: realistic nightly returns, posted to a service or written to files.

          dotnet run --project src/SafeguardingMetrics.Simulator -- --url http://localhost:5080 --days 30

          --url <address>         post to this service
          --out <folder>          write <folder>/<date>/<agency>.<dataset>.<json|ndjson|csv>, and <folder>/returns.csv which lists them
          --days <n>              number of nights (30)
          --end <yyyy-mm-dd>      the last night (yesterday in London)
          --agencies <n>          number of agencies: EXA-CSC, EXA-ICB, EXA-POL, then schools from EXA-SCH-01 (11)
          --scale <x>             factor of children, posts and incidents (1: some 420 open cases)
          --fault-rate <share>    share of records with an injected error, 0 to 1 (0.005)
          --seed <n>              seed of the random numbers (1)
          --key <agency>=<secret> an agency's key, repeatable; the four demonstration keys are built in
          --help                  show this text

        Exit code 0: every return was stored or rejected with its reasons; 1: a return was refused or failed; 2: wrong command line.
        """;
}
