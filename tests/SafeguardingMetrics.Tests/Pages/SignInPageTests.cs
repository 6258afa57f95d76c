using Microsoft.Playwright;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed class SignInPageTests : PageTest
{
    [Test]
    public async Task One_click_signs_in_shows_the_overview_and_another_signs_out()
    {
        await Page.GotoAsync("/");
        await Assertions.Expect(Page).ToHaveTitleAsync("Sign in – Safeguarding Metrics");
        await IsAccessible("sign-in");

        await SignIn("Board");
        await Assertions.Expect(Page).ToHaveTitleAsync("Overview – Safeguarding Metrics");
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Visits on time" })).ToBeVisibleAsync();

        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync("Sign in – Safeguarding Metrics");
        await Page.GotoAsync("/");
        await Assertions.Expect(Page).ToHaveTitleAsync("Sign in – Safeguarding Metrics");
    }

    [Test]
    public async Task A_wrong_key_is_told_plainly_and_a_right_one_leads_back_to_where_one_was_going()
    {
        Expected.Add("401 (Unauthorized)");
        await Page.GotoAsync("/indicator?code=visits-on-time");
        await Page.GetByLabel("Key or token").FillAsync("sm_nobody");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page).ToHaveTitleAsync("Error: Sign in – Safeguarding Metrics");
        await Assertions.Expect(Page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
        await IsAccessible("sign-in-wrong");

        await Page.GetByLabel("Key or token").FillAsync("demo-board");
        await Page.Keyboard.PressAsync("Enter");
        await Shown();
        Assert.That(new Uri(Page.Url).PathAndQuery, Is.EqualTo("/indicator?code=visits-on-time"));
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("isits");
    }

    [Test]
    public async Task A_link_in_a_message_finds_one_still_signed_in()
    {
        await SignIn("Board");
        var link = $"<a href=\"{(await DemonstrationService.Get()).Address}indicator?code=visits-on-time\">Look</a>";
        await Page.RouteAsync("http://elsewhere.example/**", route => route.FulfillAsync(new() { ContentType = "text/html", Body = link }));
        await Page.GotoAsync("http://elsewhere.example/");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Look" }).ClickAsync();
        await Assertions.Expect(Page).ToHaveTitleAsync("Statutory visits on time – Safeguarding Metrics");
    }
}
