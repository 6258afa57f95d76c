using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>What the page says of a file that was checked.</summary>
[TestFixture]
public sealed class CheckPageTests : CheckPageTest
{
    private const string Faulty =
        Header + "PU-1,,East,looked-after,10,9,0\nPU-2,,,looked-after,10,12,0\nPU-2,,East,nonsense,ten,9,0\n";

    // With these a file has as many records as the week before, 34, and one UPN, so that it is not held.
    private static readonly IReadOnlyList<(string Pupil, string? Upn)> Others =
        [.. Enumerable.Range(3, 31).Select(number => ($"PU-{number}", number == 3 ? "H801200001001" : null))];

    [Test]
    public async Task A_faulty_file_is_told_record_by_record_and_nothing_of_it_is_stored()
    {
        await SignIn("School", "/check");
        var before = await NewestReturn();
        await Page.GetByLabel("First day").FillAsync("2026-11-16");
        await Choose(
            "october.csv", Faulty + string.Concat(Others.Select(one => $"{one.Pupil},{one.Upn},East,looked-after,10,9,0\n")));
        await Check();

        var heading = Page.GetByRole(AriaRole.Heading, new() { Name = "2 records of 34 would be left out" });
        await Expect(heading).ToBeFocusedAsync();
        await Expect(Outcome).ToContainTextAsync(
            "october.csv: school attendance of EXA-SCH-01, 16 to 22 November 2026. Nothing was stored or sent on.");
        var findings = Outcome.GetByRole(AriaRole.Region, new() { Name = "5 findings, by record" });
        await Expect(
            findings.GetByRole(AriaRole.Row, new()
            {
                Name = "2 (line 3) PU-2 sessionsAttended Error SA01 12 A pupil cannot attend more sessions than were possible.",
            })).ToBeVisibleAsync();
        await IsAccessible("check-findings");

        await Page.GetByLabel("Show findings of").SelectOptionAsync("R03");
        await Expect(Outcome.GetByRole(AriaRole.Region, new() { Name = "1 finding, by record" })).ToContainTextAsync(
            "Text of 8 characters is none of its codes. A value must be in its field's code list, length or range: "
            + "socialWorkerStatus is one of child-in-need, child-protection, looked-after.");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new()
        {
            Name = "Download these findings (CSV)",
        }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("findings-school-attendance-2026-11-22.csv"));
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).TrimStart('\uFEFF').Split("\r\n");
        Assert.That(lines[0], Is.EqualTo("record,line,key,field,rule,severity,message,value"));
        Assert.That(lines[1], Does.StartWith(
            "3,4,PU-2,socialWorkerStatus,R03,error,"
            + "\"Text of 8 characters is none of its codes. A value must be in its field's code list"));
        Assert.That(lines, Has.Length.EqualTo(3), "the header, one finding and the end");

        Assert.That(await NewestReturn(), Is.EqualTo(before), "nothing was stored");
        Assert.That(await Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"), Is.Zero, "nor kept in the browser");
    }

    [Test]
    public async Task A_file_that_would_be_held_says_why_and_lists_its_findings()
    {
        await SignIn("School", "/check");
        await Page.GetByLabel("First day").FillAsync("2026-11-16");
        await Choose("october.csv", Faulty);
        await Check();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The file would be held" })).ToBeFocusedAsync();
        await Expect(Outcome).ToContainTextAsync(
            "It differs so much from the records before it that no figure would change until somebody confirms it:");
        await Expect(Outcome.GetByRole(AriaRole.Listitem)).ToHaveTextAsync([
            "1 record was accepted; 2026-11-09 to 2026-11-15 has 34 records in force.",
            "2 of 3 records were rejected.",
            "upn is empty in every record; it has a value in 34 of 34 records of 2026-11-09 to 2026-11-15.",
        ]);
        await Expect(Outcome.GetByRole(AriaRole.Region, new() { Name = "5 findings, by record" })).ToContainTextAsync(
            "A required field must be present: locality is missing.");
        await IsAccessible("check-held");
    }

    [Test]
    public async Task A_query_of_the_whole_file_is_told_as_one()
    {
        await SignIn("Social care", "/check?dataset=strategy-meetings");
        await Page.GetByLabel("First day").FillAsync("2026-11-20");
        await Page.GetByLabel("Last day").FillAsync("2026-11-20");
        await Choose(
            "meetings.csv",
            await Page.EvaluateAsync<string>(
                "() => fetch('/v1/datasets/strategy-meetings/template.csv').then((answer) => answer.text())"));
        await Check();
        await Expect(
            Page.GetByRole(AriaRole.Heading, new() { Name = "Ready to send, with 1 finding to look at" })).ToBeFocusedAsync();
        await Expect(
            Outcome.GetByRole(AriaRole.Region, new() { Name = "1 finding, by record" }).GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync(
            "The whole file––Query R18–A return must be about as large and as full as the records before it, and have most of their keys "
            + "(one finding a return): 0 records were accepted; 2026-11-20 has 2 records in force.");
    }

    [Test]
    public async Task Mended_and_chosen_again_it_is_ready_and_the_figures_it_would_change_are_told()
    {
        await SignIn("School", "/check?dataset=school-attendance");
        await Page.GetByLabel("First day").FillAsync("2026-11-16");
        await Choose("faulty.json", """[{ "pupilId": "PU-1", "locality": "East" }]""");
        await Check();
        await Expect(
            Page.GetByRole(AriaRole.Heading, new() { Name = "The file would be rejected: no record is acceptable" })).ToBeVisibleAsync();

        await Choose(
            "mended.json",
            JsonSerializer.Serialize(
                Others.Select(one => new
                {
                    pupilId = one.Pupil,
                    upn = one.Upn,
                    locality = "East",
                    socialWorkerStatus = "looked-after",
                    sessionsPossible = 10,
                    sessionsAttended = 9,
                    suspensions = 0,
                })));
        await Check();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is wrong: the file is ready to send" })).ToBeFocusedAsync();
        await Expect(Outcome.GetByRole(AriaRole.Region, new() { Name = "Your figures, before and after" })).ToContainTextAsync(
            "Absence rate");
    }

    private async Task<string?> NewestReturn() =>
        (await Page.EvaluateAsync<JsonElement>("() => fetch('/v1/returns?limit=1').then((answer) => answer.json())")).GetProperty(
            "items")[0]
            .GetProperty("returnId")
            .GetString();
}
