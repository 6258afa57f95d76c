// Simulates a partnership's agencies that post returns every night: demonstration data and load for the service.
//
// dotnet run --project src/SafeguardingMetrics.Simulator -- --url http://localhost:5080 --days 30 --agencies 12 --scale
// 1 --fault-rate 0.02 dotnet run --project src/SafeguardingMetrics.Simulator -- --out /tmp/returns --days 7 --end
// 2026-11-21
//
// --help lists every flag (Running/CommandLineUsage.cs). The service calls ExampleshireHistory in process to fill the
// demonstration. The simulator knows the service by its public contract alone, and the datasets by the library.
using SafeguardingMetrics.Simulator.Running;

const int Done = 0, Refused = 1, WrongUsage = 2;

try
{
    var flags = CommandLineOptions.Parse(args, TimeProvider.System);
    if (flags.Help)
    {
        Console.WriteLine(CommandLineUsage.Text);
        return Done;
    }
    using var http = new HttpClient();
    using var folder = flags.Out is { } path ? new ReturnsFolder(path) : null;
    var sender = flags.Url is { } url ? new ReturnSender(http, url, flags.Keys, TimeProvider.System) : null;
    return await new SimulationRunner(flags, Console.Out, sender, folder).Run() ? Done : Refused;
}
catch (UsageException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}{Environment.NewLine}{Environment.NewLine}{CommandLineUsage.Text}");
    return WrongUsage;
}
catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
{
    Console.Error.WriteLine($"The service cannot be reached, or does not answer: {failure.Message}");
    return Refused;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"The returns cannot be written: {failure.Message}");
    return Refused;
}
