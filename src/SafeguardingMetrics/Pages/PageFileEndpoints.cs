using Microsoft.Extensions.Primitives;

namespace SafeguardingMetrics.Pages;

/// <summary>Serves the static files of the pages.</summary>
internal static class PageFileEndpoints
{
    /// <summary>The path of the files, followed by their version.</summary>
    public const string Address = "/assets";

    /// <summary>
    /// The setting that names a folder to read the files from instead, for development: a change is visible at the next
    /// reload.
    /// </summary>
    public const string Folder = "Pages:Folder";

    private const string WorkingCopy = "working-copy";

    /// <summary>Maps the route.</summary>
    public static void MapPageFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Address + "/{version}/{**path}", Get).ExcludeFromDescription();

    /// <summary>The URL prefix of the current files.</summary>
    public static string GetRoot(IConfiguration configuration) =>
        $"{Address}/{(configuration[Folder] is null ? PageFile.Version : WorkingCopy)}";

    private static IResult Get(string version, string? path, HttpContext http, IConfiguration configuration)
    {
        var file = path is null ? null
            : configuration[Folder] is { } folder ? ReadFromFolder(folder, path)
            : PageFile.All.GetValueOrDefault(path);
        if (file is null) return Results.NotFound();

        // A URL of an old version serves the current file, so that a page loaded before an upgrade still works. Such a
        // response must not be cached.
        if (version == PageFile.Version) http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.Vary = "Accept-Encoding";
        if (file.Packed is null || !AcceptsEncoding(http.Request.Headers.AcceptEncoding))
            return Results.Bytes(file.Plain, file.ContentType);
        http.Response.Headers.ContentEncoding = "br";
        return Results.Bytes(file.Packed, file.ContentType);
    }

    private static bool AcceptsEncoding(StringValues encodings) =>
        encodings.ToString().Split(',', StringSplitOptions.TrimEntries).Contains("br");

    private static PageFile? ReadFromFolder(string folder, string path)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var full = Path.GetFullPath(Path.Combine(root, path));
        return full.StartsWith(root, StringComparison.Ordinal) && File.Exists(full)
            ? PageFile.Create(path, File.ReadAllBytes(full), null)
            : null;
    }
}
