using System.Globalization;
using System.Security.Claims;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>The frame of every page: what is above and below, who is signed in, and where they may go.</summary>
internal static class PageLayout
{
    private static readonly Html Layout = Html.Of("layout.html");
    private static readonly Html Navigation = Html.Of("navigation.html");

    /// <summary>A page, of which its module then fills the middle.</summary>
    public static IResult Of(BoardPage page, HttpContext http)
    {
        var assets = PageFileEndpoints.Root(http.RequestServices.GetRequiredService<IConfiguration>());
        var main = $"""
                  <h1 class="govuk-heading-l" data-heading tabindex="-1">{Html.Escape(page.Title)}</h1>
                  <div data-page><p class="govuk-body app-loading">Loading…</p></div>
                  <noscript><p class="govuk-body">This page draws its figures with JavaScript, which is turned off in this browser. The same figures are in the <a class="govuk-link" href="/swagger">API</a>.</p></noscript>
            """;
        return Of(page.Title, main, http, StatusCodes.Status200OK, page, $"""  <script type="module" src="{assets}/app/pages/{page.Module}"></script>""" + "\n");
    }

    /// <summary>A page that is whole as it is.</summary>
    public static IResult Of(string title, string main, HttpContext http, int status, BoardPage? page = null, string scripts = "")
    {
        var caller = http.User;
        var isKnown = caller.Client() is not null;
        var text = Layout.With(
            ("title", title),
            ("assets", PageFileEndpoints.Root(http.RequestServices.GetRequiredService<IConfiguration>())),
            ("scripts", scripts),
            ("permissions", string.Join(' ', caller.FindAll(Caller.PermissionClaim).Select(claim => claim.Value))),
            ("agency", caller.Agency()?.Code ?? ""),
            ("today", London.Today(http.RequestServices.GetRequiredService<TimeProvider>()).ToString("O", CultureInfo.InvariantCulture)),
            ("navigation", isKnown ? Navigation.With(("items", Items(caller, page)), ("caller", NameOf(caller))) : ""),
            ("main", main));
        return Results.Content(text, "text/html; charset=utf-8", Encoding.UTF8, status);
    }

    private static string Items(ClaimsPrincipal caller, BoardPage? current) => string.Concat(BoardPage.All.Where(page => page.IsInMenu && page.IsFor(caller)).Select(page => page == current
        ? $"""            <li class="govuk-service-navigation__item govuk-service-navigation__item--active"><a class="govuk-service-navigation__link" href="{page.Path}" aria-current="page"><strong class="govuk-service-navigation__active-fallback">{Html.Escape(page.Title)}</strong></a></li>""" + "\n"
        : $"""            <li class="govuk-service-navigation__item"><a class="govuk-service-navigation__link" href="{page.Path}">{Html.Escape(page.Title)}</a></li>""" + "\n"));

    // A key has no name that the service may show around, so it is said what it may see.
    private static string NameOf(ClaimsPrincipal caller) => caller.Agency()?.Name
        ?? (caller.HasClaim(Caller.PermissionClaim, Permission.Administer) ? "Administrator" : caller.SeesFullFigures() ? "Analyst: full figures" : "Board: protected figures");
}
