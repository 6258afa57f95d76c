using System.Globalization;
using System.Security.Claims;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>The frame of every page: header, menu, signed-in caller, footer.</summary>
internal static class PageLayout
{
    private static readonly HtmlTemplate Layout = HtmlTemplate.Load("layout.html");
    private static readonly HtmlTemplate Navigation = HtmlTemplate.Load("navigation.html");
    private const string ApiLink = $"""
                <li class="govuk-footer__inline-list-item">
                  <a class="govuk-footer__link" href="{OpenApiPage.Address}">The API behind these pages</a></li>

        """;

    /// <summary>Renders a page whose module fills its content.</summary>
    public static IResult Render(BoardPage page, HttpContext http)
    {
        var assets = PageFileEndpoints.GetRoot(http.RequestServices.GetRequiredService<IConfiguration>());
        var main = $"""
                  <h1 class="govuk-heading-l" data-heading tabindex="-1">{HtmlTemplate.Escape(page.Title)}</h1>
                  <div data-page><p class="govuk-body app-loading">Loading…</p></div>
                  <noscript><p class="govuk-body">This page needs JavaScript, which is turned off in this browser.
                    The same figures are in the {(OpenApiPage.IsEnabled(http.RequestServices)
                        ? $"<a class=\"govuk-link\" href=\"{OpenApiPage.Address}\">API</a>" : "API")}.</p></noscript>
            """;
        var script = $"""  <script type="module" src="{assets}/app/pages/{page.Module}"></script>""" + "\n";
        return Render(page.Title, main, http, StatusCodes.Status200OK, page, script);
    }

    /// <summary>Renders a page with complete content.</summary>
    public static IResult Render(string title, string main, HttpContext http, int status, BoardPage? page = null, string scripts = "")
    {
        var caller = http.User;
        var isKnown = caller.GetClientId() is not null;
        var text = Layout.Render(
            ("title", title),
            ("assets", PageFileEndpoints.GetRoot(http.RequestServices.GetRequiredService<IConfiguration>())),
            ("scripts", scripts),
            ("permissions", string.Join(' ', caller.FindAll(Caller.PermissionClaim).Select(claim => claim.Value))),
            ("agency", caller.GetAgency()?.Code ?? ""),
            ("today", London.Today(http.RequestServices.GetRequiredService<TimeProvider>()).ToString("O", CultureInfo.InvariantCulture)),
            ("navigation", isKnown ? Navigation.Render(("items", RenderMenu(caller, page)), ("caller", GetDisplayName(caller))) : ""),
            ("api", OpenApiPage.IsEnabled(http.RequestServices) ? ApiLink : ""),
            ("main", main));
        return Results.Content(text, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static string RenderMenu(ClaimsPrincipal caller, BoardPage? current) =>
        string.Concat(BoardPage.All
            .Where(page => page.IsInMenu && page.IsVisibleTo(caller))
            .Select(page => RenderItem(page, page == current)));

    private static string RenderItem(BoardPage page, bool isCurrent)
    {
        const string Item = "govuk-service-navigation__item";
        var title = HtmlTemplate.Escape(page.Title);
        var (css, current) = isCurrent ? ($"{Item} {Item}--active", " aria-current=\"page\"") : (Item, "");
        var label = isCurrent ? $"<strong class=\"govuk-service-navigation__active-fallback\">{title}</strong>" : title;
        var link = $"<a class=\"govuk-service-navigation__link\" href=\"{page.Path}\"{current}>{label}</a>";
        return $"            <li class=\"{css}\">{link}</li>\n";
    }

    // The names of keys are for administrators, so the page shows the agency, or what the caller may see.
    private static string GetDisplayName(ClaimsPrincipal caller) =>
        caller.GetAgency()?.Name
        ?? (caller.HasClaim(Caller.PermissionClaim, Permission.Administer) ? "Administrator"
            : caller.CanSeeFullFigures() ? "Analyst: full figures"
            : "Board: protected figures");
}
