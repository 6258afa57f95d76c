using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>What may be wrong with a body.</summary>
internal static partial class BodyMutator
{
    private static readonly string[] MediaTypes =
    [
        "application/json", "application/x-ndjson", "text/csv", "text/csv; charset=utf-8", "application/json; charset=utf-16",
        "text/csv; charset=windows-1252", "application/json; charset=\"", "application/xml", "multipart/form-data; boundary=x",
        "multipart/form-data",
        "application/x-www-form-urlencoded", "text/plain", "application/json, text/csv", "application/octet-stream", "APPLICATION/JSON",
        "json", "/", "text/csv; header=absent", "application/vnd.api+json", "application/json; charset=utf-7",
    ];

    private static readonly string[] Wholes =
    [
        "", " ", "\n", "null", "{}", "[]", "[null]", "[[]]", "[{}]", "[{},{}]", "[1]", "\"\"", "0", "true", "[", "{", "}", "]", "\0",
        "\0\0\0\0", "[{\"\":\"\"}]", "[{\"a\":1}]", ",", ",,,\n,,,", "\"", "\"\"\"", "\r", "\r\r\r", "\n\n\n", "\uFEFF", "\uFEFF[]",
        "\uFEFF\uFEFF[]", "a", "a,a\n1,2", "NaN", "//", "/* */[]", "[]\n[]", "[][]", "{}\n{}", "{}{}",
        "\u001e{}\n", "<a/>", "PK\u0003\u0004", "a=b&c=d", "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--",
    ];

    /// <summary>A body with a change, and what the change was.</summary>
    public static (byte[] Body, string What) Mutate(byte[] body, string mediaType, Random dice)
    {
        var text = Encoding.UTF8.GetString(body);
        switch (dice.Next(18))
        {
            case 0:
                return (Bytes(Wholes[dice.Next(Wholes.Length)]), "another body");
            case 1:
                return (Bytes(UnusualValues.Json(dice)), "odd JSON");
            case 2:
                return (body[..dice.Next(body.Length + 1)], "cut short");
            case 3:
                return (Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray(), "UTF-16");
            case 4:
                byte[] spoilt = [.. body];
                for (var i = 0; i < 3 && spoilt.Length > 0; i++) spoilt[dice.Next(spoilt.Length)] = (byte)dice.Next(256);
                return (spoilt, "bytes spoilt");
            case 5:
                var at = dice.Next(body.Length + 1);
                byte[][] odd =
                [
                    [0xFF, 0xFE],
                    [0xED, 0xA0, 0x80],
                    [0xC0, 0xAF],
                    [0],
                    [0xF4, 0x90, 0x80, 0x80],
                    [0xE2, 0x80, 0xAE],
                    [0xEF, 0xBB, 0xBF],
                    [0x1A],
                    [0x0D],
                ];
                return ([.. body[..at], .. odd[dice.Next(odd.Length)], .. body[at..]], "bytes put in");
            case 6:
                return (Bytes(string.Concat(Enumerable.Repeat(text, dice.Next(2, 60)))), "repeated");
            case 7:
                return (body, $"sent as {MediaTypes[dice.Next(MediaTypes.Length)]}");
            case 8:
                return (Packed(body, "gzip"), "packed gzip");
            case 9:
                return (Packed(body, "br"), "packed br");
            case 10:
                return (Packed(Packed(body, "gzip"), "gzip"), "packed gzip twice");
            case 11:
                return (Bytes(text.Replace("\n", "\r", StringComparison.Ordinal)), "lines ended by CR");
            case 12:
                return (Bytes(new string(dice.Next(2) == 0 ? 'x' : '"', dice.Next(1, 3_000_000))), "one long line");
            case 13:
                return (
                    Bytes(string.Join(',', Enumerable.Range(0, 10_000).Select(i => $"f{i}")) + "\n" + new string(',', 9_999)),
                    "ten thousand columns");
            default:
                return mediaType.StartsWith("text/csv", StringComparison.Ordinal)
                    ? (Bytes(Cell(text, dice)), "a cell")
                    : (Bytes(Member(text, dice)), "a member");
        }
    }

    private static string Cell(string text, Random dice)
    {
        var lines = text.Split('\n');
        var at = dice.Next(lines.Length);
        var cells = lines[at].Split(',').ToList();
        var cell = dice.Next(cells.Count);
        switch (dice.Next(6))
        {
            case 0:
                cells.RemoveAt(cell);
                break;
            case 1:
                cells.Insert(cell, cells[dice.Next(cells.Count)]);
                break;
            case 2:
                cells[cell] = "\"" + cells[cell];
                break;
            case 3:
                cells[cell] = UnusualValues.Text(dice);
                break;
            default:
                cells[cell] = $"\"{UnusualValues.Text(dice).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
                break;
        }

        lines[at] = string.Join(',', cells);
        return string.Join('\n', lines);
    }

    private static string Member(string text, Random dice)
    {
        var members = Members().Matches(text);
        if (members.Count == 0) return UnusualValues.Json(dice);
        var member = members[dice.Next(members.Count)];
        var name = member.Groups["name"].Value;
        var changed = dice.Next(5) switch
        {
            0 => $"\"{name}\":{UnusualValues.Json(dice)},{member.Value}",
            1 => $"\"{name}x\":{member.Groups["value"].Value}",
            2 => $"{System.Text.Json.JsonSerializer.Serialize(UnusualValues.Text(dice))}:{member.Groups["value"].Value}",
            _ => $"\"{name}\":{UnusualValues.Json(dice)}",
        };
        return string.Concat(text.AsSpan(0, member.Index), changed, text.AsSpan(member.Index + member.Length));
    }

    private static byte[] Packed(byte[] body, string how)
    {
        using var packed = new MemoryStream();
        using (Stream packing = how == "br"
            ? new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)
            : new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            packing.Write(body);
        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    [GeneratedRegex("""\"(?<name>[A-Za-z0-9]+)\"\s*:\s*(?<value>\"[^\"]*\"|[-0-9.]+|true|false|null)""")]
    private static partial Regex Members();
}
