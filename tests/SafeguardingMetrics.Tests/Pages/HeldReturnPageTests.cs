using System.Text.Json.Nodes;
using Microsoft.Playwright;
using SafeguardingMetrics.Tests.Returns.Holding;
using SafeguardingMetrics.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>A partnership with one held return: October's visits, of which an export failed.</summary>
[TestFixture]
public sealed class HeldReturnPageTests : PageTest
{
    private readonly TestService service = new();
    private Uri? address;

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task The_overview_says_so_and_leads_to_why()
    {
        await SignIn("Board");
        var notice = Page.Locator(".app-held");
        await Expect(notice).ToContainTextAsync("1 return for this month is held and counted as not received");
        await Expect(Card("Statutory visits on time")).ToContainTextAsync("return held: EXA-CSC");
        await Expect(Card("Vacancy rate")).Not.ToContainTextAsync("held");
        await IsAccessible("overview-held");

        await notice.GetByRole(AriaRole.Link, new() { Name = "See what is held, and why" }).ClickAsync();
        await Shown();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "1 return is held" })).ToBeVisibleAsync();
    }

    [TestCase("/?month=2026-09")]
    [TestCase("/?for=agency%3AEXA-ICB")]
    [TestCase("/?knownAt=2026-11-01")]
    public async Task Another_month_or_agency_or_an_earlier_day_has_none(string view)
    {
        await SignIn("Board", view);
        await Expect(Page.Locator(".app-lead")).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-held")).ToHaveCountAsync(0);
    }

    private protected override async Task<Uri> GetAddress(DemonstrationService demonstration)
    {
        if (address is not null) return address;
        service.UseKestrel(0);
        service.StartServer();
        await service.Post("statutory-visits", "2026-09", HeldReturns.Visits("2026-09-08", 40, "A"));
        var held = await service.Post("statutory-visits", "2026-10", new JsonArray());
        Assert.That((string?)held.Json["status"], Is.EqualTo("held"), held.Text);
        return address = service.ClientOptions.BaseAddress;
    }

    private ILocator Card(string title) => Page.Locator(".app-card", new() { HasText = title });
}
