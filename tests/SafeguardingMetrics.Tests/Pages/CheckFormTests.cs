using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SafeguardingMetrics.Tests.Pages;

/// <summary>What the page asks for, of whom, and what it says where something is missing.</summary>
[TestFixture]
public sealed class CheckFormTests : CheckPageTest
{
    [Test]
    public async Task What_is_missing_or_cannot_be_read_is_told_where_it_is_mended()
    {
        Expected.AddRange(["400 (Bad Request)", "403 (Forbidden)", "413 (Payload Too Large)"]);
        await SignIn("School", "/check");
        await Page.GetByLabel("First day").FillAsync("");
        await Check();
        var summary = Page.Locator(".govuk-error-summary");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(Page).ToHaveTitleAsync("Error: Check a file – Safeguarding Metrics");
        await IsAccessible("check-nothing-chosen");
        await summary.GetByRole(AriaRole.Link, new() { Name = "Choose a file" }).FocusAsync();
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("#file")).ToBeFocusedAsync();
        await summary.GetByRole(AriaRole.Link, new() { Name = "Enter the first day that the file covers" }).ClickAsync();
        await Expect(Page.GetByLabel("First day")).ToBeFocusedAsync();

        await Page.GetByLabel("First day").FillAsync("2026-11-16");
        await Choose("return.xlsx", "PK");
        await Check();
        await Expect(summary).ToContainTextAsync("Choose a file whose name ends in .csv, .json or .ndjson");

        await Choose("cut-off.csv", Header + "PU-1,\"abc\n");
        await Check();
        await Expect(summary).ToContainTextAsync(
            "The quotation mark that opens here is not closed. Close it, and write one within a text twice (\"\").");
        await Expect(summary).ToContainTextAsync("Look at line 2, position 6 of the file.");

        await Page.GetByLabel("Dataset").SelectOptionAsync("statutory-visits");
        await Check();
        await Expect(summary).ToContainTextAsync("statutory-visits is sent by social-care; EXA-SCH-01 belongs to school.");

        // As the service answers to what is larger than it takes: a file of that size would be too much for a test.
        await Page.RouteAsync(
            "**/check?*",
            route => route.FulfillAsync(new()
            {
                Status = 413,
                ContentType = "application/problem+json",
                Body =
                    """{ "title": "The body is too large.", "status": 413, "detail": "At most 268435456 bytes are """
                    + """taken.", "code": "too-large" }""",
            }));
        await Check();
        await Expect(summary).ToContainTextAsync("The body is too large.");
        await Expect(summary).ToContainTextAsync("At most 268435456 bytes are taken.");
    }

    [Test]
    public async Task A_snapshot_is_asked_for_one_day_and_has_a_template()
    {
        await SignIn("Social care", "/check?dataset=open-cases");
        await Expect(Page.GetByLabel("First day")).ToBeHiddenAsync();
        await Page.GetByLabel("The day that the file describes").FillAsync("2026-11-20");
        var template = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new()
        {
            Name = "Template of open cases (CSV)",
        }).ClickAsync());
        Assert.That(template.SuggestedFilename, Is.EqualTo("open-cases.csv"));
        await Choose("open-cases.csv", await File.ReadAllTextAsync(await template.PathAsync()));
        await Check();
        await Expect(Outcome).ToContainTextAsync("open cases of EXA-CSC, 20 November 2026.");
        await Expect(Outcome.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync("The file would be held");
        await Expect(Outcome.GetByRole(AriaRole.Listitem)).ToHaveTextAsync([
            "0 records were accepted; 2026-11-20 has 415 records in force.",
        ]);

        // Nothing was sent for this day or one before it, so that no records are no difference.
        await Page.GetByLabel("The day that the file describes").FillAsync("2025-01-06");
        await Check();
        await Expect(Outcome.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(
            "Nothing is wrong: the file holds no records");
    }

    [Test]
    public async Task Who_sends_no_returns_is_told_who_can_check_them()
    {
        await SignIn("Board", "/check");
        await Expect(
            Page.GetByText(
                "Your key cannot check files. Agencies that send returns can check theirs with their own key")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" })).ToHaveCountAsync(0);
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Health assessments (CSV)" })).ToHaveAttributeAsync(
            "href", "/v1/datasets/health-assessments/template.csv");
        await IsAccessible("check-not-allowed");
    }
}
