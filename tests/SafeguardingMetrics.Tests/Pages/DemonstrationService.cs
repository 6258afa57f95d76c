using Microsoft.Playwright;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>One service with the whole demonstration on a port of its own, and one browser, for every test of the pages: both take seconds to start. No test changes anything in it.</summary>
[SetUpFixture]
internal sealed class DemonstrationService
{
    private static TestService? service;
    private static IPlaywright? playwright;

    /// <summary>The browser.</summary>
    public static IBrowser Browser { get; private set; } = null!;

    /// <summary>Where the service is.</summary>
    public static Uri Address { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        // Nothing here is about speed: a machine with much else to do takes its time.
        Assertions.SetDefaultExpectTimeout(20_000);
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.Launch(playwright);
        service = new TestService { Setting = [("Demo:Returns", "true")] };
        service.UseKestrel(0);
        service.StartServer();
        Address = service.ClientOptions.BaseAddress;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        playwright?.Dispose();
        if (service is not null) await service.DisposeAsync();
    }
}
