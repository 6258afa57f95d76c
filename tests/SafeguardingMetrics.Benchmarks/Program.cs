// Measures the service against baselines in the same run.
//
//   dotnet run -c Release --project tests/SafeguardingMetrics.Benchmarks -- ingest check --table docs/performance.md
//
// Without a name it lists the benchmarks; Asked.cs has the options.
using SafeguardingMetrics.Benchmarks;
using SafeguardingMetrics.Benchmarks.Support;

const int Done = 0, NotDone = 1, WrongUsage = 2;

Asked asked;
try
{
    asked = Asked.Parse(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return WrongUsage;
}

if (asked.Benchmarks.Count == 0)
{
    Console.WriteLine(Asked.Usage);
    return Done;
}

Console.WriteLine(Machine.Description);
var table = new ResultTable();
try
{
    foreach (var benchmark in asked.Benchmarks)
    {
        Console.WriteLine($"\n{benchmark.Name}: {benchmark.Sentence}\nagainst: {benchmark.Baseline}");
        var results = await benchmark.Run(asked.Conditions);
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

if (asked.Table is { } file) table.WriteInto(file);
Console.WriteLine($"\n{table.Markdown}");
return Done;
