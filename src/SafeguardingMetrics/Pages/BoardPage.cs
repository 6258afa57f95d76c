using System.Security.Claims;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>
/// A page of the web interface. The service renders its frame; its JavaScript module fills it from the public API.
/// </summary>
/// <param name="Path">The path of the URL.</param>
/// <param name="Title">The title of the window, and the heading until the module sets another.</param>
/// <param name="Module">The module, a file of wwwroot/app/pages.</param>
/// <param name="Needs">The permissions that a caller needs to see the page.</param>
/// <param name="IsInMenu">False for a page that is reached from other pages only.</param>
public sealed record BoardPage(string Path, string Title, string Module, IReadOnlyList<string> Needs, bool IsInMenu = true)
{
    /// <summary>
    /// All pages, in the order of the menu. A caller starts at the first page that the caller may see.
    /// </summary>
    public static IReadOnlyList<BoardPage> All { get; } =
    [
        new("/", "Overview", "overview.js", [Permission.ReadFigures]),
        new("/indicator", "Indicator", "indicator.js", [Permission.ReadFigures], IsInMenu: false),
        new("/data-quality", "Data quality", "data-quality.js", [Permission.ReadDataQuality]),
        // The next two pages check permissions themselves, and tell a caller without them who has access.
        new("/check", "Check a file", "check.js", []),
        new("/cases", "Cases", "cases.js", [], IsInMenu: false),
    ];

    /// <summary>True where the caller may see the page.</summary>
    public bool IsVisibleTo(ClaimsPrincipal caller) => Needs.All(permission => caller.HasClaim(Caller.PermissionClaim, permission));
}
