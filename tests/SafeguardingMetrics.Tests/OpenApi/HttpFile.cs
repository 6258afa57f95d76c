using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>
/// A file of requests as editors run them: <c>###</c> between requests, <c># @name</c> before one whose answer a later
/// one uses, <c>@host = …</c> for a variable, <c>{{host}}</c> and <c>{{name.response.body.$.returnId}}</c> in their
/// places. Ours add <c># expect 201 accepted</c>.
/// </summary>
internal sealed partial class HttpFile
{
    private readonly Dictionary<string, string> variables = [];

    private HttpFile(string name, IReadOnlyList<Request> requests) => (Name, Requests) = (name, requests);

    public string Name { get; }

    public IReadOnlyList<Request> Requests { get; }

    public static HttpFile Read(string path)
    {
        var parts = RequestBreak().Split(File.ReadAllText(path).ReplaceLineEndings("\n"));
        var file = new HttpFile(Path.GetFileName(path), [.. parts.Skip(1).Where(HasRequest).Select(Parse)]);
        foreach (Match variable in Variable().Matches(parts[0]))
            file.variables[variable.Groups["name"].Value] = variable.Groups["value"].Value.Trim();
        return file;
    }

    /// <summary>The text with variables and earlier answers in their places.</summary>
    public string Resolve(string text, IReadOnlyDictionary<string, JsonNode> answers) => Placeholder().Replace(text, placeholder =>
    {
        var words = placeholder.Groups[1].Value;
        if (variables.TryGetValue(words, out var value)) return value;
        var reference = Reference().Match(words);
        Assert.That(
            reference.Success && answers.ContainsKey(reference.Groups["name"].Value),
            Is.True,
            $"{Name}: nothing is known of {{{{{words}}}}}");
        return reference.Groups["path"].Value.Split('.', '[').Aggregate(answers[reference.Groups["name"].Value], (node, step) =>
            int.TryParse(step.TrimEnd(']'), out var place) ? node[place]! : node[step]!).ToString();
    });

    // A ### line alone ends the request before it.
    private static bool HasRequest(string part) => part.Split('\n').Skip(1).Any(line => line.Length > 0 && line[0] != '#');

    private static Request Parse(string text)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(1, line => line.Length > 0 && line[0] != '#');
        var comments = string.Join('\n', lines.Take(at));
        var expectation = Expectation().Match(comments);
        var start = lines[at].Split(' ', 2);
        var headers = lines
            .Skip(at + 1)
            .TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(header => header[0], header => header[1]);
        var body = string.Join('\n', lines.Skip(at + 1 + headers.Count)).Trim('\n');
        return new Request(
            lines[0].Trim(), NameOf().Match(comments) is { Success: true } name ? name.Groups[1].Value : null, new HttpMethod(start[0]),
            start[1], headers, body.Length == 0 ? null : body,
            expectation.Success
                ? int.Parse(expectation.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
                : null,
            expectation.Groups["word"] is { Success: true } word ? word.Value : null);
    }

    [GeneratedRegex("^###", RegexOptions.Multiline)]
    private static partial Regex RequestBreak();

    [GeneratedRegex(@"^@(?<name>\w+) *= *(?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{\{([^}]+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^(?<name>\w+)\.response\.body\.\$\.(?<path>.+)$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^# expect (?<status>\d{3})( (?<word>[a-z-]+))?$", RegexOptions.Multiline)]
    private static partial Regex Expectation();

    [GeneratedRegex(@"^# @name (\w+)$", RegexOptions.Multiline)]
    private static partial Regex NameOf();

    /// <summary>One request.</summary>
    /// <param name="Title">What follows ###.</param>
    /// <param name="Name">The name by which later requests know its answer.</param>
    /// <param name="Method">The method.</param>
    /// <param name="Address">The address, with placeholders.</param>
    /// <param name="Headers">The headers.</param>
    /// <param name="Body">The body.</param>
    /// <param name="Status">The status to expect; null where the file does not say.</param>
    /// <param name="Word">The receipt's status or the problem's code to expect.</param>
    public sealed record Request(
        string Title,
        string? Name,
        HttpMethod Method,
        string Address,
        IReadOnlyDictionary<string, string> Headers,
        string? Body,
        int? Status,
        string? Word);
}
