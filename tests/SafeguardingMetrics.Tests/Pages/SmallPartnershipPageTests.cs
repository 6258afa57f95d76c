using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SafeguardingMetrics.Releases.Making;
using SafeguardingMetrics.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>A partnership with 60 open cases, which sends its first return in November.</summary>
[TestFixture]
public sealed class SmallPartnershipPageTests : PageTest
{
    private readonly TestService service = new();
    private Uri? address;

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public async Task Localities_are_shown_by_quarter_and_teams_not_at_all()
    {
        await SignIn("Board", "/indicator?code=unallocated-cases");
        await Expect(Page.Locator(".app-headline")).ToContainTextAsync("10 to 14 of 60 to 64");
        await Expect(Page.Locator("#breakdown")).ToHaveTextAsync("Broken down, July to September 2026");
        await Expect(Page.GetByText("By locality, figures are released by quarter.")).ToBeVisibleAsync();
        await Expect(Page.Locator(".app-bars__row")).ToHaveCountAsync(2);

        await Page.GetByRole(AriaRole.Link, new() { Name = "Team", Exact = true }).ClickAsync();
        await Shown();
        await Expect(Page.Locator("#breakdown")).ToHaveTextAsync("Broken down by team");
        await Expect(Page.GetByText("By team, no figures are released: too few children are counted.")).ToBeVisibleAsync();
        await IsAccessible("indicator-small-partnership");
    }

    [Test]
    public async Task What_is_not_released_yet_says_when_it_is_due()
    {
        await SignIn("Board", "/?knownAt=2026-11-22");
        await Expect(Page.Locator(".app-release")).ToContainTextAsync("No figures of October 2026 are released.");
        var card = Page.Locator(".app-card", new() { HasText = "Average caseload" });
        await Expect(card).ToContainTextAsync("Not released yet");
        await Expect(card).ToContainTextAsync("October 2026 is due to be released on 25 November 2026.");
        await IsAccessible("overview-not-released");
    }

    private protected override async Task<Uri> GetAddress(DemonstrationService demonstration)
    {
        if (address is not null) return address;
        service.UseKestrel(0);
        service.StartServer();
        var sent = await service.Post("open-cases", "2026-09-30", new JsonArray([.. Enumerable.Range(1, 62).Select(CreateCase)]));
        Assert.That((string?)sent.Json["status"], Does.StartWith("accepted"), sent.Text);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await service.Services.GetRequiredService<ReleaseMaker>().Run(CancellationToken.None);
        return address = service.ClientOptions.BaseAddress;
    }

    private static JsonNode CreateCase(int number)
    {
        var isWaiting = number <= 12;
        return new JsonObject
        {
            ["childId"] = $"C-{number.ToString(CultureInfo.InvariantCulture)}",
            ["locality"] = number % 2 == 0 ? "East" : "West",
            ["team"] = number % 2 == 0 ? "East 1" : "West 1",
            ["planType"] = "child-in-need",
            ["openedOn"] = "2026-09-01",
            ["allocatedWorkerId"] = isWaiting ? null : $"W-{(number % 7).ToString(CultureInfo.InvariantCulture)}",
            ["allocatedOn"] = isWaiting ? null : "2026-09-02",
        };
    }
}
