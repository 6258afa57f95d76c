using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>A test of the page <em>Check a file</em>.</summary>
public abstract class CheckPageTest : PageTest
{
    /// <summary>The header of a file of school attendance.</summary>
    protected const string Header = "pupilId,upn,locality,socialWorkerStatus,sessionsPossible,sessionsAttended,suspensions\n";

    /// <summary>What the page says of the file.</summary>
    protected ILocator Outcome => Page.Locator("section[aria-labelledby=outcome]");

    /// <summary>Chooses a file.</summary>
    protected Task Choose(string name, string content) =>
        Page.Locator(
            "input[type=file]").SetInputFilesAsync(new FilePayload
            {
                Name = name,
                MimeType = "application/octet-stream",
                Buffer = Encoding.UTF8.GetBytes(content),
            });

    /// <summary>Presses the button and waits for the answer.</summary>
    protected async Task Check()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
        await Expect(Page.Locator(".app-waiting")).ToHaveCountAsync(0);
    }
}
