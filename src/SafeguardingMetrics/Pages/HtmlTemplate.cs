using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Pages;

/// <summary>
/// A page's text with places in it: <c>{{name}}</c> is filled with text, which is escaped; <c>{{{name}}}</c> with HTML that was made here.
/// Three short texts need no more of a language than that.
/// </summary>
internal sealed partial class HtmlTemplate
{
    private readonly string text;

    private HtmlTemplate(string text) => this.text = text;

    /// <summary>One of the texts of this folder.</summary>
    public static HtmlTemplate Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream);
        return new HtmlTemplate(reader.ReadToEnd());
    }

    /// <summary>Text as HTML.</summary>
    public static string Escape(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>Fills every place.</summary>
    /// <exception cref="KeyNotFoundException">A place has nothing to be filled with.</exception>
    public string Render(params (string Name, string Value)[] values)
    {
        var found = values.ToFrozenDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return PlaceholderPattern().Replace(text, match => match.Groups["html"].Success ? found[match.Groups["html"].Value] : Escape(found[match.Groups["text"].Value]));
    }

    [GeneratedRegex(@"\{\{\{(?<html>\w+)\}\}\}|\{\{(?<text>\w+)\}\}")]
    private static partial Regex PlaceholderPattern();
}
