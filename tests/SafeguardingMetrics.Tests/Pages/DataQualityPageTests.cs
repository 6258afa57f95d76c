using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed class DataQualityPageTests : PageTest
{
    [Test]
    public async Task A_board_sees_who_is_late_and_which_returns_came()
    {
        await SignIn("Board", "/data-quality");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "12 returns are late" })).ToBeVisibleAsync();
        var lot = Page.Locator(".app-lots > li");
        await Expect(lot).ToHaveCountAsync(1);
        await Expect(lot).ToContainTextAsync("EXA-SCH-05 · School attendance");
        await lot.GetByText("The latest: 9 to 15 November 2026, 6 days late. See all").ClickAsync();
        await Expect(lot.GetByText("1 to 7 December 2025, 349 days late")).ToBeVisibleAsync();

        var calendar = Page.GetByRole(AriaRole.Region, new() { Name = "Returns by agency, dataset and month" });
        await Expect(calendar.GetByRole(AriaRole.Row, new() { Name = "EXA-SCH-05 School attendance" })).ToContainTextAsync(
            "3 late, of 4 returns due");
        await Expect(calendar.GetByRole(AriaRole.Row, new() { Name = "EXA-SCH-04 School attendance" })).Not.ToContainTextAsync("late");
        await Expect(calendar.GetByRole(AriaRole.Row, new() { Name = "EXA-ICB Health assessments" })).ToContainTextAsync("not due yet");

        await Expect(
            Page.GetByRole(AriaRole.Region, new() { Name = "By agency", Exact = true }).GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync(
            "EXA-SCH-05");
        await Expect(Page.GetByText("Your key shows which returns came. It does not show records, findings and scores")).ToBeVisibleAsync();
        foreach (var name in new[] { "Records", "Findings", "Score", "Queried" })
            await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = name, Exact = true })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Most frequent findings" })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Nov 2026 77 0" })).ToBeVisibleAsync();
        await IsAccessible("data-quality");
    }

    [Test]
    public async Task An_analyst_sees_how_it_is_mended()
    {
        await SignIn("Analyst", "/data-quality");
        await Expect(Page.Locator(".app-findings__one").First).ToContainTextAsync(
            "A child protection or looked after case should have an allocated worker.");
        await Expect(Page.Locator(".app-findings__one").First).ToContainTextAsync("Query OC05 · open cases");
        await Expect(Page.Locator(".app-findings__one").First).ToContainTextAsync("What to do: Fill in the missing value");
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Findings", Exact = true })).Not.ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_agency_sees_its_own_and_finds_the_returns_that_it_should_mend()
    {
        await SignIn("Social care");
        Assert.That(new Uri(Page.Url).AbsolutePath, Is.EqualTo("/data-quality"), "an agency sees no figures, so this is where it begins");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is late" })).ToBeVisibleAsync();
        await Expect(Page.Locator("[data-page]")).Not.ToContainTextAsync("EXA-SCH");
        await Expect(Page.GetByRole(AriaRole.Columnheader, new() { Name = "Records", Exact = true })).Not.ToHaveCountAsync(0);
        var findings = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new()
        {
            Name = "Download (CSV) of",
        }).First.ClickAsync());
        Assert.That(findings.SuggestedFilename, Does.StartWith("findings-EXA-CSC-"));
        Assert.That(
            (await File.ReadAllTextAsync(await findings.PathAsync())).TrimStart('\uFEFF'),
            Does.StartWith("record,line,key,field,rule,severity,message,value"));

        await Page.GetByLabel("Over").FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Shown();
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("1 to 22 November 2026 · EXA-CSC");
        await Expect(Page.Locator(".app-calendar__month")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task What_the_calendar_says_was_due_is_what_the_API_says()
    {
        await SignIn("Board", "/data-quality?months=1&knownAt=2026-09-30");
        await Expect(Page.GetByText("This is the state at the end of 30 September 2026")).ToBeVisibleAsync();
        // The page counts the months' periods itself, since the API counts them over all of the days asked for.
        var counted = await Page.EvaluateAsync<JsonElement>("""
            async () => {
              const { createLines } = await import(`${document.body.dataset.assets}/app/quality/expected.js`);
              const read = (address) => fetch(address).then((answer) => answer.json());
              const compared = [];
              const asked = [
                ['2025-12-01', '2026-11-22', ''],
                ['2026-09-01', '2026-09-30', '2026-09-30'],
                ['2026-02-01', '2026-04-15', '2026-04-15'],
              ];
              for (const [from, to, knownAt] of asked) {
                const [entries, late, scores] = await Promise.all([
                  read(`/v1/return-schedule?knownAt=${knownAt}`.replace(/\?knownAt=$/, '')),
                  read(`/v1/return-schedule/overdue?from=${from}&knownAt=${knownAt}`.replace(/&knownAt=$/, '')),
                  read(`/v1/data-quality/scores?by=agency&from=${from}&to=${to}&knownAt=${knownAt}`.replace(/&knownAt=$/, ''))]);
                const lines = createLines(entries, late, from, to, (day) => day < to || (knownAt !== '' && day === to));
                const sum = (agency, what) => lines
                  .filter((line) => line.agency === agency)
                  .flatMap((line) => [...line.months.values()])
                  .reduce((total, month) => total + month[what], 0);
                for (const row of scores) {
                  const ours = `${sum(row.member, 'due')} due, ${sum(row.member, 'late')} late`;
                  const theirs = `${row.periodsDue} due, ${row.periodsDue - row.periodsCovered} late`;
                  compared.push(`${from} ${row.member}: ${ours}; the API: ${theirs}`);
                }
              }

              return compared;
            }
            """);
        var lines = counted.EnumerateArray().Select(line => line.GetString()!).ToList();
        Assert.That(lines, Has.Count.GreaterThanOrEqualTo(30));
        Assert.That(lines.Where(line => line.Split("; the API: ") is not [var page, var api] || page.Split(": ")[1] != api), Is.Empty);
    }
}
