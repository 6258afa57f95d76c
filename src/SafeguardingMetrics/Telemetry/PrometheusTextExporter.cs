using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Writes what OpenTelemetry has added up as Prometheus reads it (text format 0.0.4), named as OpenTelemetry's
/// compatibility specification says: dots become underscores, a unit is appended, and a counter ends in <c>_total</c>.
/// </summary>
/// <remarks>
/// OpenTelemetry's own exporter for Prometheus has never left beta; what it does beyond the stable SDK is this file.
/// </remarks>
[ExportModes(ExportModes.Pull)]
internal sealed partial class PrometheusTextExporter : BaseExporter<Metric>, IPullMetricExporter
{
    public const string MediaType = "text/plain; version=0.0.4; charset=utf-8";
    private readonly Lock turn = new();
    private readonly StringBuilder text = new();

    public Func<int, bool>? Collect { get; set; }

    /// <summary>Everything that is counted, as of now.</summary>
    public string Read()
    {
        lock (turn)
        {
            text.Clear();
            Collect?.Invoke(5000);
            return text.ToString();
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch) Write(metric);
        return ExportResult.Success;
    }

    private void Write(Metric metric)
    {
        if (metric.MetricType == MetricType.ExponentialHistogram) return;
        var isCounter = metric.MetricType is MetricType.LongSum or MetricType.DoubleSum;
        var unit = metric.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        var name = InvalidCharacterPattern().Replace(metric.Name, "_");
        if (!name.EndsWith(unit, StringComparison.Ordinal)) name += unit;
        if (isCounter) name += "_total";

        if (metric.Description is { Length: > 0 })
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {metric.Description.ReplaceLineEndings(" ")}\n");
        text.Append(CultureInfo.InvariantCulture,
            $"# TYPE {name} {(isCounter ? "counter" : metric.MetricType == MetricType.Histogram ? "histogram" : "gauge")}\n");
        foreach (ref readonly var point in metric.GetMetricPoints())
        {
            var labels = Labels(point.Tags);
            if (metric.MetricType == MetricType.Histogram) WriteHistogram(name, labels, point);
            else Line(name, labels, Value(metric.MetricType, point));
        }
    }

    private void WriteHistogram(string name, string labels, in MetricPoint point)
    {
        var before = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            before += bucket.BucketCount;
            var bound = double.IsPositiveInfinity(bucket.ExplicitBound)
                ? "+Inf"
                : bucket.ExplicitBound.ToString(CultureInfo.InvariantCulture);
            Line(name + "_bucket", labels + (labels.Length == 0 ? "" : ",") + $"le=\"{bound}\"", before);
        }

        Line(name + "_sum", labels, point.GetHistogramSum());
        Line(name + "_count", labels, point.GetHistogramCount());
    }

    private static double Value(MetricType type, in MetricPoint point) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
        MetricType.LongGauge => point.GetGaugeLastValueLong(),
        _ => point.GetGaugeLastValueDouble(),
    };

    private void Line(string name, string labels, double value)
    {
        text.Append(name);
        if (labels.Length > 0) text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Labels(ReadOnlyTagCollection tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags)
        {
            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            labels.Add($"{InvalidCharacterPattern().Replace(key, "_")}=\"{Escape(text)}\"");
        }

        return string.Join(',', labels);
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex InvalidCharacterPattern();
}
