using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>The routes of the web interface. The pages show nothing but the public API's data.</summary>
internal static class PageEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPageFiles();
        routes.MapSignIn();
        foreach (var page in BoardPage.All) routes.MapGet(page.Path, (HttpContext http) => Show(page, http)).ExcludeFromDescription();
    }

    private static IResult Show(BoardPage page, HttpContext http)
    {
        var caller = http.User;
        if (caller.GetClientId() is null)
        {
            return http.Request.Headers["Sec-Fetch-Site"] == "cross-site"
                ? Reload(http)
                : Results.Redirect(SignInEndpoints.GetSignInUrl(http.Request.GetEncodedPathAndQuery()));
        }

        if (page.IsVisibleTo(caller)) return PageLayout.Render(page, http);
        if (page.Path == "/" && BoardPage.All.FirstOrDefault(other => other.IsInMenu && other.IsVisibleTo(caller)) is { } first)
            return Results.Redirect(first.Path);
        return PageLayout.Render("Not for this key", """
                  <h1 class="govuk-heading-l">You cannot see this page</h1>
                  <p class="govuk-body">The key that you signed in with does not give access to it. Ask the person who gave you the key.</p>
            """, http, StatusCodes.Status403Forbidden);
    }

    // A link in a message is a cross-site request, for which the browser withholds the SameSite=Strict cookie. Reloaded
    // from this page, the request carries the cookie.
    private static IResult Reload(HttpContext http)
    {
        var url = HtmlTemplate.Escape(http.Request.GetEncodedPathAndQuery());
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Safeguarding Metrics</title><meta http-equiv="refresh" content="0"></head>
            <body><p><a href="{url}">Continue to Safeguarding Metrics</a></p></body></html>
            """, "text/html; charset=utf-8", Encoding.UTF8);
    }
}
