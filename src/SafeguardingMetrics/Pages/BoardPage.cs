using System.Security.Claims;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Pages;

/// <summary>A page for people: its frame is made here, what is on it by its module out of the public API.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name, in the title of the window and as its heading until the module says more.</param>
/// <param name="Module">Its module, a file of wwwroot/app/pages.</param>
/// <param name="Needs">The permissions that who sees it must have.</param>
/// <param name="IsInMenu">False where other pages lead to it.</param>
public sealed record BoardPage(string Path, string Title, string Module, IReadOnlyList<string> Needs, bool IsInMenu = true)
{
    /// <summary>All of them, in the order of the menu. The first that a caller may see is the one at which it begins.</summary>
    public static IReadOnlyList<BoardPage> All { get; } =
    [
        new("/", "Overview", "overview.js", [Permission.ReadFigures]),
        new("/indicator", "Indicator", "indicator.js", [Permission.ReadFigures], IsInMenu: false),
        new("/data-quality", "Data quality", "data-quality.js", [Permission.ReadDataQuality]),
        // These two say themselves who may: whoever may not is told who can.
        new("/check", "Check a file", "check.js", []),
        new("/cases", "Cases", "cases.js", [], IsInMenu: false),
    ];

    /// <summary>True where a caller may see it.</summary>
    public bool IsVisibleTo(ClaimsPrincipal caller) => Needs.All(permission => caller.HasClaim(Caller.PermissionClaim, permission));
}
