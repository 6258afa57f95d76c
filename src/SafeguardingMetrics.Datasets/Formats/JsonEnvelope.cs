using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// An object that has the list of records in a member, as APIs and BI tools write it: <c>{"value": [ … ]}</c>. Its other members are
/// passed over, but for those that say that the list is not the whole list: a next page, an error, a greater count.
/// </summary>
internal sealed class JsonEnvelope
{
    private static readonly string[] Lists = ["value", "records", "data", "items", "rows", "results"];
    private static readonly string[] Outer = [.. Lists, "d", "meta", "links", "_links", "page", "paging", "pagination", "pageInfo"];
    private static readonly string[] NextPages =
    [
        "@odata.nextLink", "odata.nextLink", "__next", "nextLink", "next", "nextPage", "next_page", "nextPageToken", "nextCursor",
        "next_cursor", "next_page_url", "hasMore", "has_more", "hasNextPage",
    ];

    private static readonly string[] Totals =
        ["@odata.count", "odata.count", "__count", "count", "total", "totalCount", "total_count", "totalRecords", "total_records"];

    private static readonly string[] Errors = ["error", "errors", "fault", "exception"];

    private string name = "";
    private bool isErrorOpen;
    private bool hasList;
    private int listDepth;
    private long total;

    /// <summary>The names of a member that can have the list, for sentences.</summary>
    public static string ListNames { get; } = $"{string.Join(", ", Lists[..^1])} or {Lists[^1]}";

    /// <summary>How many records the list has had so far.</summary>
    public int Records { get; set; }

    /// <summary>True where the last object had a field of the dataset within the member that should have the list.</summary>
    public bool HasRecordForList { get; private set; }

    /// <summary>
    /// Goes through the members of the body's object until one tells what it is. Called again from the object's beginning where the
    /// buffer ended before.
    /// </summary>
    /// <param name="json">Stands before the object; afterwards at the list's opening bracket, where there is a list.</param>
    /// <param name="handler">Knows the names of the fields.</param>
    /// <param name="fault">What is wrong with a member, where something is.</param>
    public JsonEnvelopeKind Find(ref Utf8JsonReader json, IRecordHandler handler, out string? fault)
    {
        fault = null;
        (name, isErrorOpen, hasList, total, HasRecordForList) = ("", false, false, 0, false);
        var members = 0;
        if (!json.Read()) return JsonEnvelopeKind.Unfinished;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.EndObject when json.CurrentDepth == 0:
                    return members == 0 ? JsonEnvelopeKind.Empty : JsonEnvelopeKind.Unknown;
                case JsonTokenType.PropertyName when handler.FindHeaderField(json.ValueSpan) >= 0:
                    HasRecordForList = json.CurrentDepth > 1;
                    return HasRecordForList ? JsonEnvelopeKind.Unknown : JsonEnvelopeKind.Record;
                case JsonTokenType.StartArray when !isErrorOpen && IsAny(Lists):
                    (hasList, listDepth) = (true, json.CurrentDepth);
                    return JsonEnvelopeKind.List;
                case JsonTokenType.StartObject when !isErrorOpen && IsAny(Outer):
                    continue;
            }

            members++;
            if ((fault = FindFault(ref json)) is not null) return JsonEnvelopeKind.Unknown;
            if (json.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && !isErrorOpen && !json.TrySkip()) break;
        }

        return JsonEnvelopeKind.Unfinished;
    }

    /// <summary>What a token outside the list says against taking the list as the whole return; null where nothing.</summary>
    public string? FindFault(ref Utf8JsonReader json)
    {
        if (isErrorOpen)
        {
            isErrorOpen = false;
            if (json.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject)) return HasError;
        }

        switch (json.TokenType)
        {
            case JsonTokenType.PropertyName:
                name = json.ValueIsEscaped ? "" : System.Text.Encoding.UTF8.GetString(json.ValueSpan);
                return null;
            case JsonTokenType.StartArray or JsonTokenType.StartObject when IsAny(Errors):
                isErrorOpen = true;
                return null;
            case JsonTokenType.StartArray when hasList && json.CurrentDepth <= listDepth && IsAny(Lists):
                return "The body has more than one list of records. Send one list, [ … ].";
            case JsonTokenType.StartObject or JsonTokenType.True when IsAny(NextPages):
            case JsonTokenType.String or JsonTokenType.Number when IsAny(NextPages) && SaysSomething(ref json):
                return IsOnePage;
            case JsonTokenType.True when IsAny(Errors):
            case JsonTokenType.String or JsonTokenType.Number when IsAny(Errors) && SaysSomething(ref json):
                return HasError;
            case JsonTokenType.Number when IsAny(Totals) && json.TryGetInt64(out var said):
                total = Math.Max(total, said);
                return null;
            default:
                return null;
        }
    }

    /// <summary>What is wrong at the end of the body; null where nothing.</summary>
    public string? FindFaultAtEnd() => total > Records ? $"{IsOnePage} It says that there are {total} records, and has {Records}." : null;

    private const string HasError = "The body is an answer that says an error. Ask again, and send the list of records.";

    private const string IsOnePage =
        "The body is one page of a longer list. Ask for all pages, and send all records in one list: those that are left out would count "
        + "as gone.";

    private static bool SaysSomething(ref Utf8JsonReader json) => !json.ValueSpan.IsEmpty && !json.ValueSpan.SequenceEqual("0"u8);

    private bool IsAny(string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What the object is with which a body begins.</summary>
internal enum JsonEnvelopeKind
{
    /// <summary>The bytes that are there do not tell it.</summary>
    Unfinished,

    /// <summary>It has no member.</summary>
    Empty,

    /// <summary>A record: it has a field of the dataset.</summary>
    Record,

    /// <summary>It has a list of records.</summary>
    List,

    /// <summary>None of these.</summary>
    Unknown,
}
