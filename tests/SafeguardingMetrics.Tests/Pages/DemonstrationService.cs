using Microsoft.Playwright;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>
/// One service with the whole demonstration on a port of its own, and one browser, for every test of the pages: both
/// take seconds to start, and start when the first test asks. No test changes anything in them.
/// </summary>
internal sealed class DemonstrationService : IAsyncDisposable
{
    private static readonly Lazy<Task<DemonstrationService>> Started = new(Start);
    private readonly TestService service;
    private readonly IPlaywright playwright;

    private DemonstrationService(TestService service, IPlaywright playwright, IBrowser browser) =>
        (this.service, this.playwright, Browser) = (service, playwright, browser);

    /// <summary>The browser.</summary>
    public IBrowser Browser { get; }

    /// <summary>The service's address.</summary>
    public Uri Address => service.ClientOptions.BaseAddress;

    /// <summary>The one that all tests share, started where nobody has asked before.</summary>
    public static Task<DemonstrationService> Get() => Started.Value;

    /// <summary>Ends it, where it was started.</summary>
    public static async Task Stop()
    {
        if (Started is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await Started.Value).DisposeAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await service.DisposeAsync();
    }

    private static async Task<DemonstrationService> Start()
    {
        // Nothing here is about speed: a machine with much else to do takes its time.
        Assertions.SetDefaultExpectTimeout(20_000);
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.Launch(playwright);
        var service = new TestService { Setting = [("Demo:Returns", "true")] };
        service.UseKestrel(0);
        service.StartServer();
        return new DemonstrationService(service, playwright, browser);
    }
}
