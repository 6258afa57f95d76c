using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed class IndicatorPageTests : PageTest
{
    [Test]
    public async Task It_shows_how_a_figure_goes_where_it_is_worst_and_what_it_means()
    {
        await SignIn("Analyst");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Unallocated cases", Exact = true }).ClickAsync();
        await Shown();
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync("4.5%");
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync("18 of 397; range by chance 2.9% to 7.1%");
        await Expect(Page.Locator("canvas")).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-key")).ToContainTextAsync("target");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Team", Exact = true }).ClickAsync();
        await Shown();
        await Expect(Page.Locator(".app-bars__row").First).ToContainTextAsync("East Safeguarding 2");
        await Expect(Page.Locator(".app-bars__row").First).ToContainTextAsync("9 of 48");
        await Page.GetByText("Show as a table").First.ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Row, new() { Name = "Oct 2026 4.5% 18 397 2.0%" })).ToBeVisibleAsync();
        await Page.GetByText("Show as a table").Last.ClickAsync();
        await Expect(
            Page.GetByRole(AriaRole.Row, new() { Name = "East Safeguarding 2 18.8% 9 48 10.2% to 31.9% Off target" })).ToBeVisibleAsync();
        await Expect(Page.Locator("dl")).ToContainTextAsync("An allocation on paper to a manager or a duty desk counts as allocated.");
        await IsAccessible("indicator");
    }

    [Test]
    public async Task Its_trend_can_be_read_by_keyboard_and_by_pointer()
    {
        await SignIn("Board", "/indicator?code=vacancy-rate");
        var trend = Page.GetByRole(AriaRole.Slider, new() { Name = "Vacancy rate, month by month" });
        var readout = Page.Locator(".app-trend__readout");
        await Expect(readout).ToContainTextAsync("October 2026: 22.6%, target 18.0%");
        await trend.FocusAsync();
        await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(readout).ToContainTextAsync("September 2026: 22.0%");
        await Expect(readout).ToContainTextAsync("September 2026 lies above the upper process limit.");
        await Expect(trend).ToHaveAttributeAsync("aria-valuetext", "September 2026");
        await Page.Keyboard.PressAsync("Home");
        await Expect(readout).Not.ToContainTextAsync("September 2026:");
        await Page.Keyboard.PressAsync("End");
        await Expect(readout).ToContainTextAsync("October 2026");

        var box = (await Page.Locator("canvas").BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(box.X + (box.Width * 0.5f), box.Y + (box.Height / 2));
        await Expect(readout).Not.ToContainTextAsync("October 2026:");
    }

    [Test]
    public async Task It_can_be_taken_along_as_CSV_as_a_picture_and_into_Power_BI()
    {
        // Whether there is a query to paste is the API's to say.
        Expected.Add("404 (Not Found)");
        await SignIn("Board", "/indicator?code=visits-on-time");
        var csv = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new()
        {
            Name = "Download the figures (CSV)",
        }).First.ClickAsync());
        Assert.That(
            await File.ReadAllTextAsync(await csv.PathAsync()),
            Does.StartWith("indicator,interval,period").And.Contains("visits-on-time,month,2026-10,"));

        var picture = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new()
        {
            Name = "Download the picture (PNG)",
        }).ClickAsync());
        Assert.That(picture.SuggestedFilename, Is.EqualTo("visits-on-time-2026-10.png"));
        var bytes = await File.ReadAllBytesAsync(await picture.PathAsync());
        Assert.That(bytes[..8], Is.EqualTo(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }));
        Assert.That(bytes, Has.Length.GreaterThan(5000));

        await Page.GetByText("Open in Power BI").ClickAsync();
        await Expect(Page.Locator(".app-code").First).ToContainTextAsync(
            "/v1/indicator-values?codes=visits-on-time&from=2024-10-01&to=2026-10-31&format=csv");
    }

    [Test]
    public async Task A_protected_reader_sees_groups_of_five_and_is_told_why()
    {
        await SignIn("Board", "/indicator?code=unallocated-cases&split=locality");
        await Expect(Page.Locator(".app-release")).ToContainTextAsync("October 2026, as released on 5 November 2026.");
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync(
            "about 4.3%15 to 19 of 395 to 399; so it may be 3.8 to 4.8%; range by chance 2.7% to 6.8%");
        await Expect(Page.Locator(".app-key")).ToContainTextAsync("what the figure may be, of groups of five");

        // In the order of the middles, where fewer than five is two.
        var bars = Page.Locator(".app-bars__row");
        await Expect(bars).ToContainTextAsync([
            "East14.5% Off target 15 to 19 of 115 to 119",
            "West0 to 5.0% Close to target fewer than five of 80 to 84",
            "North0 to 4.2% Close to target fewer than five of 95 to 99",
            "South0 to 4.0% On target fewer than five of 100 to 104",
        ]);
        await Expect(bars.Nth(1).Locator(".app-bars__range")).ToBeVisibleAsync();
        await Expect(bars.First.Locator(".app-bars__range")).ToHaveCountAsync(0);

        var trend = Page.GetByRole(AriaRole.Slider, new() { Name = "Unallocated cases, month by month" });
        await trend.FocusAsync();
        for (var back = 0; back < 3; back++) await Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Page.Locator(".app-trend__readout")).ToContainTextAsync("July 2026: 0 to 1.0%, fewer than five of 410 to 414");
        await Page.GetByText("Show as a table").First.ClickAsync();
        await Expect(
            Page.GetByRole(AriaRole.Row, new() { Name = "Jul 2026 0 to 1.0% fewer than five 410 to 414 2.0%" })).ToBeVisibleAsync();

        await Page.GetByText("Why numbers are rounded").ClickAsync();
        await Expect(Page.Locator("details[open]").Last).ToContainTextAsync("so that no child can be told from them");
        await Expect(Page.Locator("details[open]").Last).ToContainTextAsync("so numbers end in 2 and 7");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "See the cases behind this figure" })).ToHaveCountAsync(0);
        await Expect(Page.Locator("main")).Not.ToContainTextAsync("idden");
        await IsAccessible("indicator-protected");
    }

    [TestCase("unallocated-cases", "team", "Broken down, July to September 2026",
        "By team, figures are released by quarter. These are of 30 September 2026, the last day of July to September 2026.")]
    [TestCase("visits-on-time", "team", "Broken down, July to September 2026",
        "By team, figures are released by quarter. These are of July to September 2026.")]
    [TestCase("unallocated-cases", "sex", "Broken down, July to September 2026", "By sex, figures are released by quarter.")]
    [TestCase("unallocated-cases", "ethnicity", "Broken down, April 2025 to March 2026",
        "By ethnicity, figures are released by financial year. These are of 31 March 2026")]
    public async Task A_breakdown_that_no_month_has_is_shown_by_the_interval_that_has_it(string code, string by, string days, string why)
    {
        await SignIn("Board", $"/indicator?code={code}&split={by}");
        await Expect(Page.Locator("#breakdown")).ToHaveTextAsync(days);
        await Expect(Page.GetByText(why)).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-bars__row")).Not.ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task An_agency_or_a_locality_is_not_broken_down_for_a_protected_reader()
    {
        await SignIn("Board", "/indicator?code=unallocated-cases&for=locality:East");
        await Expect(Page.GetByText("With your key, figures can be broken down in one way at a time.")).ToBeVisibleAsync();

        await Page.GotoAsync("/indicator?code=visits-on-time&for=agency:EXA-CSC");
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync("280 to 284 of 345 to 349");
        await Expect(Page.GetByText("With your key, an agency’s figures are not broken down.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-bars")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task A_month_that_is_not_released_yet_is_the_last_released_one_and_says_so()
    {
        await SignIn("Board", "/indicator?code=visit-lateness&month=2026-10");
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("September 2026 · Whole partnership");
        await Expect(Page.Locator(".app-release")).ToContainTextAsync("October 2026 is due to be released on 30 November 2026.");
        await Expect(Page.GetByLabel("Month").Locator("option").First).ToHaveTextAsync("September 2026");
    }

    [Test]
    public async Task Posts_are_exact_for_everyone()
    {
        await SignIn("Board", "/indicator?code=vacancy-rate&split=team");
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync("22.6%43.5 of 192.5");
        await Expect(Page.Locator("#breakdown")).ToHaveTextAsync("Broken down, October 2026");
        await Expect(Page.Locator(".app-bars__row").First).ToContainTextAsync("East Safeguarding 2");
    }

    [Test]
    public async Task An_indicator_that_is_not_there_is_told_plainly()
    {
        Expected.Add("404 (Not Found)");
        await SignIn("Board", "/indicator?code=nothing");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await IsAccessible("indicator-unknown");
    }

    [Test]
    public async Task What_others_reach_is_drawn_where_it_has_been_loaded()
    {
        // The demonstration has no benchmarks: what the API answers where there are some.
        await Page.RouteAsync(
            "**/comparison?*",
            route => route.FulfillAsync(new()
            {
                ContentType = "application/json",
                Body = """{"benchmarkPeriod":"2025-26","england":84.3,"neighbourMedian":null}""",
            }));
        await SignIn("Board", "/indicator?code=visits-on-time");
        await Expect(Page.GetByText("England: 84.3%, for 2025-26.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-key")).ToContainTextAsync("England");
    }

    [Test]
    public async Task Each_kind_of_indicator_has_its_page()
    {
        await SignIn("Analyst");
        // Lengths of time, cases a worker without a locality, posts, sessions, and one with months of which nothing is
        // known.
        foreach (var code in new[]
        {
            "time-to-allocation",
            "average-caseload",
            "vacancy-rate",
            "absence-rate",
            "unallocated-without-review",
        })
        {
            await Page.GotoAsync($"/indicator?code={code}");
            await Expect(Page.Locator("#definition")).ToBeVisibleAsync();
            await Expect(Page.Locator("#breakdown")).ToBeVisibleAsync();
        }
    }
}
