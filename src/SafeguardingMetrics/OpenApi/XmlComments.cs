using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using System.Xml.XPath;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// The XML comments of an assembly, from which the OpenAPI document takes its texts. Lines are broken in the code where
/// the line is full; in the document a text is one line, and whoever shows it breaks it.
/// </summary>
internal static partial class XmlComments
{
    /// <summary>Reads the comments of an assembly, with each line break and its indent replaced by one blank.</summary>
    public static XPathDocument Read(Assembly assembly)
    {
        var comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml"));
        foreach (var text in comments.DescendantNodes().OfType<XText>()) text.Value = LineBreak().Replace(text.Value, " ");
        foreach (var comment in comments.Descendants("member").Elements()) Trim(comment);
        using var reader = comments.CreateReader();
        return new XPathDocument(reader);
    }

    private static void Trim(XElement comment)
    {
        if (comment.FirstNode is XText first) first.Value = first.Value.TrimStart();
        if (comment.LastNode is XText last) last.Value = last.Value.TrimEnd();
    }

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
