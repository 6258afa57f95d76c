using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.OpenApi;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>A walk through every operation and every problem that can be brought about: what was asked, and what the service answered.</summary>
internal sealed partial class DocumentedRequests
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<Step> steps = [];
    private readonly Dictionary<string, string> ids = [];
    private readonly TestService service;

    private DocumentedRequests(TestService service) => this.service = service;

    /// <summary>Walks, on a fresh service.</summary>
    public static async Task<IReadOnlyList<Step>> Run()
    {
        await using var service = new TestService();
        return await Run(service);
    }

    /// <summary>Walks, on a service that is fresh.</summary>
    public static async Task<IReadOnlyList<Step>> Run(TestService service)
    {
        var walk = new DocumentedRequests(service);
        await walk.Send();
        await walk.SetTargets();
        await walk.SetSchedules();
        await walk.ReadAll();
        await walk.ProvokeProblems();
        await walk.Withdraw();
        await walk.SubmitAsync();
        await walk.EraseChild();
        await walk.Administer();
        return walk.steps;
    }

    /// <summary>What the document shows of a walk, as <c>answers.json</c> has it.</summary>
    public static string Serialize(IReadOnlyList<Step> steps) => JsonSerializer.Serialize(
        steps.Where(step => step.Name is not null).Select(step => new RecordedResponse(
            step.IsOfAnyOperation ? RecordedResponses.OfAProblem : step.Status == 202 ? RecordedResponses.OfAcceptance : step.Operation, step.Status, step.Name!, step.Summary, step.MediaType, Shortened(step))), Written) + "\n";

    private async Task Send()
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            foreach (var example in ExampleReturn.CreateAll(dataset)) await Post("Check", example, example.Name, example.Summary);
            foreach (var example in ExampleReturn.CreateAll(dataset)) await Post("Submit", example, example.Status == 422 ? "return-rejected" : example.Name, example.Summary);
            // Once more, so that the figures are of the good return; and again, which changes nothing.
            await Post("Submit", ExampleReturn.Accepted(dataset), null, "");
            await Post("Submit", ExampleReturn.Accepted(dataset), "repeated", "The first receipt of the same return");
        }
    }

    private async Task SetTargets()
    {
        const string Setting = """{"indicator":"visits-on-time","validFrom":"2026-04-01","value":90,"tolerance":5}""";
        var told = await Send("setTarget", "set", "A target of the whole partnership", "/v1/targets", Setting);
        await Send("setTarget", "repeated", "The target that stood already", "/v1/targets", Setting);
        await Send("setTarget", "invalid-target", "", "/v1/targets", """{"indicator":"visits-on-time","validFrom":"2026-04-01","value":900}""", isOfAny: true);
        await Send("setTarget", null, "", "/v1/targets", "{");
        await Send("setTarget", null, "", "/v1/targets", "", "text/plain");
        await Get("getTarget", $"/v1/targets/{told.Json["targetId"]}", "aTarget", "A target of the whole partnership");
        foreach (var format in new[] { "json", "csv" })
            await Get("listTargets", $"/v1/targets?indicator=visits-on-time&format={format}", "standing", "Those that stand");
        await Get("getTarget", $"/v1/targets/{Guid.Empty}", "unknown-target", "A problem of any operation", isOfAny: true);
        await Get("listTargets", "/v1/targets?history=yes", null, "");

        using (var client = service.CreateClientFor("demo-admin"))
        {
            var other = await Send("setTarget", null, "", "/v1/targets", """{"indicator":"vacancy-rate","validFrom":"2026-04-01","value":10,"locality":"East"}""");
            foreach (var (name, isOfAny) in new[] { ("withdrawn", false), ("target-ended", true) })
            {
                using var response = await client.DeleteAsync($"/v1/targets/{other.Json["targetId"]}");
                await RecordResponse("withdrawTarget", name, isOfAny ? "A problem of any operation" : "The target, with the instant at which it ended", response, isOfAny: isOfAny);
            }

            using var unknown = await client.DeleteAsync($"/v1/targets/{Guid.Empty}");
            await RecordResponse("withdrawTarget", null, "", unknown);
        }

        const string Header = "indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\n";
        const string Period = "2025-26,2025-04-01,2026-03-31";
        await Send("loadBenchmarks", "loaded", "Six rows", "/v1/benchmarks", Header + $"visits-on-time,england,E92000001,England,{Period},84.1,,\nvisits-on-time,statistical-neighbour,X1,First neighbour,{Period},79.5,1,Very close\n"
            + string.Concat(new[] { 71.0m, 80.5m, 86.0m, 92.3m }.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"visits-on-time,local-authority,X{i + 1},Authority {i + 1},{Period},{value},,\n"))), "text/csv");
        await Send("loadBenchmarks", "invalid-table", "", "/v1/benchmarks", Header + $"visits-on-time,county,X1,A county,{Period},101,,\n", "text/csv", isOfAny: true);
        await Send("loadBenchmarks", null, "", "/v1/benchmarks", "", "text/csv");
        await Send("loadPopulations", "loaded", "Two rows", "/v1/populations", "dimension,member,validFrom,people\nsex,female,2025-07-01,51200\nsex,male,2025-07-01,53100\n", "text/csv");
        foreach (var format in new[] { "json", "csv" })
        {
            await Get("listBenchmarks", $"/v1/benchmarks?indicator=visits-on-time&format={format}", "two", "Two of them", shorten: 2);
            await Get("listPopulations", $"/v1/populations?dimension=sex&format={format}", "bySex", "By sex");
        }

        await Get("getComparison", "/v1/indicators/visits-on-time/comparison?from=2026-11-01&to=2026-11-30", "november", "A month beside a year");
        await Get("getComparison", "/v1/indicators/nothing/comparison", null, "");
        await Get("getComparison", "/v1/indicators/visits-on-time/comparison?period=1066", null, "");
    }

    private async Task EraseChild()
    {
        await Get("listAudit", "/v1/audit?act=load-populations&limit=1", "oneAct", "Populations were loaded");
        foreach (var format in new[] { "csv", "ndjson" }) await Get("listAudit", $"/v1/audit?act=load-populations&format={format}", "oneLine", "Populations were loaded: one line");
        await Get("listAudit", "/v1/audit?act=dance", null, "");
        await Send("eraseChild", "erased", "A child's records of one agency", "/v1/erasures", """{"agency":"EXA-CSC","childId":"C-1042"}""");
        await Send("eraseChild", "invalid-erasure", "", "/v1/erasures", """{"childId":"C-1042"}""", isOfAny: true);
        await Send("eraseChild", null, "", "/v1/erasures", "{");
        await Send("eraseChild", null, "", "/v1/erasures", "", "text/plain");
    }

    private async Task SetSchedules()
    {
        using var client = service.CreateClientFor("demo-admin");
        using (var setting = new StringContent("""{ "validFrom": "2026-11-16", "frequency": "week", "dueDays": 1, "dueTime": "12:00" }""", Encoding.UTF8, MediaTypes.Json))
        using (var response = await client.PutAsync("/v1/return-schedule/school-attendance/EXA-SCH-02", setting)) await RecordResponse("setSchedule", "weekly", "Each week by Monday noon", response);
        using (var setting = new StringContent("""{ "validFrom": "2026-11-02", "frequency": "week", "dueDays": 1, "dueTime": "12:00" }""", Encoding.UTF8, MediaTypes.Json))
        using (var response = await client.PutAsync("/v1/return-schedule/school-attendance/EXA-SCH-01", setting)) await RecordResponse("setSchedule", null, "", response);
        foreach (var (address, text) in new[] { ("school-attendance/EXA-SCH-01", "{}"), ("nothing/EXA-SCH-01", "{}"), ("school-attendance/NOBODY", "{}") })
        {
            using var setting = new StringContent(text, Encoding.UTF8, MediaTypes.Json);
            using var response = await client.PutAsync($"/v1/return-schedule/{address}", setting);
            await RecordResponse("setSchedule", null, "", response);
        }

        foreach (var format in new[] { "json", "csv" })
        {
            await Get("listSchedule", $"/v1/return-schedule?dataset=school-attendance&format={format}", "ofADataset", "Two schools");
            await Get("listOverdue", $"/v1/return-schedule/overdue?dataset=school-attendance&asOf=2026-11-23T18:00:00Z&format={format}", "ofADataset", "A week of a school that has sent nothing, six hours late on Monday evening");
            await Get("listScores", $"/v1/data-quality/scores?from=2026-11-01&to=2026-11-30&by=agency&format={format}", "byAgency", "By agency: two", shorten: 2);
        }

        await Get("listScores", "/v1/data-quality/scores?by=field", null, "");
        await Get("listScores", "/v1/data-quality/scores?by=colour", null, "");
        await Get("listSchedule", "/v1/return-schedule?knownAt=then", null, "");
        await Get("listOverdue", "/v1/return-schedule/overdue?asOf=then", null, "");
        foreach (var address in new[] { "school-attendance/EXA-SCH-02?from=2026-11-23", "school-attendance/EXA-SCH-02?from=then", "nothing/EXA-SCH-02" })
        {
            using var response = await client.DeleteAsync($"/v1/return-schedule/{address}");
            await RecordResponse("removeSchedule", address.EndsWith("23", StringComparison.Ordinal) ? "ended" : null, "One that is owed until a day", response);
        }
    }

    private async Task ReadAll()
    {
        var id = LastAccepted("statutory-visits");
        var faulty = (string)JsonNode.Parse(steps.Single(step => step is { Operation: "submitStatutoryVisits", Name: "withFindings" }).Text)!["returnId"]!;
        await Get("listDatasets", "/v1/datasets", "two", "Two of them", shorten: 2);
        await Get("getDataset", "/v1/datasets/school-attendance", "schoolAttendance", "School attendance");
        await Get("getTemplate", "/v1/datasets/statutory-visits/template.csv", "statutoryVisits", "The header of statutory visits");
        await Get("getRecordSchema", "/v1/datasets/police-notifications/schema", "policeNotifications", "A police notification");
        await Get("listRules", "/v1/datasets/statutory-visits/rules", "four", "Four of them", shorten: 4);
        await Get("listReturns", "/v1/returns?dataset=statutory-visits&from=2026-11-01&to=2026-11-30", "statutoryVisits", "One that counts, two that it superseded, one that was rejected", "demo-social-care");
        await Get("listReturns", "/v1/returns?limit=1", null, "", "demo-analyst");
        await Get("getReturn", $"/v1/returns/{id}", "receipt", "As it was given, with the status of now", "demo-social-care");
        await Get("listFindings", $"/v1/returns/{faulty}/findings", "findings", "Every finding", "demo-social-care");
        await Get("listFindings", $"/v1/returns/{faulty}/findings?format=csv", "findings", "Every finding", "demo-social-care");
        await Get("listIndicators", "/v1/indicators", "two", "Two of them", shorten: 2);
        await Get("getIndicator", "/v1/indicators/visits-on-time", "visitsOnTime", "Statutory visits on time");
        foreach (var format in new[] { "json", "csv" })
        {
            await Get("listValues", $"/v1/indicators/visits-on-time/values?from=2026-10-01&to=2026-11-30&format={format}", "byMonth", "Two months, of the first of which nothing is known");
            await Get("listValues", $"/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30&by=locality&format={format}", "byLocality", "A month by locality");
            await Get("listIndicatorValues", $"/v1/indicator-values?codes=visits-on-time,visit-lateness&from=2026-11-01&to=2026-11-30&format={format}", "twoIndicators", "A percentage, and a length of time with its 90th centile");
            await Get("getChart", $"/v1/indicators/visits-on-time/chart?from=2026-10-26&to=2026-11-29&interval=week&format={format}", "byWeek", "Five weeks, of which one has a figure and the last is not over");
            await Get("listCases", $"/v1/indicators/visits-on-time/cases?from=2026-11-01&to=2026-11-30&by=locality&member=East&format={format}", "ofAMember", "The visits of one locality", "demo-analyst");
            await Get("listValues", $"/v1/indicators/unallocated-cases/values?from=2026-11-01&to=2026-11-30&by=locality,ethnicity&format={format}", "crossed", "A month by locality and ethnicity");
            await Get("listDataQuality", $"/v1/data-quality?from=2026-11-01&to=2026-11-30&by=agency&format={format}", "byAgency", "By agency: the first", shorten: 1);
            await Get("listDataQuality", $"/v1/data-quality?from=2026-11-01&to=2026-11-30&by=rule&format={format}", "byRule", "By rule: the first", shorten: 1);
        }

        await Get("listIndicatorValues", "/v1/indicator-values?codes=visits-on-time&from=2026-10-01&to=2026-11-30&updatedSince=2026-11-22", null, "");
        await Get("listIndicatorValues", "/v1/indicator-values?codes=visits-on-time&from=2026-11-01&to=2026-11-30&format=parquet", null, "");
        await Get("getPowerQuery", "/v1/indicator-values/powerquery?codes=visits-on-time,visit-lateness&by=locality", "byLocality", "Two indicators by locality");
        await Get("getPowerQuery", "/v1/indicator-values/powerquery?codes=nothing", null, "");
        await Get("getPowerQuery", "/v1/indicator-values/powerquery?interval=fortnight", null, "");
        await Get("getLineage", "/v1/indicators/visits-on-time/lineage?from=2026-11-01&to=2026-11-30", "visitsOnTime", "What a month's figure rests on", "demo-analyst");
        foreach (var (_, indicator) in DatasetCatalogue.Indicators)
        {
            await Get("listValues", $"/v1/indicators/{indicator.Code}/values?from=2026-11-01&to=2026-11-30&interval=week", null, "");
            await Get("listCases", $"/v1/indicators/{indicator.Code}/cases?from=2026-11-01&to=2026-11-30&limit=1", null, "", "demo-analyst");
        }

        foreach (var dataset in DatasetCatalogue.All)
        {
            await Get("getDataset", $"/v1/datasets/{dataset.Name}", null, "");
            await Get("listRules", $"/v1/datasets/{dataset.Name}/rules", null, "");
        }

        await Get("listDataQuality", "/v1/data-quality?by=month", null, "");
        await Get("listDataQuality", "/v1/data-quality?by=dataset", null, "");
        await Get("listProblems", "/problems", "two", "Two of them", null, shorten: 2);
        await Get("explainProblem", "/problems/return-rejected", "returnRejected", "A rejected return", null);
        await Get("isLive", "/health/live", "alive", "It lives", null);
        await Get("isReady", "/health/ready", "ready", "It can work", null);
    }

    private async Task ProvokeProblems()
    {
        const string Visits = "/v1/returns/statutory-visits?period=2026-11-01/2026-11-22";
        const string Any = "A problem of any operation";
        await Get("listReturns", "/v1/returns", "unauthenticated", Any, null, isOfAny: true);
        await Get("listReturns", "/v1/returns", "not-permitted", Any, "demo-board", isOfAny: true);
        await Get("listValues", "/v1/indicators/visits-on-time/values?interval=week", "full-figures-only", Any, "demo-board", isOfAny: true);
        await Problem("submitStatutoryVisits", "other-sector", Visits, "[]", key: "demo-police");
        await Get("getDataset", "/v1/datasets/nothing", "unknown-dataset", Any, isOfAny: true);
        await Get("getIndicator", "/v1/indicators/nothing", "unknown-indicator", Any, isOfAny: true);
        await Get("getReturn", $"/v1/returns/{Guid.Empty}", "unknown-return", Any, isOfAny: true);
        await Get("explainProblem", "/problems/nothing", "not-found", Any, null, isOfAny: true);
        await Get("listValues", "/v1/indicators/visits-on-time/values?interval=fortnight", "invalid-parameter", Any, isOfAny: true);
        await Get("listIndicatorValues", "/v1/indicator-values?interval=day&from=2026-01-01&to=2035-12-31", "too-many-figures", Any, isOfAny: true);
        await Problem("submitStatutoryVisits", "invalid-period", "/v1/returns/statutory-visits?period=November", "[]");
        await Problem("submitStatutoryVisits", "unreadable-body", Visits, "[\n  { \"visitId\": \"V-1\", }\n]");
        await Problem("submitStatutoryVisits", "damaged-body", Visits, "[]", packing: "gzip");
        await Problem("submitStatutoryVisits", "unsupported-media-type", Visits, "<visits/>", mediaType: "application/xml");
        await Problem("submitStatutoryVisits", "period-ahead", "/v1/returns/statutory-visits?period=2027-01", "[]");
        await Problem("submitStatutoryVisits", "too-large", Visits, new TooMuch());
        await Problem("checkStatutoryVisits", null, "/v1/returns/statutory-visits/check?period=2027-01", "[]");
        await Problem("checkStatutoryVisits", null, "/v1/returns/statutory-visits/check?period=2026-11", "{");
        foreach (var (operation, address) in new[]
        {
            ("listReturns", "/v1/returns?limit=0"), ("listFindings", $"/v1/returns/{Guid.Empty}/findings?cursor=!"), ("listIndicatorValues", "/v1/indicator-values?by=colour"),
            ("listCases", "/v1/indicators/visits-on-time/cases?member=East"), ("listDataQuality", "/v1/data-quality?by=colour"), ("listFindings", $"/v1/returns/{Guid.Empty}/findings"),
            ("listRules", "/v1/datasets/nothing/rules"), ("getTemplate", "/v1/datasets/nothing/template.csv"), ("getRecordSchema", "/v1/datasets/nothing/schema"), ("listValues", "/v1/indicators/nothing/values"),
            ("listCases", "/v1/indicators/nothing/cases"), ("getLineage", "/v1/indicators/visits-on-time/lineage?member=East"), ("getLineage", "/v1/indicators/nothing/lineage"),
            ("getChart", "/v1/indicators/nothing/chart"), ("getChart", "/v1/indicators/visits-on-time/chart?baseline=3"), ("listIndicatorValues", "/v1/indicator-values?codes=nothing"),
        })
            await Get(operation, address, null, "");
    }

    private async Task Withdraw()
    {
        var id = LastAccepted("statutory-visits");
        using var client = service.CreateClientFor("demo-social-care");
        foreach (var (name, isOfAny) in new[] { ("withdrawn", false), ("not-withdrawable", true) })
        {
            service.Clock.Advance(TimeSpan.FromMinutes(1));
            using var response = await client.DeleteAsync($"/v1/returns/{id}");
            await RecordResponse("withdrawReturn", name, isOfAny ? "A problem of any operation" : "The receipt, with the status of now", response, isOfAny: isOfAny);
        }

        using var unknown = await client.DeleteAsync($"/v1/returns/{Guid.Empty}");
        await RecordResponse("withdrawReturn", null, "", unknown);
    }

    private async Task SubmitAsync()
    {
        const string Visits = "/v1/returns/statutory-visits?period=2026-11-01/2026-11-22";
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = service.CreateClientFor("demo-social-care");
        async Task<HttpResponseMessage> Post(string text, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Visits) { Content = new StringContent(text, Encoding.UTF8, MediaTypes.Json) };
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            return await client.SendAsync(request);
        }

        foreach (var (name, summary, example) in new[] { ("stored", "It is stored: the receipt", ExampleReturn.Accepted(DatasetCatalogue.Find("statutory-visits")!).Serialize(MediaTypes.Json)), ("return-rejected", "It was rejected", """[{"visitId":"V-1"}]""") })
        {
            using var accepted = await Post(example, ("Prefer", "respond-async"));
            await RecordResponse("submitStatutoryVisits", name == "stored" ? "accepted" : null, "Accepted, to be worked on presently", accepted);
            HttpResponseMessage response;
            do
            {
                await Task.Delay(50);
                response = await client.GetAsync(accepted.Headers.Location);
            }
            while (response.StatusCode == HttpStatusCode.Accepted);
            using (response) await RecordResponse("getSubmission", name, summary, response);
        }

        using var unknown = await client.GetAsync($"/v1/submissions/{Guid.Empty}");
        await RecordResponse("getSubmission", "unknown-submission", "A problem of any operation", unknown, isOfAny: true);
        using var invalid = await Post("[]", ("Idempotency-Key", "\"unended"));
        await RecordResponse("submitStatutoryVisits", "invalid-idempotency-key", "A problem of any operation", invalid, isOfAny: true);
        using var first = await Post("[]", ("Idempotency-Key", "\"monday\""));
        using var other = await Post("[ ]", ("Idempotency-Key", "\"monday\""));
        await RecordResponse("submitStatutoryVisits", "idempotency-key-reused", "A problem of any operation", other, isOfAny: true);
        using var deep = await Post($"[{{\"visitId\":{new string('[', 40)}");
        await RecordResponse("submitStatutoryVisits", "too-deep", "A problem of any operation", deep, isOfAny: true);
        using var wide = await Post($"[{{{string.Join(',', Enumerable.Range(0, 1001).Select(i => $"\"f{i}\":1"))}}}]");
        await RecordResponse("submitStatutoryVisits", "too-many-fields", "A problem of any operation", wide, isOfAny: true);
    }

    private async Task Administer()
    {
        using var client = service.CreateClientFor("demo-admin");
        foreach (var (name, called) in new[] { ("added", "Exampleshire School 9"), ("named", "Exampleshire Academy"), ("invalid-agency", "") })
        {
            using var setting = new StringContent(new JsonObject { ["name"] = called, ["sector"] = "school" }.ToJsonString(), Encoding.UTF8, MediaTypes.Json);
            using var response = await client.PutAsync("/v1/agencies/EXA-SCH-09", setting);
            await RecordResponse("setAgency", name, called.Length == 0 ? "A problem of any operation" : called, response, isOfAny: called.Length == 0);
        }

        foreach (var format in new[] { "json", "csv" }) await Get("listAgencies", $"/v1/agencies?format={format}", "two", "Two of them", shorten: 2);
        await Get("listAgencies", "/v1/agencies?format=xml", null, "");
        const string Vendor = """{"name":"Records for schools","permissions":["submit","read-returns"],"agencies":["EXA-SCH-02","EXA-SCH-03"]}""";
        var id = (string)(await Send("addClient", "vendor", "A vendor's system that acts for two schools", "/v1/clients", Vendor)).Json["clientId"]!;
        await Send("addClient", "invalid-client", "", "/v1/clients", """{"name":"Board","permissions":["submit"]}""", isOfAny: true);
        await Send("addClient", null, "", "/v1/clients", "{");
        var key = (await Send("addKey", "first", "The one answer that shows it", $"/v1/clients/{id}/keys", """{"expiresOn":"2027-11-22"}""")).Json;
        await Send("addKey", null, "", $"/v1/clients/{id}/keys", """{"graceDays":7}""");
        await Send("addKey", "too-many-keys", "", $"/v1/clients/{id}/keys", "{}", isOfAny: true);
        await Send("addKey", null, "", $"/v1/clients/{id}/keys", """{"graceDays":-1}""");
        await Send("addKey", "unknown-client", "", $"/v1/clients/{Guid.Empty}/keys", "{}", isOfAny: true);
        await Get("listReturns", "/v1/returns", "other-agency", "", (string)key["key"]!, isOfAny: true);
        const string Form = "application/x-www-form-urlencoded";
        await Send("getToken", "token", "A token for half an hour", "/oauth2/token", "grant_type=client_credentials&client_id=demo-board&client_secret=demo-board", Form);
        await Send("getToken", "invalidClient", "A secret that is not the key's", "/oauth2/token", "grant_type=client_credentials&client_id=demo-board&client_secret=nothing", Form);
        await Send("getToken", "invalidScope", "More than the client may do", "/oauth2/token", "grant_type=client_credentials&client_id=demo-board&client_secret=demo-board&scope=administer", Form);
        foreach (var (operation, name, address) in new[] { ("revokeKey", "revoked", $"/v1/clients/{id}/keys/{key["keyId"]}"), ("revokeKey", null, $"/v1/clients/{id}/keys/{Guid.Empty}"), ("endClient", "ended", $"/v1/clients/{id}"), ("endClient", null, $"/v1/clients/{Guid.Empty}") })
        {
            using var response = await client.DeleteAsync(address);
            await RecordResponse(operation, name, "The vendor's system, then", response);
        }

        await Get("getClient", $"/v1/clients/{id}", "ended", "One that has ended");
        await Get("getClient", $"/v1/clients/{Guid.Empty}", null, "");
        await Get("listClients", "/v1/clients", "two", "Two of them", shorten: 2);
    }

    // As the ids stand in the service, not as they are written down.
    private string LastAccepted(string dataset) => (string)JsonNode.Parse(steps.Last(step => step.Operation == $"submit{dataset switch { "statutory-visits" => "StatutoryVisits", _ => dataset }}" && step.Status == 201).Text)!["returnId"]!;

    private async Task Post(string verb, ExampleReturn example, string? name, string summary)
    {
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        using var client = service.CreateClientFor(Introduction.GetDemonstrationKey(example.Dataset));
        var mediaType = example.Name == "accepted" ? MediaTypes.Json : MediaTypes.Csv;
        using var body = new StringContent(example.Serialize(mediaType), Encoding.UTF8, mediaType);
        using var response = await client.PostAsync($"/v1/returns/{example.Dataset.Name}{(verb == "Check" ? "/check" : "")}?period={example.Dataset.ExamplePeriod}", body);
        await RecordResponse(DatasetPaths.GetOperationId(verb, example.Dataset), name, summary, response);
    }

    private async Task<ApiResponse> Send(string operation, string? name, string summary, string address, string body, string mediaType = MediaTypes.Json, bool isOfAny = false)
    {
        using var client = service.CreateClientFor("demo-admin");
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await client.PostAsync(address, content);
        await RecordResponse(operation, name, isOfAny ? "A problem of any operation" : summary, response, isOfAny: isOfAny);
        return await ApiResponse.Create(response);
    }

    private Task Problem(string operation, string? code, string address, string body, string key = "demo-social-care", string mediaType = MediaTypes.Json, string? packing = null)
    {
        var content = new StringContent(body, Encoding.UTF8, mediaType);
        if (packing is not null) content.Headers.ContentEncoding.Add(packing);
        return Problem(operation, code, address, content, key);
    }

    private async Task Problem(string operation, string? code, string address, HttpContent body, string key = "demo-social-care")
    {
        using var client = service.CreateClientFor(key);
        using (body)
        {
            using var response = await client.PostAsync(address, body);
            await RecordResponse(operation, code, "A problem of any operation", response, isOfAny: true);
        }
    }

    private async Task Get(string operation, string address, string? name, string summary, string? key = "demo-admin", int shorten = 0, bool isOfAny = false)
    {
        using var client = service.CreateClientFor(key);
        using var response = await client.GetAsync(address);
        await RecordResponse(operation, name, summary, response, shorten, isOfAny);
    }

    private async Task RecordResponse(string operation, string? name, string summary, HttpResponseMessage response, int shorten = 0, bool isOfAny = false)
    {
        var answer = await ApiResponse.Create(response);
        if (isOfAny) Assert.That((int)answer.Status, Is.GreaterThanOrEqualTo(400), $"{operation} {name}: {answer.Text}");
        if (name is not null && answer.MediaType == "application/problem+json") Assert.That(answer.Problem, Is.EqualTo(name), answer.Text);
        var stable = Token().Replace(Key().Replace(Stable(answer), RecordedResponses.Key), $"\"access_token\":\"{RecordedResponses.Token}\"");
        stable = TraceCell().Replace(stable, RecordedResponses.TraceId);
        steps.Add(new Step(operation, (int)answer.Status, name, summary, answer.MediaType!, answer.Text, stable, shorten, isOfAny));
    }

    private string Stable(ApiResponse answer) => TraceId().Replace(Uuid().Replace(answer.Text, match => Stable(match.Value)), $"\"traceId\":\"{RecordedResponses.TraceId}\"");

    private string Stable(string id)
    {
        if (!ids.TryGetValue(id, out var stable)) ids[id] = stable = RecordedResponses.ReturnId[..^12] + (ids.Count + 1).ToString("x12", CultureInfo.InvariantCulture);
        return stable;
    }

    private static JsonNode Shortened(Step step)
    {
        if (!step.MediaType.EndsWith("json", StringComparison.Ordinal))
            return step.Shorten == 0 ? step.StableText : string.Concat(step.StableText.Split("\r\n").Take(step.Shorten + 1).Select(line => line + "\r\n"));
        var json = JsonNode.Parse(step.StableText)!;
        return step.Shorten == 0 ? json : new JsonArray([.. json.AsArray().Take(step.Shorten).Select(item => item!.DeepClone())]);
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    // In CSV a column without a name of its own.
    [GeneratedRegex("(?<=,)[0-9a-f]{32}(?=\r\n)")]
    private static partial Regex TraceCell();

    // What is shown of secrets are no secrets.
    [GeneratedRegex("sm_[0-9a-f]{32}_[0-9a-f]{64}")]
    private static partial Regex Key();

    [GeneratedRegex("\"access_token\": ?\"[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    /// <summary>Something asked, and its answer.</summary>
    /// <param name="Operation">The operation's id in the document.</param>
    /// <param name="Status">The answer's status.</param>
    /// <param name="Name">Its name among the examples; null where it is not shown.</param>
    /// <param name="Summary">What it shows.</param>
    /// <param name="MediaType">The answer's media type.</param>
    /// <param name="Text">The answer.</param>
    /// <param name="StableText">The answer, with ids that are the same every time.</param>
    /// <param name="Shorten">How many rows are shown; 0 for all.</param>
    /// <param name="IsOfAnyOperation">True where it is a problem that other operations answer with as well.</param>
    public sealed record Step(string Operation, int Status, string? Name, string Summary, string MediaType, string Text, string StableText, int Shorten, bool IsOfAnyOperation);

    /// <summary>A body that says it is larger than is taken.</summary>
    private sealed class TooMuch : HttpContent
    {
        public TooMuch() => Headers.ContentType = new MediaTypeHeaderValue(MediaTypes.Json);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long length)
        {
            length = ReturnLimits.MaxCompressedBytes + 1;
            return true;
        }
    }
}
