namespace SafeguardingMetrics.Benchmarks;

/// <summary>Something that is measured against a baseline in the same run. Each is declared once, in a file of its own, and listed in <see cref="Catalogue"/>.</summary>
/// <param name="Name">By which it is asked for.</param>
/// <param name="Sentence">What is measured.</param>
/// <param name="Baseline">What it is measured against.</param>
/// <param name="Target">What the measured number is to be.</param>
/// <param name="Run">Measures it. Throws where the work was not done: a figure of nothing would be believed.</param>
internal sealed record Benchmark(string Name, string Sentence, string Baseline, Target Target, Func<Conditions, Task<IReadOnlyList<Result>>> Run);
