using Microsoft.AspNetCore.WebUtilities;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>A page of a longer list.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">The address of the next page; null on the last. Also in the header <c>Link</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>How many items a page has unless asked otherwise.</summary>
    public const int DefaultSize = 100;

    /// <summary>The most items a page has.</summary>
    public const int MostSize = 1000;
}

/// <summary>Makes pages.</summary>
public static class Page
{
    /// <summary>
    /// A page of what was found, which is one item more than fits where there is a next page; sets the header
    /// <c>Link</c>.
    /// </summary>
    public static Page<T> Create<T>(HttpContext http, IReadOnlyList<T> found, int size, Func<T, string> cursorAfter)
    {
        if (found.Count <= size) return new Page<T>(found, null);
        var items = found.Take(size).ToList();
        var query = http.Request.Query
            .Where(pair => pair.Key != "cursor").ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query["cursor"] = cursorAfter(items[^1]);
        var next = QueryHelpers.AddQueryString($"{http.Request.PathBase}{http.Request.Path}", query);
        http.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        return new Page<T>(items, next);
    }

    /// <summary>What to say of a page size that is none.</summary>
    public static string InvalidSizeDetail { get; } = $"limit is a whole number from 1 to {Page<int>.MostSize}.";

    /// <summary>Reads a page size.</summary>
    public static bool TryParseSize(string? limit, out int size)
    {
        size = Page<int>.DefaultSize;
        return limit is null || (int.TryParse(limit, out size) && size is >= 1 and <= Page<int>.MostSize);
    }
}
