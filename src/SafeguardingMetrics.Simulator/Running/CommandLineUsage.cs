namespace SafeguardingMetrics.Simulator.Running;

/// <summary>The command line is invalid; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

internal static class CommandLineUsage
{
    public const string Text = """
        Plays the agencies of Exampleshire: nights of believable safeguarding returns, posted to the service or written to files.

          dotnet run --project src/SafeguardingMetrics.Simulator -- --url http://localhost:5080 --days 30

          --url <address>         post to this service
          --out <folder>          write <folder>/<date>/<agency>.<dataset>.<json|ndjson|csv>, and <folder>/returns.csv which lists them
          --days <n>              nights to play (30)
          --end <yyyy-mm-dd>      the last of them (yesterday, by the London clock)
          --agencies <n>          how many post: EXA-CSC, EXA-ICB, EXA-POL, then schools EXA-SCH-01 on (11)
          --scale <x>             times as many children, posts and incidents (1: some 420 open cases)
          --fault-rate <share>    share of records made faulty, 0 to 1 (0.005)
          --seed <n>              another seed is another county (1)
          --key <agency>=<secret> an agency's key, repeatable; the four demonstration keys are known
          --help                  this text

        Ends with 0 if every return was stored or rejected with its reasons, 1 if any was refused or failed, 2 for a wrong command line.
        """;
}
