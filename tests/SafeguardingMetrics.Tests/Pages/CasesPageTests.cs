using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed class CasesPageTests : PageTest
{
    [Test]
    public async Task An_analyst_opens_the_cases_behind_a_figure_page_by_page()
    {
        await SignIn("Analyst", "/indicator?code=visits-on-time&month=2026-10");
        await Page.GetByRole(AriaRole.Link, new() { Name = "See the cases behind this figure" }).ClickAsync();
        await Shown();
        await Expect(Page).ToHaveTitleAsync("Cases: Statutory visits on time – Safeguarding Metrics");
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("October 2026 · Whole partnership");
        var rows = Page.Locator("tbody tr");
        await Expect(rows).ToHaveCountAsync(50);
        var first = await rows.First.Locator("th").TextContentAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Next 50 cases" }).ClickAsync();
        await Shown();
        await Expect(Page.Locator("caption")).ToHaveTextAsync("All of them: cases 51 to 100");
        await Expect(rows.First.Locator("th")).Not.ToHaveTextAsync(first!);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Back to the first cases" }).ClickAsync();
        await Shown();
        await Expect(rows.First.Locator("th")).ToHaveTextAsync(first!);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Back to the indicator" }).ClickAsync();
        await Shown();
        Assert.That(new Uri(Page.Url).PathAndQuery, Is.EqualTo("/indicator?code=visits-on-time&month=2026-10"));
    }

    [Test]
    public async Task Those_that_were_missed_in_one_place_are_opened_by_keyboard_and_downloaded()
    {
        await SignIn("Analyst", "/cases?indicator=visits-on-time&from=2026-10-01&to=2026-10-31&by=locality&member=East");
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("October 2026 · Locality East");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Not counted" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Shown();
        await Expect(Page.Locator("caption")).ToHaveTextAsync("Not counted: 27 cases");
        await Expect(Page.Locator("tbody tr")).ToHaveCountAsync(27);
        await Expect(Page.Locator("tbody tr").First).ToContainTextAsync("East Safeguarding 1");
        await Page.Locator("summary").First.FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Seen alone").First).ToBeVisibleAsync();
        await IsAccessible("cases");

        var csv = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new()
        {
            Name = "Download all of them (CSV)",
        }).ClickAsync());
        Assert.That((await File.ReadAllTextAsync(await csv.PathAsync())).Trim().Split('\n'), Has.Length.EqualTo(28));
    }

    [Test]
    public async Task Whoever_may_not_see_cases_is_told_so_plainly()
    {
        await SignIn("Board", "/cases?code=visits-on-time&month=2026-10");
        await Expect(Page.GetByText("Your key gives access to figures, not to the children’s records behind them")).ToBeVisibleAsync();
        await Expect(Page.Locator("table")).ToHaveCountAsync(0);
        await IsAccessible("cases-not-allowed");
    }
}
