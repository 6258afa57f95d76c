using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>
/// Sends a request of every operation and of every problem that can be brought about to a fresh service. The responses
/// are the examples of the document, and are what its schemas are tested with.
/// </summary>
internal static class DocumentedRequests
{
    /// <summary>Sends the requests to a service of their own.</summary>
    public static async Task<IReadOnlyList<RecordedStep>> Send()
    {
        await using var service = new TestService();
        return await Send(service);
    }

    /// <summary>Sends the requests to a service that holds no returns yet.</summary>
    public static async Task<IReadOnlyList<RecordedStep>> Send(TestService service)
    {
        var recorder = new ResponseRecorder(service);
        await SubmissionRequests.Send(recorder);
        await TargetRequests.Send(recorder);
        await BenchmarkRequests.Send(recorder);
        await ScheduleRequests.Send(recorder);
        await CatalogueRequests.Send(recorder);
        await ReturnRequests.Send(recorder);
        await FigureRequests.Send(recorder);
        await DataQualityRequests.Send(recorder);
        await RefusedRequests.Send(recorder);
        await WithdrawalRequests.Send(recorder);
        await AsyncSubmissionRequests.Send(recorder);
        await ErasureRequests.Send(recorder);
        await AgencyRequests.Send(recorder);
        await ClientRequests.Send(recorder);
        await HeldReturnRequests.Send(recorder);
        await ExplanationRequests.Send(recorder);
        await BankHolidayRequests.Send(recorder);
        await ReleaseRequests.Send(recorder);
        return recorder.Steps;
    }

    /// <summary>The examples of the document; of a problem the first that was recorded.</summary>
    public static RecordedResponses ToExamples(IReadOnlyList<RecordedStep> steps) =>
        new([
            .. steps
                .Select(step => step.ToExample())
                .OfType<RecordedResponse>()
                .DistinctBy(example => (example.Operation, example.Status, example.Name, example.MediaType)),
        ]);
}
