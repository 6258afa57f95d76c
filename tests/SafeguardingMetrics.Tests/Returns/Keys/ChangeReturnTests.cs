using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns.Holding;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Keys;

/// <summary>Returns of changes, and keys that are sent again on another day, as an agency's job meets them.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ChangeReturnTests
{
    private const string Dataset = "statutory-visits";
    private const string TwoMonths = "from=2026-10-01&to=2026-11-30";

    [Test]
    public async Task A_visit_whose_due_date_moved_into_another_return_counts_once_and_the_receipt_says_so()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-30"), Made("V-2", "2026-10-29")));

        var second = await service.Post(Dataset, "2026-11-02", new JsonArray(VisitRecords.CreateMissed("V-1", "2026-11-02")));

        Assert.That((second.Status, (int)second.Json["restated"]!), Is.EqualTo((HttpStatusCode.Created, 1)), second.Text);
        Assert.That(second.Json["supersedes"]!.AsArray(), Is.Empty);
        Assert.That(Message(second, "R19"), Does.StartWith(
            "1 record has the key of a record on a day outside the period, which counts no longer: record 1."));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/1; 2026-11 0/1"));
        var moved = second.Json["indicators"]!.AsArray().Select(row => $"{row!["code"]} {row["month"]}");
        Assert.That(moved, Does.Contain("visits-on-time 2026-11"));
        Assert.That(await Keys(service), Is.EqualTo("V-1 2026-11-02, V-2 2026-10-29"));

        // Withdrawn, it gives the record back.
        await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 "));
    }

    [Test]
    public async Task The_first_return_sent_again_is_taken_anew_once_one_of_its_records_was_restated()
    {
        await using var service = new TestService();
        var october = new JsonArray(Made("V-1", "2026-10-30"), Made("V-2", "2026-10-29"));
        var first = await service.Post(Dataset, "2026-10", october);
        await service.Post(Dataset, "2026-11-02", new JsonArray(Made("V-1", "2026-11-02")));

        var again = await service.Post(Dataset, "2026-10", october);
        var thrice = await service.Post(Dataset, "2026-10", october);

        Assert.That((again.Status, again.ReturnId), Is.Not.EqualTo((HttpStatusCode.OK, first.ReturnId)));
        Assert.That((int)again.Json["restated"]!, Is.EqualTo(1));
        Assert.That((thrice.Status, thrice.ReturnId), Is.EqualTo((HttpStatusCode.OK, again.ReturnId)));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 0/0"));
    }

    [Test]
    public async Task Changes_state_some_records_purge_others_and_say_nothing_of_the_rest()
    {
        await using var service = new TestService();
        var october = new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02"), Made("V-3", "2026-10-05"));
        await service.Post(Dataset, "2026-10", october);

        var changes = await service.PostChanges(Dataset, new JsonArray(
            VisitRecords.CreateMissed("V-1", "2026-10-01"),
            Made("V-4", "2026-11-03"),
            new JsonObject { ["visitId"] = "V-2", ["purge"] = true },
            new JsonObject { ["visitId"] = "V-9", ["purge"] = true }));

        Assert.That(changes.Status, Is.EqualTo(HttpStatusCode.Created), changes.Text);
        var receipt = changes.Json;
        Assert.That(
            ((string)receipt["mode"]!, (int)receipt["restated"]!, (int)receipt["purged"]!, (int)receipt["records"]!["accepted"]!),
            Is.EqualTo(("changes", 2, 2, 2)));
        var findings = receipt["findings"]!.AsArray().Select(finding => $"{finding!["rule"]} {finding["record"]}");
        Assert.That(findings, Is.EqualTo(new[] { "R20 4" }));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/2; 2026-11 1/1"));
        Assert.That(await Keys(service), Is.EqualTo("V-1 2026-10-01, V-3 2026-10-05, V-4 2026-11-03"));
        Assert.That(await service.Status(changes.ReturnId), Is.EqualTo("accepted-with-findings"));

        // A later return of the month takes the place of what the changes said of its days, and of nothing else.
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-2", "2026-10-02")), isConfirmed: true);
        Assert.That(await Keys(service), Is.EqualTo("V-2 2026-10-02, V-4 2026-11-03"));
    }

    [Test]
    public async Task Changes_in_CSV_purge_by_a_column()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02")));
        var csv = $"Purge,{VisitRecords.Header}\ntrue,V-1,,,,,,,,\n,V-2,C-V-2,East,East 1,child-protection,2026-10-02,,,\n";
        using var body = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");
        using var client = service.CreateClientFor("demo-social-care");

        using var answer = await client.PostAsync($"/v1/returns/{Dataset}?mode=changes&period=2026-11-20", body);
        var receipt = await ApiResponse.Create(answer);

        Assert.That(receipt.Status, Is.EqualTo(HttpStatusCode.Created), receipt.Text);
        Assert.That((int)receipt.Json["purged"]!, Is.EqualTo(1));
        Assert.That(await Keys(service), Is.EqualTo("V-2 2026-10-02"));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 0/1; 2026-11 "));
    }

    [Test]
    public async Task Changes_that_purge_most_of_what_is_in_force_are_held_as_a_failed_comparison_is()
    {
        await using var service = new TestService();
        var visits = Enumerable.Range(1, 40).Select(i => Made($"V-{i}", i <= 30 ? "2026-10-05" : "2026-11-05")).ToArray();
        await service.Post(Dataset, "2026-10-01/2026-11-05", new JsonArray(visits));
        JsonArray Purges(int first, int count) =>
            [.. Enumerable.Range(first, count).Select(i => (JsonNode)new JsonObject { ["visitId"] = $"V-{i}", ["purge"] = true })];

        // Fourteen are too few to be doubted.
        var few = await service.PostChanges(Dataset, Purges(1, 14));
        var most = await service.PostChanges(Dataset, Purges(15, 26));

        Assert.That((few.Status, most.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Accepted)), most.Text);
        var reason = most.Json["held"]!["reasons"]!.AsArray().Single()!;
        Assert.That(
            ((string)reason["code"]!, (int)reason["sent"]!, (int)reason["comparedWith"]!), Is.EqualTo(("records-purged", 26, 26)));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 16/16; 2026-11 10/10"));

        // Its sender says that it is right: the records are gone.
        using var client = service.CreateClientFor("demo-social-care");
        using var confirmed = await client.PostAsJsonAsync(
            $"/v1/returns/{most.ReturnId}/confirmation", new { reason = "The visits were of a system test." });
        Assert.That(confirmed.StatusCode, Is.EqualTo(HttpStatusCode.OK), await confirmed.Content.ReadAsStringAsync());
        Assert.That(await Figures(service), Is.EqualTo("2026-10 0/0; 2026-11 0/0"));
    }

    [Test]
    public async Task Changes_that_purge_one_month_of_many_are_held_as_well()
    {
        await using var service = new TestService();
        var visits = Enumerable.Range(1, 120).Select(i => Made($"V-{i}", i <= 20 ? "2026-10-05" : "2026-11-05")).ToArray();
        await service.Post(Dataset, "2026-10-01/2026-11-05", new JsonArray(visits));
        var purges = Enumerable.Range(1, 20).Select(i => (JsonNode)new JsonObject { ["visitId"] = $"V-{i}", ["purge"] = true }).ToArray();

        var held = await service.PostChanges(Dataset, new JsonArray(purges));

        Assert.That(held.Status, Is.EqualTo(HttpStatusCode.Accepted), held.Text);
        Assert.That(
            (string)held.Json["held"]!["message"]!,
            Does.StartWith("20 records were purged; 2026-10-01 to 2026-10-31 has 20 records in force. Are these records really no more?"));
    }

    [TestCase("visitId,purge\nV-1,yes\n", 0, 1)]
    [TestCase("visitId,purge\nV-1,yes\nV-2,\n", 5, 1)]
    public async Task A_list_of_purges_in_CSV_needs_no_column_but_the_key(string csv, int findings, int purged)
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02")));
        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent(csv, System.Text.Encoding.UTF8, "text/csv");

        using var answer = await client.PostAsync($"/v1/returns/{Dataset}?mode=changes", body);
        var receipt = await ApiResponse.Create(answer);

        // The record that is no purge lacks five columns: each is said once.
        Assert.That((receipt.Status, (int)receipt.Json["purged"]!), Is.EqualTo((HttpStatusCode.Created, purged)), receipt.Text);
        Assert.That(receipt.Json["findings"]!.AsArray(), Has.Count.EqualTo(findings), receipt.Text);
        Assert.That(await Keys(service), Is.EqualTo("V-2 2026-10-02"));
    }

    [Test]
    public async Task A_list_of_cases_can_be_sent_back_as_changes_and_only_so()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02")));
        var list = await service.Get($"/v1/indicators/visits-on-time/cases?{TwoMonths}&format=csv", "demo-analyst");
        var corrected = list.Text.Split("\r\n")[..2];
        Assert.That(corrected[1], Does.Contain("V-1"));
        corrected[1] = corrected[1].Replace("2026-10-01,true", "2026-10-08,true", StringComparison.Ordinal);

        var whole = await service.Post(Dataset, "2026-10", string.Join('\n', corrected), "text/csv");
        Assert.That((int)whole.Status, Is.EqualTo(400), whole.Text);
        Assert.That((string)whole.Json["detail"]!, Does.Contain("mode=changes"));

        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent(string.Join('\n', corrected), System.Text.Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync($"/v1/returns/{Dataset}?mode=changes", body);
        var receipt = await ApiResponse.Create(answer);
        Assert.That((int)receipt.Status, Is.EqualTo(201), receipt.Text);
        Assert.That(((int)receipt.Json["restated"]!, (string)receipt.Json["status"]!), Is.EqualTo((1, "accepted")), receipt.Text);
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/2; 2026-11 "));
    }

    [Test]
    public async Task The_same_changes_are_the_same_return_only_until_anything_newer_comes()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01")));
        var (missed, made) = (new JsonArray(VisitRecords.CreateMissed("V-1", "2026-10-01")), new JsonArray(Made("V-1", "2026-10-01")));

        var first = await service.PostChanges(Dataset, missed);
        var again = await service.PostChanges(Dataset, missed);
        var other = await service.PostChanges(Dataset, made);
        var third = await service.PostChanges(Dataset, missed);

        Assert.That((again.Status, again.ReturnId), Is.EqualTo((HttpStatusCode.OK, first.ReturnId)));
        Assert.That(new[] { other.Status, third.Status }, Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(third.ReturnId, Is.Not.EqualTo(first.ReturnId));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 0/1; 2026-11 "));
    }

    [Test]
    public async Task Empty_changes_are_the_night_s_return_and_change_nothing()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01")));

        var nothing = await service.PostChanges(Dataset, new JsonArray(), "2026-11-20");

        Assert.That(nothing.Status, Is.EqualTo(HttpStatusCode.Created), nothing.Text);
        Assert.That(await service.Status(nothing.ReturnId), Is.EqualTo("accepted"));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/1; 2026-11 "));
    }

    [Test]
    public async Task Changes_are_for_records_with_a_day_of_their_own_and_a_rejected_record_states_nothing()
    {
        await using var service = new TestService();
        var snapshot = await service.PostChanges("open-cases", new JsonArray());
        Assert.That(((int)snapshot.Status, (string)snapshot.Json["code"]!), Is.EqualTo((400, "invalid-parameter")), snapshot.Text);
        Assert.That((string)snapshot.Json["detail"]!, Does.Contain("statutory-visits").And.Contain("Send open-cases whole."));

        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01")));
        var faulty = await service.PostChanges(Dataset, new JsonArray(
            VisitRecords.CreateFaulty("V-1"),
            Made("V-2", "2026-10-02"),
            new JsonObject { ["visitId"] = "V-1", ["purge"] = "perhaps" },
            new JsonObject { ["purge"] = true }));

        Assert.That(faulty.Status, Is.EqualTo(HttpStatusCode.Created), faulty.Text);
        Assert.That(
            ((int)faulty.Json["records"]!["rejected"]!, (int)faulty.Json["purged"]!, (int)faulty.Json["restated"]!), Is.EqualTo((3, 0, 0)));
        Assert.That(await Keys(service), Is.EqualTo("V-1 2026-10-01, V-2 2026-10-02"));
    }

    [Test]
    public async Task Ids_that_are_used_again_for_other_children_are_asked_about_and_taken_when_confirmed()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", Children("C-A"));

        var held = await service.Post(Dataset, "2026-11", Children("C-B", "2026-11-03"));

        Assert.That((held.Status, (string)held.Json["status"]!), Is.EqualTo((HttpStatusCode.Accepted, "held")), held.Text);
        var reason = held.Json["held"]!["reasons"]!.AsArray().Single()!;
        Assert.That(
            ((string)reason["code"]!, (int)reason["sent"]!, (int)reason["comparedWith"]!), Is.EqualTo(("reused-keys", 25, 25)));
        Assert.That((string)held.Json["held"]!["message"]!, Does.Contain("Are ids used again?"));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 25/25; 2026-11 "));

        var taken = await service.Confirm(held.ReturnId, "demo-social-care");
        Assert.That((taken.Status, (int)taken.Json["restated"]!), Is.EqualTo((HttpStatusCode.OK, 25)), taken.Text);
        Assert.That(await Figures(service), Is.EqualTo("2026-10 0/0; 2026-11 25/25"));

        static JsonArray Children(string child, string day = "2026-10-05") => [.. Enumerable.Range(1, 25).Select(i =>
        {
            var visit = Made($"V-{i}", day);
            visit["childId"] = $"{child}-{i}";
            return visit;
        })];
    }

    [Test]
    public async Task Where_ids_are_declared_to_begin_again_the_days_alone_decide()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-09", new JsonArray(Made("V-1", "2026-09-10"), Made("V-2", "2026-09-11")));
        Assert.That((await Declare("statutory-visit")).Problem, Is.EqualTo("invalid-agency"));
        var declared = await Declare("statutory-visits");
        Assert.That((string)declared.Json["idsBeginAgain"]!, Is.EqualTo("statutory-visits"), declared.Text);

        var october = await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-30")));
        var changes = await service.PostChanges(Dataset, new JsonArray());

        Assert.That((int)october.Json["restated"]!, Is.Zero);
        Assert.That(await Keys(service), Does.Contain("V-1 2026-10-30"));
        Assert.That(await OfSeptember(), Is.EqualTo("2/2"));
        Assert.That((changes.Problem, changes.Text), Is.EqualTo(("invalid-parameter", changes.Text)));
        Assert.That(changes.Text, Does.Contain("Send the days whole"));

        // Said no longer: the next return states its keys, and takes the place of those that were stated before.
        await Declare("");
        var november = await service.Post(Dataset, "2026-11-02", new JsonArray(Made("V-1", "2026-11-02")));
        Assert.That((int)november.Json["restated"]!, Is.EqualTo(1), november.Text);
        Assert.That(await OfSeptember(), Is.EqualTo("1/1"));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/1; 2026-11 1/1"));
        await service.Delete($"/v1/returns/{november.ReturnId}", "demo-social-care");
        Assert.That(await OfSeptember(), Is.EqualTo("2/2"));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/1; 2026-11 "));

        async Task<string> OfSeptember()
        {
            var row = (await service.Values("visits-on-time", "from=2026-09-01&to=2026-09-30")).Single()!;
            return $"{row["numerator"]}/{row["denominator"]}";
        }

        Task<ApiResponse> Declare(string datasets) => service.Put(
            "/v1/agencies/EXA-CSC",
            new JsonObject { ["name"] = "Exampleshire", ["sector"] = "social-care", ["idsBeginAgain"] = datasets }.ToJsonString());
    }

    [Test]
    public async Task A_child_who_is_erased_takes_every_record_of_the_same_keys_along_and_figures_stay()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02")));
        var older = VisitRecords.CreateMissed("V-1", "2026-11-03");
        older["childId"] = "C-other";
        var second = await service.PostChanges(Dataset, new JsonArray(older));

        using var admin = service.CreateClientFor("demo-admin");
        using var response = await admin.PostAsJsonAsync("/v1/erasures", new { agency = "EXA-CSC", childId = "C-V-1" });
        var erased = await ApiResponse.Create(response);

        Assert.That((int)erased.Json["records"]!, Is.EqualTo(2), erased.Text);
        Assert.That(await Figures(service), Is.EqualTo("2026-10 1/1; 2026-11 0/1"));
        Assert.That(await Keys(service), Is.EqualTo("V-2 2026-10-02"));

        // Its days are divided anew: what the removed records counted for stays.
        await service.Post(Dataset, "2026-10-20", new JsonArray(Made("V-5", "2026-10-20")));
        await service.Post(Dataset, "2026-11-20", new JsonArray(Made("V-6", "2026-11-20")));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 1/2"));

        // A record that is gone cannot be brought back.
        var withdrawn = await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");
        Assert.That((int)withdrawn.Status, Is.EqualTo(409), withdrawn.Text);
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 1/2"));

        // Sent again, the child is back, once.
        await service.PostChanges(Dataset, new JsonArray(Made("V-1", "2026-11-05")));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 2/2"));
    }

    [Test]
    public async Task A_restated_record_is_removed_after_its_time_and_its_key_stays()
    {
        await using var service = new TestService();
        var october = new JsonArray(Made("V-1", "2026-10-01"), Made("V-2", "2026-10-02"));
        await service.Post(Dataset, "2026-10", october);
        var second = await service.PostChanges(Dataset, new JsonArray(VisitRecords.CreateMissed("V-1", "2026-11-03")));
        var before = await Figures(service);
        var retention = service.Services.GetRequiredService<RetentionService>();
        // The daily job may come before the test does: what is left is asked for, not who removed it.
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays - 1));
        await retention.Run(default);
        Assert.That(await Count(service, "StatutoryVisit"), Is.EqualTo(3));

        service.Clock.Advance(TimeSpan.FromDays(2));
        await retention.Run(default);
        Assert.That((await Count(service, "StatutoryVisit"), await Count(service, "RemovedRecord")), Is.EqualTo((2, 1)));

        Assert.That(await Figures(service), Is.EqualTo(before));
        await service.Post(Dataset, "2026-10-20", new JsonArray(Made("V-5", "2026-10-20")));
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 0/1"));
        var withdrawn = await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");
        Assert.That((int)withdrawn.Status, Is.EqualTo(409), withdrawn.Text);
    }

    [Test]
    public async Task What_an_earlier_version_stored_is_keyed_with_the_agency_s_next_return()
    {
        await using var service = new TestService();
        await service.Post(Dataset, "2026-10", new JsonArray(Made("V-1", "2026-10-30"), Made("V-2", "2026-10-29")));
        await service.Post(Dataset, "2026-11-02", new JsonArray(VisitRecords.CreateMissed("V-3", "2026-11-02")));
        // As it was: no key is known, and V-2 stands in two returns.
        await Execute(service, "UPDATE StatutoryVisit SET VisitId = 'V-2' WHERE VisitId = 'V-3'");
        await Execute(service, "DELETE FROM StatedKey");
        await Execute(service, "DELETE FROM KeyedDataset");
        Assert.That(await Figures(service), Is.EqualTo("2026-10 2/2; 2026-11 0/1"));

        await service.PostChanges(Dataset, new JsonArray(VisitRecords.CreateMissed("V-1", "2026-10-30")));

        Assert.That(await Figures(service), Is.EqualTo("2026-10 0/1; 2026-11 0/1"));
        Assert.That(await Keys(service), Is.EqualTo("V-1 2026-10-30, V-2 2026-11-02"));
    }

    private static Task<bool> Execute(TestService service, string sql) => service.Services.GetRequiredService<Database>().Write(
        WriteScope.WithoutChange("test", audit: null), work => work.ExecuteAndCommit(new Sql(sql)), default);

    private static Task<long> Count(TestService service, string table) => service.Services.GetRequiredService<Database>().Read(
        reading => reading.Count(new Sql($"SELECT COUNT(*) FROM {table}")), default);

    private static JsonObject Made(string key, string day) => VisitRecords.CreateMade(key, day);

    private static string? Message(ApiResponse receipt, string rule) =>
        (string?)receipt.Json["findings"]!.AsArray().Single(finding => (string)finding!["rule"]! == rule)!["message"];

    private static async Task<string> Figures(TestService service) => string.Join("; ", (await service.Values("visits-on-time", TwoMonths))
        .Select(row => row!["numerator"] is null ? $"{row["period"]} " : $"{row["period"]} {row["numerator"]}/{row["denominator"]}"));

    private static async Task<string> Keys(TestService service)
    {
        var cases = await service.Get($"/v1/indicators/visits-on-time/cases?{TwoMonths}&limit=1000", "demo-analyst");
        return string.Join(", ", cases.Json["items"]!.AsArray()
            .Select(row => $"{row!["fields"]!["visitId"]} {row["countedOn"]}").Order(StringComparer.Ordinal));
    }
}
