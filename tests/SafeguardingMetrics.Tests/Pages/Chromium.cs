using Microsoft.Playwright;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>The machine's own Chromium: Playwright brings none, so that tests need no download.</summary>
internal static class Chromium
{
    private static readonly string[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    /// <summary>
    /// Starts it. Where there is none, the tests fail in CI, and elsewhere are ignored with the reason.
    /// </summary>
    public static async Task<IBrowser> Launch(IPlaywright playwright)
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
        {
            const string Why = "No Chromium is here: install Debian's (apt-get install chromium), or say where one is in CHROMIUM_PATH.";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Why);
            Assert.Ignore(Why);
            return null!;
        }

        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        });
    }
}
