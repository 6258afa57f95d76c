using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Pages;

/// <summary>
/// An HTML template with placeholders: <c>{{name}}</c> inserts escaped text, <c>{{{name}}}</c> inserts HTML made by the
/// service. Three short templates need no template engine.
/// </summary>
internal sealed partial class HtmlTemplate
{
    private readonly string text;

    private HtmlTemplate(string text) => this.text = text;

    /// <summary>Loads an embedded template of this folder.</summary>
    public static HtmlTemplate Load(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"pages/{name}")!;
        using var reader = new StreamReader(stream);
        return new HtmlTemplate(reader.ReadToEnd());
    }

    /// <summary>Escapes text for HTML.</summary>
    public static string Escape(string text) => HtmlEncoder.Default.Encode(text);

    /// <summary>Fills all placeholders.</summary>
    /// <exception cref="KeyNotFoundException">A placeholder has no value.</exception>
    public string Render(params (string Name, string Value)[] values)
    {
        var found = values.ToFrozenDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return PlaceholderPattern().Replace(text, match => match.Groups["html"].Success
            ? found[match.Groups["html"].Value]
            : Escape(found[match.Groups["text"].Value]));
    }

    [GeneratedRegex(@"\{\{\{(?<html>\w+)\}\}\}|\{\{(?<text>\w+)\}\}")]
    private static partial Regex PlaceholderPattern();
}
