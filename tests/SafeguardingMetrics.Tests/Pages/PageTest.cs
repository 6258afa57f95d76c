using System.Text.Json;
using Microsoft.Playwright;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>
/// A test in a real browser, with a window of its own that nobody is signed in to. Whatever the page complains of in
/// its console fails the test: an exception, a file that is not there, or something that the content security policy
/// forbids.
/// </summary>
[Category("Browser")]
[NonParallelizable]
public abstract class PageTest
{
    /// <summary>A desk's window.</summary>
    protected static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };

    /// <summary>A phone's, and a desk's at 400 %: 320 CSS pixels is what WCAG 2.2 asks for, in 1.4.10.</summary>
    protected static readonly ViewportSize Phone = new() { Width = 320, Height = 640 };

    private static readonly string Axe = File.ReadAllText(
        Path.Combine(Snapshot.Root, "tests", "SafeguardingMetrics.Tests", "Pages", "vendor", "axe.min.js"));
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("PAGE_PICTURES");
    private readonly List<string> complaints = [];
    private IBrowserContext context = null!;

    /// <summary>The window.</summary>
    protected IPage Page { get; private set; } = null!;

    /// <summary>What the console may say in this test: of an answer that the test asks for, such as 401.</summary>
    protected List<string> Expected { get; } = [];

    [SetUp]
    public async Task Open()
    {
        complaints.Clear();
        Expected.Clear();
        var demonstration = await DemonstrationService.Get();
        context = await demonstration.Browser.NewContextAsync(new()
        {
            BaseURL = (await GetAddress(demonstration)).ToString(),
            ViewportSize = Desk,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        Page = await context.NewPageAsync();
        Page.Console += (_, message) =>
        {
            // GOV.UK's typeface is for its own domain and is not here: a browser asks for it where it lays the page out
            // before our stylesheet has come, and does without.
            if (message.Type is "error" or "warning" && !message.Location.Contains("/assets/fonts/", StringComparison.Ordinal))
                complaints.Add($"{message.Text} {message.Location}");
        };
        Page.PageError += (_, error) => complaints.Add(error);
    }

    [TearDown]
    public async Task Close()
    {
        await context.DisposeAsync();
        Assert.That(complaints.Where(complaint => !Expected.Any(complaint.Contains)), Is.Empty, "what the page complained of");
    }

    /// <summary>The address of the service whose pages are tested: the demonstration's, unless a fixture has its own.</summary>
    private protected virtual Task<Uri> GetAddress(DemonstrationService demonstration) => Task.FromResult(demonstration.Address);

    /// <summary>Signs in by the demonstration's button, and comes to an address.</summary>
    protected async Task SignIn(string role, string address = "/")
    {
        await Page.GotoAsync($"/sign-in?returnTo={Uri.EscapeDataString(address)}");
        await Page.GetByRole(AriaRole.Button, new() { Name = role, Exact = true }).ClickAsync();
        // A click does not wait for where it leads.
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await Shown();
    }

    /// <summary>Waits until the page shows what its address asks for.</summary>
    protected async Task Shown()
    {
        await Page.WaitForFunctionAsync(
            "() => !document.querySelector('[data-page]') || (!document.querySelector('[data-page][aria-busy]') && "
            + "!document.querySelector('[data-page] .app-loading'))");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>
    /// Axe finds nothing against WCAG 2.2 AA, nor of its best practices; nothing is wider than the window, at a desk
    /// and at 320 pixels; and pictures of both are kept where PAGE_PICTURES names a folder.
    /// </summary>
    protected async Task IsAccessible(string name)
    {
        foreach (var size in new[] { Desk, Phone })
        {
            await Page.SetViewportSizeAsync(size.Width, size.Height);
            await Page.WaitForTimeoutAsync(50);
            if (Pictures is not null)
                await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{size.Width}.png"), FullPage = true });
            await Page.EvaluateAsync(Axe);
            var found = await Page.EvaluateAsync<JsonElement>(
                "() => axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations.map((one) => `${one.id}: "
                + "${one.help}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`))");
            Assert.That(found.EnumerateArray().Select(one => one.GetString()), Is.Empty, $"axe, of {name} at {size.Width} pixels");
            var width = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
            Assert.That(width, Is.LessThanOrEqualTo(size.Width), $"the width of {name} at {size.Width} pixels");
        }

        await Page.SetViewportSizeAsync(Desk.Width, Desk.Height);
    }
}
