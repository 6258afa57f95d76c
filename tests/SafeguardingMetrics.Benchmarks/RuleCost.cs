using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>The cost of evaluating a rule.</summary>
internal static class RuleCost
{
    public static readonly Benchmark Declared = new(
        "rules",
        "Nanoseconds a record a rule: judging statutory-visits by all their rules, less judging them by none, over the number of rules.",
        "Judging by no rules.",
        Target.AtMost(60, "ns"),
        Run);

    private static Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        var least = conditions.Size < 1;
        var job = Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(least ? 1 : 3)
            .WithIterationCount(least ? 1 : 4 * conditions.Rounds);
        if (least) job = job.WithInvocationCount(1).WithUnrollFactor(1);
        using var folder = new WorkingFolder(conditions);
        var summary = BenchmarkRunner.Run<RuleEvaluationBenchmark>(
            ManualConfig.CreateEmpty()
                .AddJob(job)
                .AddLogger(NullLogger.Instance)
                .WithArtifactsPath(folder.Folder("artifacts"))
                .WithOptions(ConfigOptions.DisableOptimizationsValidator | ConfigOptions.DisableLogFile));
        var rules = new StatutoryVisits().Rules.Count;
        var (all, none) = (Least(nameof(RuleEvaluationBenchmark.ByAll)), Least(nameof(RuleEvaluationBenchmark.ByNone)));
        var perRule = (all - none) / RuleEvaluationBenchmark.Records / rules;
        var result = new Result("", Text(all / RuleEvaluationBenchmark.Records), Text(none / RuleEvaluationBenchmark.Records), perRule)
        {
            Note = $"{rules} rules; least of BenchmarkDotNet's iterations; the first two figures are for a record",
        };
        return Task.FromResult<IReadOnlyList<Result>>([result]);

        double Least(string method)
        {
            var report = summary.Reports.FirstOrDefault(one => one.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
            Require.That(
                report is { Success: true, ResultStatistics: not null },
                $"BenchmarkDotNet measured {method}: {string.Join(' ', summary.ValidationErrors)}");
            return report!.ResultStatistics!.Min;
        }

        static string Text(double nanoseconds) => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns/record");
    }
}
