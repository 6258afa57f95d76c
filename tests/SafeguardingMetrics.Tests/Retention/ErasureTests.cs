using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Retention;

/// <summary>One child's records go from every return, and every figure stays.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ErasureTests
{
    private const string Nhs = "9990000018";
    private const string November = "from=2026-11-01&to=2026-11-30";
    private static readonly string[] Breakdowns =
    [
        "",
        "&by=locality",
        "&by=team",
        "&by=category",
        "&by=ethnicity",
        "&by=sex",
        "&by=age",
        "&by=disability",
        "&interval=week",
        "&interval=week&by=team",
        "&interval=day",
        "&interval=day&by=locality",
    ];

    [Test]
    public async Task Figures_stay_in_every_breakdown_and_cases_become_fewer_and_say_so()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-10", Cases());
        var codes = new[] { "unallocated-cases", "average-caseload", "time-to-allocation", "three-or-more-workers" };
        var before = await Figures(service, codes);

        var erased = await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");

        Assert.That(erased.Status, Is.EqualTo(HttpStatusCode.OK), erased.Text);
        Assert.That((erased.Json["returns"]!.GetValue<int>(), erased.Json["records"]!.GetValue<int>()), Is.EqualTo((1, 1)));
        Assert.That(await Figures(service, codes), Is.EqualTo(before));
        using var client = service.CreateClientFor("demo-analyst");
        using var cases = await client.GetAsync($"/v1/indicators/unallocated-cases/cases?{November}");
        Assert.That(cases.Headers.GetValues("Cases-Incomplete").Single(), Does.Contain("erased"));
        var text = await cases.Content.ReadAsStringAsync();
        Assert.That(JsonNode.Parse(text)!["items"]!.AsArray(), Has.Count.EqualTo(3));
        Assert.That(text, Does.Not.Contain("C-1\""));
    }

    [Test]
    public async Task Figures_stay_when_the_days_are_divided_anew_and_come_back()
    {
        await using var service = new TestService();
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([.. Enumerable.Range(1, 9).Select(day => Visit($"V-{day}", $"2026-11-0{day}", day % 2 == 0 ? "C-1" : "C-2"))]));
        await service.Post("statutory-visits", "2026-11-08/2026-11-09", "[]", "application/json");
        var cut = await Figures(service, ["visits-on-time"]);
        await using var whole = new TestService();
        await whole.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([.. Enumerable.Range(1, 9).Select(day => Visit($"V-{day}", $"2026-11-0{day}", day % 2 == 0 ? "C-1" : "C-2"))]));
        var again = await whole.Post("statutory-visits", "2026-11-08/2026-11-09", "[]", "application/json");

        await Erase(whole, """{"agency": "EXA-CSC", "childId": "C-1"}""");
        Assert.That(await Figures(whole, ["visits-on-time"]), Is.EqualTo(cut));
        await whole.Delete($"/v1/returns/{again.ReturnId}", "demo-social-care");
        await whole.Post("statutory-visits", "2026-11-08/2026-11-09", " []", "application/json");

        Assert.That(await Figures(whole, ["visits-on-time"]), Is.EqualTo(cut));
    }

    [Test]
    public async Task By_its_NHS_number_a_child_is_found_in_every_agency_and_by_the_ids_that_bear_it()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-10", Cases());
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(Visit("V-1", "2026-11-03", "C-1"), Visit("V-2", "2026-11-03", "C-2")));
        var health =
            await service.Post("health-assessments", "2026-11", new JsonArray(Assessment("HA-1", Nhs), Assessment("HA-2", "9990000026")));
        Assert.That(health.Status, Is.EqualTo(HttpStatusCode.Created), health.Text);

        var erased = await Erase(service, $$"""{"nhsNumber": "999 000 0018"}""");

        Assert.That((int?)erased.Json["records"], Is.EqualTo(3), erased.Text);
        Assert.That((int?)erased.Json["returns"], Is.EqualTo(3));
        Assert.That((int?)(await Erase(service, $$"""{"nhsNumber": "{{Nhs}}"}""")).Json["records"], Is.Zero);
    }

    [Test]
    public async Task Findings_go_with_the_child_from_the_list_and_the_receipt_those_of_rejected_records_too()
    {
        await using var service = new TestService();
        var bad = Visit("V-1", "2026-11-03", "C-1");
        bad["visitType"] = "dance";
        var rejected = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(bad, Visit("V-2", "2026-11-03", "C-2"), With(Visit("V-3", "2026-11-03", "C-3"), "visitType", "dance")));
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(Visit("V-1", "2026-11-03", "C-1"), Visit("V-2", "2026-11-03", "C-2")));
        Assert.That(rejected.Findings, Is.EqualTo(new[] { "1 R03 visitType", "3 R03 visitType" }));

        var erased = await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");

        Assert.That((int?)erased.Json["findings"], Is.EqualTo(1));
        Assert.That((await service.Get($"/v1/returns/{rejected.ReturnId}")).Findings, Is.EqualTo(new[] { "3 R03 visitType" }));
        Assert.That((await service.Get($"/v1/returns/{rejected.ReturnId}/findings")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((int?)(await service.Get($"/v1/returns/{rejected.ReturnId}")).Json["records"]!["rejected"], Is.EqualTo(2));
    }

    [Test]
    public async Task A_number_on_two_children_of_an_agency_erases_neither()
    {
        await using var service = new TestService();
        var sent = await service.Post("open-cases", "2026-11-10", new JsonArray(Case("C-1", Nhs), Case("C-2", Nhs), Case("C-3", null)));

        var refused = await Erase(service, $$"""{"nhsNumber": "{{Nhs}}"}""");

        Assert.That((refused.Status, refused.Problem), Is.EqualTo((HttpStatusCode.Conflict, "several-children")));
        // Which of its ids bear the number, so that it can be seen which child is meant; the number itself is not told.
        Assert.That(
            refused.Json["children"]!.AsArray().Select(one => $"{one!["agency"]} {one["childId"]} {one["dataset"]} {one["records"]}"),
            Is.EqualTo(new[] { "EXA-CSC C-1 open-cases 1", "EXA-CSC C-2 open-cases 1" }));
        Assert.That(refused.Json["children"]!.AsArray().Select(one => (string)one!["returnId"]!), Is.All.EqualTo(sent.ReturnId));
        Assert.That(refused.Text, Does.Not.Contain(Nhs));
        Assert.That((int?)(await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""")).Json["records"], Is.EqualTo(1));
    }

    [Test]
    public async Task The_audit_has_counts_and_a_hash_and_nothing_of_the_child()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-10", Cases());
        await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");
        await Erase(service, $$"""{"nhsNumber": "9990000026"}""");

        var audit = await service.Get($"/v1/audit?act={AuditAction.Erasure}");

        Assert.That(
            audit.Json["items"]!.AsArray().Select(line => $"{line!["outcome"]} {line["records"]}"),
            Is.EquivalentTo(new[] { "part 1", "done 1", "part 1", "done 1" }));
        Assert.That(audit.Text, Does.Not.Contain("C-1").And.Not.Contain("9990000026"));
    }

    [Test]
    public async Task What_remains_for_the_days_has_no_breakdown_and_so_nothing_of_the_child()
    {
        if (OnEachEngineAttribute.Current == "SqlServer") Assert.Ignore("Reads SQLite's file.");
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-10", Cases());
        await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");

        await using var connection = new SqliteConnection(service.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*), COUNT(CASE WHEN Dimension <> 'all' OR Member <> '' THEN 1 END) FROM RemainingCount";
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        Assert.That((row.GetInt32(0) > 0, row.GetInt32(1)), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task Nothing_of_the_child_is_left_in_the_bytes_of_any_file_when_it_is_answered()
    {
        if (OnEachEngineAttribute.Current == "SqlServer") Assert.Ignore("Of SQLite's files.");
        await using var service = new TestService();
        // Of several returns, one of which replaces another, so that pages are written more than once.
        foreach (var (period, times) in new[] { ("2026-11", 1), ("2026-10", 1), ("2026-11", 2) })
            await service.Post(
                "statutory-visits",
                period,
                new JsonArray([.. Enumerable.Range(1, 400).Select(i =>
                    Visit($"V-{period}-{times}-{i}", $"{period}-03", i % 25 == 0 ? "Sought-Child-1" : $"C-{i}"))]),
                isConfirmed: true);
        Assert.That(await Bytes(), Does.Contain("Sought-Child-1"));

        var erased = await Erase(service, """{"agency": "EXA-CSC", "childId": "Sought-Child-1"}""");

        Assert.That(await Bytes(), Does.Not.Contain("Sought-Child-1"));
        Assert.That((DateTimeOffset?)erased.Json["goneFromFilesAt"], Is.EqualTo(service.Clock.GetUtcNow()));

        async Task<string> Bytes()
        {
            var file = new SqliteConnectionStringBuilder(service.ConnectionString).DataSource;
            using var bytes = new MemoryStream();
            foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!))
            {
                await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                await stream.CopyToAsync(bytes);
            }

            return Encoding.Latin1.GetString(bytes.ToArray());
        }
    }

    [Test]
    public async Task While_somebody_still_reads_what_was_before_the_answer_does_not_say_that_it_is_gone()
    {
        if (OnEachEngineAttribute.Current == "SqlServer") Assert.Ignore("Of SQLite's files.");
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-10", Cases());
        const string child = """{"agency": "EXA-CSC", "childId": "C-1"}""";

        await using (var reader = new SqliteConnection($"{service.ConnectionString};Pooling=false"))
        {
            await reader.OpenAsync();
            await using var transaction = reader.BeginTransaction(deferred: true);
            await using var command = reader.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM AgencyReturn";
            await command.ExecuteScalarAsync();

            var erased = await Erase(service, child);
            Assert.That(erased.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(((int?)erased.Json["records"], erased.Json["goneFromFilesAt"]), Is.EqualTo((1, (JsonNode?)null)));
        }

        Assert.That((await Erase(service, child)).Json["goneFromFilesAt"], Is.Not.Null);
    }

    [Test]
    public async Task Findings_of_rejected_records_of_the_child_go_whatever_their_key_and_no_others()
    {
        await using var service = new TestService();
        static JsonObject Bad(string id, string child, string due = "2026-11-03") => With(Visit(id, due, child), "visitType", "dance");
        var mixed = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(Bad("V-1", "C-1"), Visit("V-2", "2026-11-03", "C-2"), Bad("V-3", "C-3")));
        var rejected = await service.Post(
            "statutory-visits",
            "2026-10",
            new JsonArray(Bad("V-4", "C-1", "2026-10-03"), Bad("V-5", "C-3", "2026-10-03")));
        Assert.That(mixed.Findings, Is.EqualTo(new[] { "1 R03 visitType", "3 R03 visitType" }));
        Assert.That(rejected.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));

        var erased = await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");

        Assert.That(((int?)erased.Json["records"], (int?)erased.Json["findings"], (int?)erased.Json["returns"]), Is.EqualTo((0, 2, 2)));
        foreach (var (returnId, left) in new[] { (mixed.ReturnId, "3 R03 visitType"), (rejected.ReturnId, "2 R03 visitType") })
        {
            Assert.That((await service.Get($"/v1/returns/{returnId}")).Findings, Is.EqualTo(new[] { left }));
            Assert.That((await service.Get($"/v1/returns/{returnId}/findings")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Findings_of_a_rejected_record_go_by_the_NHS_number_that_it_had()
    {
        await using var service = new TestService();
        var bad = Assessment("HA-1", Nhs);
        bad["assessmentType"] = "dance";
        var rejected = await service.Post("health-assessments", "2026-11", new JsonArray(bad, Assessment("HA-2", "9990000026")));
        Assert.That(rejected.Findings, Is.Not.Empty);

        var erased = await Erase(service, $$"""{"nhsNumber": "{{Nhs}}"}""");

        Assert.That((int?)erased.Json["findings"], Is.EqualTo(1), erased.Text);
        Assert.That((await service.Get($"/v1/returns/{rejected.ReturnId}/findings")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Findings_of_a_return_rejected_as_a_whole_go_those_of_its_good_records_too()
    {
        await using var service = new TestService();
        var late = Visit("V-1", "2026-11-03", "C-1");
        late["seenAlone"] = false;
        using var client = service.CreateClientFor("demo-social-care");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/returns/statutory-visits?period=2026-11")
        {
            Content = new StringContent(
                new JsonArray(late, With(Visit("V-2", "2026-11-03", "C-2"), "visitType", "dance")).ToJsonString(), Encoding.UTF8,
                "application/json"),
        };
        request.Headers.Add("Prefer", "handling=strict");
        using var response = await client.SendAsync(request);
        var rejected = await ApiResponse.Create(response);
        Assert.That(rejected.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var before = rejected.Findings.Count(finding => finding.StartsWith("1 ", StringComparison.Ordinal));
        Assert.That(before, Is.Positive, rejected.Text);

        var erased = await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""");

        Assert.That((int?)erased.Json["findings"], Is.EqualTo(before));
    }

    [TestCase("{}")]
    [TestCase("""{"childId": "C-1"}""")]
    [TestCase("""{"agency": "EXA-CSC", "childId": "C-1", "nhsNumber": "9990000018"}""")]
    [TestCase("""{"nhsNumber": ""}""")]
    public async Task It_must_be_clear_who_is_meant(string json)
    {
        await using var service = new TestService();
        var answer = await Erase(service, json);
        Assert.That((answer.Problem, answer.Text.Contains("9990000018")), Is.EqualTo(("invalid-erasure", false)));
    }

    [Test]
    public async Task Only_an_administrator_erases()
    {
        await using var service = new TestService();
        Assert.That(
            (await Erase(service, """{"agency": "EXA-CSC", "childId": "C-1"}""", "demo-analyst")).Status,
            Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static async Task<ApiResponse> Erase(TestService service, string json, string key = "demo-admin")
    {
        using var client = service.CreateClientFor(key);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync("/v1/erasures", body);
        return await ApiResponse.Create(response);
    }

    private static async Task<string> Figures(TestService service, IEnumerable<string> codes)
    {
        var all = new StringBuilder();
        foreach (var code in codes)
            foreach (var by in Breakdowns)
            {
                var answer = await service.Get($"/v1/indicators/{code}/values?{November}{by}", "demo-analyst");
                // Which breakdowns an indicator has, and on how many returns a figure rests, is no matter here.
                if (answer.Status != HttpStatusCode.OK) continue;
                foreach (var row in answer.Json.AsArray())
                    all.AppendLine(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"{code}{by} {row!["period"]} {row["member"]} {row["value"]} {row["numerator"]} {row["denominator"]}");
            }

        Assert.That(all.Length, Is.Positive);
        return all.ToString();
    }

    private static JsonArray Cases() => [Case("C-1", Nhs), Case("C-2", "9990000026"), Case("C-3", null, "W-1"), Case("C-4", null, null)];

    private static JsonObject Case(string id, string? nhs, string? worker = "W-1") => new()
    {
        ["childId"] = id, ["locality"] = "East", ["team"] = $"Team {id[^1]}", ["planType"] = "child-protection",
        ["openedOn"] = "2026-10-01",
        ["allocatedWorkerId"] = worker, ["allocatedOn"] = worker is null ? null : "2026-10-05", ["workersInLast12Months"] = 3,
        ["dateOfBirth"] = "2015-04-23", ["sex"] = "F", ["ethnicity"] = "WBRI", ["disabilities"] = new JsonArray("NONE"),
        ["nhsNumber"] = nhs,
    };

    private static JsonObject Visit(string id, string due, string child)
    {
        var visit = VisitRecords.CreateMade(id, due);
        visit["childId"] = child;
        return visit;
    }

    private static JsonObject With(JsonObject record, string field, string value)
    {
        record[field] = value;
        return record;
    }

    private static JsonObject Assessment(string id, string nhs) => new()
    {
        ["assessmentId"] = id, ["nhsNumber"] = nhs, ["locality"] = "East", ["assessmentType"] = "initial", ["dueOn"] = "2026-11-10",
        ["completedOn"] = "2026-11-09", ["provider"] = "Community Health", ["becameLookedAfterOn"] = "2026-10-13",
    };
}
