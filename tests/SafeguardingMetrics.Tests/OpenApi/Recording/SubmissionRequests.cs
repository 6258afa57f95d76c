using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.OpenApi;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>
/// Returns of every dataset, checked and submitted. The document shows what those of one dataset are answered.
/// </summary>
internal static class SubmissionRequests
{
    /// <summary>The dataset whose responses the document shows.</summary>
    public const string Shown = "statutory-visits";

    /// <summary>The address at which its example returns are submitted.</summary>
    public const string Address = $"/v1/returns/{Shown}?period=2026-11-01/2026-11-22";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            foreach (var example in ExampleReturn.CreateAll(dataset))
                // What is taken is shown once: where it is submitted.
                await Send(recorder, "checkReturn", example, example.Status == 422 ? example.Name : null, example.Summary);
            foreach (var example in ExampleReturn.CreateAll(dataset))
                await Send(recorder, "submitReturn", example, example.Status == 422 ? "return-rejected" : example.Name, example.Summary);
            // Once more, so that the figures are those of the good return; and again, which changes nothing.
            await Send(recorder, "submitReturn", ExampleReturn.Accepted(dataset), null, "");
            await Send(recorder, "submitReturn", ExampleReturn.Accepted(dataset), "repeated", "The same return again: its first receipt");
        }
    }

    private static async Task Send(ResponseRecorder recorder, string operation, ExampleReturn example, string? name, string summary)
    {
        recorder.Clock.Advance(TimeSpan.FromMinutes(1));
        var (dataset, mediaType) = (example.Dataset, example.Name == "accepted" ? MediaTypes.Json : MediaTypes.Csv);
        var address = $"/v1/returns/{dataset.Name}{(operation == "checkReturn" ? "/check" : "")}?period={dataset.ExamplePeriod}";
        await recorder.Post(
            operation, address, example.Serialize(mediaType), dataset.Name == Shown ? name : null, summary,
            Introduction.GetDemonstrationKey(dataset), mediaType);
    }
}
