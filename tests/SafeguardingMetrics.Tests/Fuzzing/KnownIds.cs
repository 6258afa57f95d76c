using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>
/// The ids of what is there, by the address under which it is. Of keys and of those who hold them none is known, lest
/// the first DELETE end the run.
/// </summary>
internal sealed class KnownIds
{
    private static readonly string[] Credentials = ["key", "client", "agenc"];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> ids = new();

    /// <summary>One of the ids under an address; null where none is known.</summary>
    public string? Pick(string collection, Random dice) =>
        ids.TryGetValue(collection, out var there) && there.ToArray() is { Length: > 0 } some ? some[dice.Next(some.Length)] : null;

    /// <summary>Takes note of what an answer says was made.</summary>
    public void Learn(RawHttpResponse answer)
    {
        if (answer.Status == 201 && answer.Headers.TryGetValue("Location", out var made))
            Add(made[..made.LastIndexOf('/')], made[(made.LastIndexOf('/') + 1)..]);
    }

    /// <summary>Takes note of what an operation lists, where it is one that lists.</summary>
    public async Task Learn(HttpClient client, Operation operation)
    {
        if (operation.Method != "GET" || operation.Path.Contains('{', StringComparison.Ordinal)) return;
        using var response = await client.GetAsync(operation.Path);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json") return;
        var list = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        foreach (var (name, value) in (list as JsonArray ?? list?["items"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(item => item))
            if (name.EndsWith("Id", StringComparison.Ordinal) && value is not null) Add(operation.Path, value.ToString());
    }

    private void Add(string collection, string id)
    {
        if (!Credentials.Any(word => collection.Contains(word, StringComparison.Ordinal))) ids.GetOrAdd(collection, _ => []).Enqueue(id);
    }
}
