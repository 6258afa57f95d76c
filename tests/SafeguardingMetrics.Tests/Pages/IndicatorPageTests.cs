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
    public async Task A_protected_reader_is_offered_what_may_be_read_and_told_why_a_number_is_hidden()
    {
        await SignIn("Board", "/indicator?code=unallocated-cases&split=locality");
        await Expect(Page.Locator(".app-bars")).ToContainTextAsync("Hidden: small number");
        await Page.GetByText("Small numbers explained").ClickAsync();
        await Expect(Page.Locator("details[open]")).ToContainTextAsync("could identify a child");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "See the cases behind this figure" })).ToHaveCountAsync(0);
        await IsAccessible("indicator-protected");

        await Page.GotoAsync("/indicator?code=unallocated-cases&for=locality:East");
        await Expect(Page.GetByText("With your key, figures can be broken down in one way at a time.")).ToBeVisibleAsync();
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
