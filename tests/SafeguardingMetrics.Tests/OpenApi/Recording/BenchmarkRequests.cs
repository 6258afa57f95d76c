using System.Globalization;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/benchmarks</c> and <c>/v1/populations</c>, and comparisons with them.</summary>
internal static class BenchmarkRequests
{
    private const string Header = "indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\n";
    private const string Period = "2025-26,2025-04-01,2026-03-31";
    private static readonly decimal[] Authorities = [71.0m, 80.5m, 86.0m, 92.3m];

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await Load(recorder, "loadBenchmarks", "/v1/benchmarks", CreateBenchmarks(), "loaded", "Six rows");
        await Load(
            recorder,
            "loadBenchmarks",
            "/v1/benchmarks",
            Header + $"visits-on-time,county,X1,A county,{Period},101,,\n",
            "invalid-table",
            "");
        await Load(recorder, "loadBenchmarks", "/v1/benchmarks", "", null, "");
        await Load(
            recorder, "loadPopulations", "/v1/populations",
            "dimension,member,validFrom,people\nsex,female,2025-07-01,51200\nsex,male,2025-07-01,53100\n", "loaded", "Two rows");
        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get(
                "listBenchmarks", $"/v1/benchmarks?indicator=visits-on-time&format={format}", "two", "The first two rows", shorten: 2);
            await recorder.Get("listPopulations", $"/v1/populations?dimension=sex&format={format}", "bySex", "By sex");
        }

        await recorder.Get(
            "getComparison", "/v1/indicators/visits-on-time/comparison?from=2026-11-01&to=2026-11-30", "november",
            "A month of the partnership beside a year of others");
        await recorder.Get("getComparison", "/v1/indicators/nothing/comparison");
        await recorder.Get("getComparison", "/v1/indicators/visits-on-time/comparison?period=1066");
    }

    private static async Task Load(ResponseRecorder recorder, string operation, string address, string csv, string? name, string summary) =>
        await recorder.Post(operation, address, csv, name, summary, mediaType: "text/csv");

    private static string CreateBenchmarks() => Header
        + $"visits-on-time,england,E92000001,England,{Period},84.1,,\n"
        + $"visits-on-time,statistical-neighbour,X1,First neighbour,{Period},79.5,1,Very close\n"
        + string.Concat(Authorities.Select((value, i) => string.Create(
            CultureInfo.InvariantCulture, $"visits-on-time,local-authority,X{i + 1},Authority {i + 1},{Period},{value},,\n")));
}
