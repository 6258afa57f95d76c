using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Throughput of reading and checking records without storing them.</summary>
internal static class Check
{
    private const int Records = 100_000;

    public static readonly Benchmark Declared = new(
        "check",
        "Reading and checking 100,000 statutory-visits, all rules, from bytes in memory; findings are kept as for a return, and "
        + "stored nowhere.",
        "Utf8JsonReader walking the same bytes, or CsvHelper reading the same lines and each value as a string.",
        Target.AtLeast(0.35),
        Run);

    private static readonly (string Name, string MediaType, Func<byte[], int> Baseline)[] Formats =
    [
        ("JSON", MediaTypes.Json, Walk),
        ("NDJSON", MediaTypes.Ndjson, Walk),
        ("CSV", MediaTypes.Csv, ReadLines),
    ];

    private static Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        var results = new List<Result>();
        foreach (var (format, mediaType, baseline) in Formats)
        {
            var pattern = Simulated.Visits(mediaType);
            var records = conditions.Of(Records);
            var body = pattern.Grown(records);
            var megabytes = body.Length / 1e6;
            var rounds = new Rounds();
            for (var round = -1; round < conditions.Rounds * 2; round++)
            {
                // The first round is not counted: it includes JIT compilation.
                var into = round < 0 ? new Rounds() : rounds;
                var counts = into.Subject.Time(() => ValidationPipeline.Run(pattern.Dataset, pattern.Period, mediaType, body));
                Require.That(
                    counts.Received == records && counts.Accepted > records * 0.9,
                    $"{counts.Received} of {records} records were read, {counts.Accepted} accepted.");
                var seen = into.Baseline.Time(() => baseline(body));
                Require.That(seen == records, $"The baseline saw {seen} of {records} records.");
            }

            results.Add(rounds.Speed(format, megabytes, megabytes, "MB/s"));
        }

        return Task.FromResult<IReadOnlyList<Result>>(results);
    }

    private static int Walk(byte[] body)
    {
        var records = 0;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { AllowMultipleValues = true });
        while (json.Read())
            if (json.TokenType == JsonTokenType.EndObject) records++;
        return records;
    }

    private static int ReadLines(byte[] body)
    {
        var (records, letters) = (0, 0L);
        using var csv = new CsvParser(
            new StreamReader(new MemoryStream(body), Encoding.UTF8), new CsvConfiguration(CultureInfo.InvariantCulture));
        csv.Read();
        while (csv.Read())
        {
            for (var i = 0; i < csv.Count; i++) letters += csv[i].Length;
            records++;
        }

        Require.That(letters > records, "The baseline read values.");
        return records;
    }
}
