using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of the catalogues: datasets, indicators, problems; and of the service's health.</summary>
internal static class CatalogueRequests
{
    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        await recorder.Get("listDatasets", "/v1/datasets", "two", "The first two", shorten: 2);
        await recorder.Get("getDataset", "/v1/datasets/school-attendance", "schoolAttendance", "School attendance");
        await recorder.Get(
            "getTemplate", "/v1/datasets/statutory-visits/template.csv", "statutoryVisits", "The header line of statutory visits");
        await recorder.Get("getRecordSchema", "/v1/datasets/police-notifications/schema", "policeNotifications", "A police notification");
        await recorder.Get("listRules", "/v1/datasets/statutory-visits/rules", "four", "The first four", shorten: 4);
        foreach (var dataset in DatasetCatalogue.All)
        {
            await recorder.Get("getDataset", $"/v1/datasets/{dataset.Name}");
            await recorder.Get("listRules", $"/v1/datasets/{dataset.Name}/rules");
        }

        await recorder.Get("listIndicators", "/v1/indicators", "first", "The first", shorten: 1);
        await recorder.Get("getIndicator", "/v1/indicators/visits-on-time", "visitsOnTime", "Statutory visits on time");
        await recorder.Get("listProblems", "/problems", "two", "The first two", key: null, shorten: 2);
        await recorder.Get("explainProblem", "/problems/return-rejected", "returnRejected", "A rejected return", key: null);
        await recorder.Get("isLive", "/health/live", "live", "The service is running", key: null);
        await recorder.Get("isReady", "/health/ready", "ready", "The service can answer requests", key: null);
    }
}
