using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>
/// Signs in to the pages with a key or a token, and out again. In Development there is a button for each demonstration
/// key.
/// </summary>
internal static class SignInEndpoints
{
    private const string SignIn = "/sign-in";
    private static readonly HtmlTemplate Form = HtmlTemplate.Load("sign-in.html");

    /// <summary>Maps the routes.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(SignIn, ShowForm).ExcludeFromDescription();
        routes.MapPost(SignIn, PostSignIn).WithName("signIn").ExcludeFromDescription();
        routes.MapPost("/sign-out", PostSignOut).WithName("signOut").ExcludeFromDescription();
    }

    /// <summary>The URL of the sign-in form that returns to a page afterwards.</summary>
    public static string GetSignInUrl(string page) => page == "/" ? SignIn : $"{SignIn}?returnTo={Uri.EscapeDataString(page)}";

    private static IResult ShowForm(string? returnTo, HttpContext http) => Show(http, returnTo, StatusCodes.Status200OK, null);

    private static async Task<IResult> PostSignIn(HttpContext http, SessionCookie cookie)
    {
        var form = await UrlEncodedForm.Read(http.Request) ?? FormCollection.Empty;
        var (key, returnTo) = (form["key"].ToString().Trim(), form["returnTo"].ToString());
        // Login CSRF: another site must not sign a browser in as somebody else.
        if (!SameOriginCheck.IsSameOrigin(http.Request))
            return Show(http, returnTo, StatusCodes.Status403Forbidden, "Sign in on this page: the form was sent from another site");
        if (key.Length == 0) return Show(http, returnTo, StatusCodes.Status400BadRequest, "Enter your key or token");
        if (!cookie.IsAvailable)
        {
            return Show(http, returnTo, StatusCodes.Status503ServiceUnavailable,
                "Nobody can sign in to the pages of this installation yet: its setting OAuth__SigningKey is missing");
        }

        if (!await cookie.SignIn(http, key))
            return Show(http, returnTo, StatusCodes.Status401Unauthorized, "This key or token is unknown or has expired");
        return SeeOther(http, IsLocal(returnTo) ? returnTo : "/");
    }

    private static IResult PostSignOut(HttpContext http, SessionCookie cookie)
    {
        if (SameOriginCheck.IsSameOrigin(http.Request)) cookie.SignOut(http);
        return SeeOther(http, SignIn);
    }

    private static IResult SeeOther(HttpContext http, string address)
    {
        // A header has no room for other characters than those of ASCII.
        http.Response.Headers.Location = string.Concat(address.EnumerateRunes()
            .Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    // A path of this service. "//host" and "/\host" lead to other hosts.
    private static bool IsLocal(string address) =>
        address is "/"
        || (address.Length > 1 && address[0] == '/' && address[1] is not ('/' or '\\') && !address.Any(char.IsControl));

    private static string GetLocal(string? address) => address is not null && IsLocal(address) ? address : "/";

    private static IResult Show(HttpContext http, string? returnTo, int status, string? error)
    {
        var isDevelopment = http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();
        var main = Form.Render(
            ("returnTo", GetLocal(returnTo)),
            ("error", error is null ? "" : $"""
                          <div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert">
                            <h2 class="govuk-error-summary__title">There is a problem</h2>
                            <div class="govuk-error-summary__body">
                              <ul class="govuk-list govuk-error-summary__list"><li><a href="#key">{HtmlTemplate.Escape(error)}</a></li></ul>
                            </div></div></div>

                """),
            ("groupError", error is null ? "" : " govuk-form-group--error"),
            ("fieldError", error is null ? "" : $"""
                              <p id="key-error" class="govuk-error-message">
                                <span class="govuk-visually-hidden">Error:</span> {HtmlTemplate.Escape(error)}</p>

                """),
            ("inputError", error is null ? "" : " govuk-input--error"),
            ("describedBy", error is null ? "" : " key-error"),
            ("demonstration", isDevelopment ? DemonstrationButtons(returnTo) : ""));
        return PageLayout.Render(error is null ? "Sign in" : "Error: Sign in", main, http, status);
    }

    private static string DemonstrationButtons(string? returnTo) => $"""
                  <section class="app-demo" aria-labelledby="demo">
                    <h2 class="govuk-heading-m" id="demo">Try it as…</h2>
                    <p class="govuk-body">Exampleshire and its figures are invented. These keys work in Development only.</p>
                    <div class="app-demo__roles">
        {string.Concat(DemonstrationKeys.Keys.OrderBy(key => key.Agency is not null).Select(key => $"""
                      <form method="post" action="/sign-in">
                        <input type="hidden" name="returnTo" value="{HtmlTemplate.Escape(GetLocal(returnTo))}">
                        <input type="hidden" name="key" value="{key.Key}">
                        <button type="submit" class="govuk-button govuk-button--secondary">
                          {HtmlTemplate.Escape(GetRoleName(key.Name))}</button>
                      </form>

        """))}            </div>
                  </section>

        """;

    private static string GetRoleName(string name) => name.Split(": ")[^1] is var role ? char.ToUpperInvariant(role[0]) + role[1..] : name;
}
