using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>The BenchmarkDotNet class of <c>rules</c>, which must be public.</summary>
public class RuleEvaluationBenchmark
{
    /// <summary>The number of records evaluated in one call.</summary>
    public const int Records = 10_000;

    private readonly RuleEvaluator<StatutoryVisit> all = new StatutoryVisits().RuleEvaluator;
    private readonly RuleEvaluator<StatutoryVisit> none = new VisitsWithoutRules().RuleEvaluator;
    private readonly List<StatutoryVisit> visits = [];
    private readonly ReturnContext facts;
    private int broken;

    /// <summary>Reads the records of a simulated return.</summary>
    public RuleEvaluationBenchmark()
    {
        var pattern = Simulated.Visits(MediaTypes.Ndjson);
        Require.That(Period.TryParse(pattern.Period, out var days), pattern.Period);
        facts = new ReturnContext("EXA-CSC", days.From, days.To, London.Today(TimeProvider.System));
        for (var i = 0; visits.Count < Records; i++)
            if (Read(pattern.Records[i % pattern.Records.Count]) is { } visit) visits.Add(visit);
    }

    /// <summary>The subject: rule evaluation as the service does it.</summary>
    [Benchmark]
    public int ByAll()
    {
        var (before, broke) = (broken, Judged(all));
        Require.That(broke > before, "Some of the records break a rule.");
        return broke;
    }

    /// <summary>The baseline: the same loop without rules.</summary>
    [Benchmark]
    public int ByNone() => Judged(none);

    private int Judged(RuleEvaluator<StatutoryVisit> judge)
    {
        foreach (var visit in visits) judge.Evaluate(visit, default, facts, Breach);
        return broken;
    }

    private void Breach(Rule rule, int field) => broken++;

    // Records whose values can all be read.
    private static StatutoryVisit? Read(byte[] record)
    {
        try
        {
            return JsonSerializer.Deserialize<StatutoryVisit>(record, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
