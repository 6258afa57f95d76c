using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed class OverviewPageTests : PageTest
{
    private ILocator Groups => Page.GetByRole(AriaRole.Heading, new() { Level = 2 });

    [Test]
    public async Task It_shows_each_indicator_worst_first_and_says_why_in_words()
    {
        var bytes = 0;
        Page.RequestFinished += async (_, request) => Interlocked.Add(
            ref bytes,
            (await request.SizesAsync()) is { } sizes ? sizes.ResponseBodySize + sizes.ResponseHeadersSize : 0);
        await SignIn("Board");
        await Expect(Page.Locator(".app-card")).ToHaveCountAsync(20);
        await Expect(Groups).ToContainTextAsync([
            "Off target, or getting worse",
            "Close to target",
            "On target",
            "No target set",
            "No figure to show",
        ]);

        var vacancies = Card("Vacancy rate");
        foreach (var words in new[]
        {
            "22.6%",
            "Off target (18% or less)",
            "Real change: worse",
            "October 2026 lies above the upper process limit",
            "43.5 of 192.5",
            "All 3 agencies reported · quality good",
        })
            await Expect(vacancies).ToContainTextAsync(words);
        await Expect(Card("Unallocated cases")).ToContainTextAsync("about 4.3%");
        await Expect(Card("Unallocated cases")).ToContainTextAsync("15 to 19 of 395 to 399");
        await Expect(Card("Health assessments on time")).ToContainTextAsync("Too few for a rate10 to 14 of 10 to 14.");
        await Expect(Card("DBS checks in date")).ToContainTextAsync("On target (95% or more)");
        await Expect(Card("Visits checked by a manager")).ToContainTextAsync("No real change");
        await IsAccessible("overview");
        Assert.That(bytes, Is.InRange(50_000, 340_000), "bytes over the wire, of everything from the sign-in on");
    }

    [Test]
    public async Task A_protected_reader_is_told_which_release_is_shown_and_when_the_next_is_due()
    {
        await SignIn("Board");
        await Expect(Page.Locator(".app-release")).ToHaveTextAsync(
            "October 2026, as released on 5 and 15 November 2026. Corrections to it are shown from the next release, on 5 and "
            + "15 February 2027. November 2026 is due to be released on 5 December 2026.Numbers of children are told in groups of "
            + "five, so that no child can be told from them.");
        await Expect(Page.GetByLabel("Month").Locator("option").First).ToHaveTextAsync("October 2026");
        // Settled after thirty days, so September's is the last one.
        var late = Card("Visits checked by a manager");
        await Expect(late).ToContainTextAsync("September 2026. October 2026 is due to be released on 30 November 2026.");
        await Expect(late).ToContainTextAsync("about 86.9% 330 to 334 of 380 to 384");
        await Expect(Card("Statutory visits on time")).Not.ToContainTextAsync("due to be released");

        // A month that is not released is not shown, whoever asks for it in the address.
        await Page.GotoAsync("/?month=2026-11");
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("October 2026 · Whole partnership");
    }

    [Test]
    public async Task A_past_month_is_shown_as_it_was_released_by_a_day()
    {
        await SignIn("Board", "/?knownAt=2026-10-06");
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("September 2026 · Whole partnership");
        await Expect(Page.Locator(".app-as-known")).ToContainTextAsync("had been released by the end of 6 October 2026");
        await Expect(Page.Locator(".app-release")).ToContainTextAsync("September 2026, as released on 5 October 2026.");
        await Expect(Card("Statutory visits on time")).ToContainTextAsync(
            "August 2026. September 2026 is due to be released on 15 October 2026.");

        await Page.GotoAsync("/?month=2025-12");
        await Expect(Page.Locator(".app-release")).ToContainTextAsync("It will not be released again.");
        await Expect(Card("Persistent absence of pupils with a social worker")).ToContainTextAsync(
            "a return was missing when this was released");
    }

    [Test]
    public async Task A_locality_has_its_cards_worst_first_by_what_is_shown()
    {
        await SignIn("Board", "/?for=locality%3AEast");
        await Expect(Card("Unallocated cases")).ToContainTextAsync("15 to 19 of 115 to 119");
        await Expect(Card("Health assessments on time")).ToContainTextAsync("Fewer than five children");
        await Page.GotoAsync("/?for=locality%3ANorth");
        var range = Card("Unallocated cases");
        await Expect(range).ToContainTextAsync("0 to 4.2%");
        await Expect(range).ToContainTextAsync("fewer than five of 95 to 99");
        await Expect(range).ToContainTextAsync("Close to target");
        await Expect(Page.Locator("main")).Not.ToContainTextAsync("idden");
    }

    [Test]
    public async Task What_is_chosen_is_in_the_address_and_the_back_button_undoes_it()
    {
        await SignIn("Analyst");
        await Expect(Page.Locator("optgroup[label=Agency] option")).Not.ToHaveCountAsync(0);
        await Page.GetByLabel("Month").SelectOptionAsync("2026-08");
        await Page.GetByLabel("Figures for").SelectOptionAsync("locality:East");
        await Page.GetByLabel("As known on").FillAsync("2026-10-01");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(Page.Locator(".app-as-known")).ToContainTextAsync("as they were at the end of 1 October 2026");
        await Shown();
        Assert.That(new Uri(Page.Url).Query, Is.EqualTo("?month=2026-08&for=locality%3AEast&knownAt=2026-10-01"));
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("August 2026 · East");
        await Expect(Card("Unallocated cases")).ToContainTextAsync("5.4%");
        await Expect(Page.Locator(".app-card", new() { HasText = "Average caseload" })).ToHaveCountAsync(0);

        await Page.GoBackAsync();
        await Expect(Page.Locator(".app-lead")).ToHaveTextAsync("October 2026 · Whole partnership");
        await Expect(Card("Average caseload")).ToBeVisibleAsync();
    }

    [Test]
    public async Task The_keyboard_alone_will_do()
    {
        await SignIn("Board");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" })).ToBeFocusedAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Page.Keyboard.PressAsync("Tab");
        await Expect(Page.GetByLabel("Month")).ToBeFocusedAsync();
        Assert.That(
            await Page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"),
            Is.Not.EqualTo("none"),
            "focus is seen");
        await Page.Keyboard.PressAsync("ArrowDown");
        // A day has several parts, and in some browsers a button beside them.
        for (var left = 8; left > 0 && await Page.EvaluateAsync<string>("() => document.activeElement.textContent") != "Show"; left--)
            await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator(".app-lead")).ToContainTextAsync("September 2026");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeFocusedAsync();
    }

    [Test]
    public async Task Who_was_signed_out_meanwhile_is_told_and_comes_back_to_the_same_view()
    {
        Expected.Add("401 (Unauthorized)");
        await SignIn("Board");
        await Page.Context.ClearCookiesAsync();
        await Page.GetByLabel("Month").SelectOptionAsync("2026-09");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("You have been signed out");
        await IsAccessible("signed-out");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sign in again" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Board" }).ClickAsync();
        await Expect(Page.Locator(".app-lead")).ToContainTextAsync("September 2026");
    }

    [Test]
    public async Task Where_the_service_does_not_answer_that_is_said_and_can_be_tried_again()
    {
        Expected.Add("ERR_FAILED");
        await SignIn("Board");
        await Page.RouteAsync("**/v1/**", route => route.AbortAsync());
        await Page.ReloadAsync();
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The service is not answering");
        await Page.UnrouteAsync("**/v1/**");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Card("Vacancy rate")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Who_may_not_read_figures_is_told()
    {
        Expected.Add("403 (Forbidden)");
        await SignIn("Health", "/indicator?code=visits-on-time");
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("You cannot see this page");
        await IsAccessible("not-for-this-key");
    }

    private ILocator Card(string title) =>
        Page.Locator(".app-card", new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });
}
