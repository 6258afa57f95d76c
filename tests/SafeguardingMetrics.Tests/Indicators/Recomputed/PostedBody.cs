using System.Text;
using System.Text.Json;

namespace SafeguardingMetrics.Tests.Indicators.Recomputed;

/// <summary>
/// Reads a body plainly: each record as its fields' texts, what is empty left out, lists with semicolons between.
/// </summary>
internal static class PostedBody
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(byte[] body, string mediaType)
    {
        var text = Encoding.UTF8.GetString(body);
        return mediaType switch
        {
            "application/json" => [.. JsonDocument.Parse(text).RootElement.EnumerateArray().Select(Fields)],
            "text/csv" => Csv(text),
            _ => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Fields(JsonDocument.Parse(line).RootElement))],
        };
    }

    private static Dictionary<string, string> Fields(JsonElement record) => record.EnumerateObject()
        .Where(field => field.Value.ValueKind != JsonValueKind.Null)
        .ToDictionary(
            field => field.Name,
            field => field.Value.ValueKind == JsonValueKind.Array
                ? string.Join(';', field.Value.EnumerateArray())
                : field.Value.ToString().ToLowerIf(field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False));

    private static string ToLowerIf(this string text, bool isTruth) => isTruth ? text.ToLowerInvariant() : text;

    private static List<IReadOnlyDictionary<string, string>> Csv(string text)
    {
        var lines = Lines(text).ToList();
        return [
            .. lines
                .Skip(1)
                .Select(line => (IReadOnlyDictionary<string, string>)lines[0]
                    .Zip(line)
                    .Where(cell => cell.Second.Length > 0)
                    .ToDictionary(cell => cell.First, cell => cell.Second)),
        ];
    }

    private static IEnumerable<List<string>> Lines(string text)
    {
        var (line, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
            else if (letter == '"') isQuoted = !isQuoted;
            else if (isQuoted || letter is not (',' or '\r' or '\n')) cell.Append(letter);
            else if (letter != '\r')
            {
                line.Add(cell.ToString());
                cell.Clear();
                if (letter != '\n') continue;
                yield return line;
                line = [];
            }
        }
    }
}
