// Measures the service against baselines in the same run.
//
//   dotnet run -c Release --project tests/SafeguardingMetrics.Benchmarks -- ingest check --table docs/performance.md
//
// Without a name it lists the benchmarks; BenchmarkOptions.cs has the options.
using SafeguardingMetrics.Benchmarks;
using SafeguardingMetrics.Benchmarks.Support;

const int Done = 0, NotDone = 1, WrongUsage = 2;

BenchmarkOptions options;
try
{
    options = BenchmarkOptions.Parse(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return WrongUsage;
}

if (options.Benchmarks.Count == 0)
{
    Console.WriteLine(BenchmarkOptions.Usage);
    return Done;
}

Console.WriteLine(Machine.Description);
var table = new ResultTable();
try
{
    foreach (var benchmark in options.Benchmarks)
    {
        Console.WriteLine($"\n{benchmark.Name}: {benchmark.Sentence}\nagainst: {benchmark.Baseline}");
        var results = await benchmark.Run(options.Conditions);
        if (results.Count == 0) Console.WriteLine($"  {benchmark.Name}: skipped");
        foreach (var result in results)
        {
            var line = table.Add(benchmark, result);
            Console.WriteLine($"  {line}{(result.Note is { } note ? $"\n    {note}" : "")}");
        }
    }
}
catch (NotDoneException fault)
{
    await Console.Error.WriteLineAsync($"NOT DONE: {fault.Message}");
    return NotDone;
}

if (options.Table is { } file) table.WriteInto(file);
Console.WriteLine($"\n{table.Markdown}");
return Done;
