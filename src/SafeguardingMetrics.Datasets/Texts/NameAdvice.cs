using SafeguardingMetrics.Datasets.Catalogue;

namespace SafeguardingMetrics.Datasets.Texts;

/// <summary>Says that a name is not one of those that there are, and which is most likely meant.</summary>
public static class NameAdvice
{
    /// <summary>
    /// Such as <c>indicator is the code of an indicator, and "visit-on-time" is none. Did you mean "visits-on-time"?</c>
    /// </summary>
    /// <param name="sentence">What the name has to be, a sentence without its full stop.</param>
    /// <param name="name">The name that was given.</param>
    /// <param name="known">The names that there are.</param>
    public static string Describe(string sentence, string name, IEnumerable<string> known) =>
        $"{sentence}{(QuotedText.Create(name) is { } quoted ? $", and {quoted} is none" : "")}.{FindMeant(name, known)}";

    /// <summary>A question that names the nearest of the known names, with a blank before it; otherwise empty.</summary>
    public static string FindMeant(string name, IEnumerable<string> known) =>
        NearestName.Find(name.Trim(), known) is { } meant ? $" Did you mean \"{meant}\"?" : "";
}
