using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Datasets.Texts;

/// <summary>Says that a name is not one of those that there are, and which is most likely meant.</summary>
public static partial class NameAdvice
{
    /// <summary>
    /// Such as <c>indicator is the code of an indicator, and "visit-on-time" is none. Did you mean "visits-on-time"?</c>
    /// </summary>
    /// <param name="sentence">What the name has to be, a sentence without its full stop.</param>
    /// <param name="name">The name that was given.</param>
    /// <param name="known">The names that there are.</param>
    public static string Describe(string sentence, string name, IEnumerable<string> known) =>
        $"{sentence}{(Quote(name, known) is { } quoted ? $", and {quoted} is none" : "")}.{FindMeant(name, known)}";

    /// <summary>
    /// The name in quotation marks, where it is written as a code is or near to one that is known; otherwise null. Other
    /// texts are not repeated: they can be anything, such as a child's name.
    /// </summary>
    public static string? Quote(string name, IEnumerable<string> known) =>
        Code().IsMatch(name) || NearestName.Find(name.Trim(), known) is not null ? QuotedText.Create(name) : null;

    /// <summary>A question that names the nearest of the known names, with a blank before it; otherwise empty.</summary>
    public static string FindMeant(string name, IEnumerable<string> known) =>
        NearestName.Find(name.Trim(), known) is { } meant ? $" Did you mean \"{meant}\"?" : "";

    // A code, a day, an interval: in it is a digit, a hyphen or an underscore, or no capital, or nothing but capitals.
    [GeneratedRegex("^(?=.*[-_0-9]|[^A-Z]*$|[A-Z]*$)[A-Za-z0-9_./:-]+$")]
    private static partial Regex Code();
}
