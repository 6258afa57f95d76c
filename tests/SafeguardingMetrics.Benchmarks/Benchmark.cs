namespace SafeguardingMetrics.Benchmarks;

/// <summary>
/// A measurement against a baseline in the same run. Each is declared in its own file and listed in
/// <see cref="BenchmarkCatalogue"/>.
/// </summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Sentence">What is measured.</param>
/// <param name="Baseline">The baseline.</param>
/// <param name="Target">The target of the measured number.</param>
/// <param name="Run">Runs the measurement. Throws where the work was not done, so that no false figure is
/// reported.</param>
internal sealed record Benchmark(
    string Name, string Sentence, string Baseline, Target Target, Func<Conditions, Task<IReadOnlyList<Result>>> Run);
