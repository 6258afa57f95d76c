namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>One record of an <c>examples.csv</c>.</summary>
/// <param name="Line">Its line in the file, counted from 1.</param>
/// <param name="Cells">Its cells by field, without the empty ones.</param>
/// <param name="Period">The period of the return it is sent in.</param>
/// <param name="Breaks">What is to be found in it, each as rule and field: <c>SM02:heldOn</c>.</param>
internal sealed record ExampleRecord(int Line, IReadOnlyDictionary<string, string> Cells, string Period, IReadOnlyList<string> Breaks);
