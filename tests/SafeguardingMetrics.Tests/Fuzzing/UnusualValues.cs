using System.Globalization;

namespace SafeguardingMetrics.Tests.Fuzzing;

/// <summary>What somebody may send where a value is expected.</summary>
internal static class UnusualValues
{
    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "-0",
        "1e400",
        "1E+2",
        "NaN",
        "Infinity",
        "2147483648",
        "9223372036854775808",
        "99999999999999999999999999999999999999",
        "0.1",
        "1,5",
        "0x10",
        "१२",
        "½",
        "1 000",
        "+1",
        "00000001",
        "-9223372036854775809",
    ];
    private static readonly string[] Days =
    [
        "0000-00-00", "0001-01-01", "9999-12-31", "9999-12", "0001-01", "2026-02-29", "2026-13-01", "2026-11-31", "2026-1-1", "20261122",
        "22/11/2026", "2026-W47", "2026-11-22T", "2026-11-22T24:00:00Z", "2026-11-22T23:59:60Z",
        "2026-11-22T12:00:00+99:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "9999-12-31T23:59:59Z",
        "10000-01-01", "-2026-11-22", "1752-09-03", "2026-10-25T01:30:00", "2026-03-29T01:30:00Europe/London",
        "2026-11-01/2026-11-22/2026-11-23", "2026-11-22/2026-11-01", "/", "2026-11/2026-12", "0001-01-01/9999-12-31",
        "9998-12-31/9999-12-31", "२०२६-११-२२", "２０２６-１１-２２",
    ];

    private static readonly string[] Texts =
    [
        "", " ", "\t", "\r\n", "\0", "a\0b", "null", "undefined", "true", "[]", "{}", "*", "%", "%%", "_", "'", "\"", "`", "\\",
        "../../../../etc/passwd", "..\\..\\", "%2e%2e%2f", "'; DROP TABLE Agency; --", "1 OR 1=1", "<script>alert(1)</script>",
        "=1+1", "@SUM(A1)", "-1+1|cmd", "${7*7}", "{{7*7}}", "{0}", "%s%n", "\u202Etxt.exe", "\u200B", "\uFEFF", "é", "e\u0301", "Ağrı",
        "ıIiİ", "ß", "ﬀ", "👩‍👩‍👧‍👦", "𝔘𝔫𝔦", "مرحبا", "שלום", "Z̸̡̡a̵l̸g̷o̶", "\uFFFD", "\uFFFF", "\u0085", "\u2028", "\u001F",
        "CON", "nul", "agency,agency", "agency,sector", "locality,team", "age,sex", "sex,sex", ",", ",,", "csv,json", "JSON", "day,week",
        "EXA-CSC", "exa-csc", "East", "00000000-0000-0000-0000-000000000000", "{00000000-0000-0000-0000-000000000000}",
        "visits-on-time", "visits-on-time,vacancy-rate", "VISITS-ON-TIME", "statutory-visits", "handling=strict",
        "handling=lenient, handling=strict", "respond-async", "respond-async, wait=10", "wait=-1", "yes", "false",
    ];

    /// <summary>An odd value.</summary>
    public static string Text(Random dice) => dice.Next(10) switch
    {
        < 3 => Numbers[dice.Next(Numbers.Length)],
        < 6 => Days[dice.Next(Days.Length)],
        < 9 => Texts[dice.Next(Texts.Length)],
        _ => Long(dice),
    };

    /// <summary>An odd value in JSON, as it is written there: not always what JSON allows.</summary>
    public static string Json(Random dice)
    {
        string[] whole =
        [
            "null", "true", "false", "{}", "[]", "[null]", "[[]]", "{\"\":null}", "1e400", "-1e400", "1e-400",
            "123456789012345678901234567890", "-0", "0.30000000000000004", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"",
            "\"\\u202e\"",
            "\"a\\ud83d\"", "NaN", "undefined", "'a'", "01", "+1", ".5", "0x1", "\"\\x\"", "\"unended", "//", "[1,]", "\"\u0001\"",
            "9223372036854775808", "2147483648", "99999999999999.99", "1.7976931348623157E+308",
        ];
        return dice.Next(4) switch
        {
            0 => System.Text.Json.JsonSerializer.Serialize(Text(dice)),
            1 => Nested(dice),
            _ => whole[dice.Next(whole.Length)],
        };
    }

    private static string Nested(Random dice)
    {
        int[] depths = [5, 60, 64, 65, 1000, 50_000];
        var depth = depths[dice.Next(depths.Length)];
        return dice.Next(2) == 0
            ? new string('[', depth) + new string(']', depth)
            : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
    }

    private static string Long(Random dice)
    {
        int[] lengths = [37, 61, 121, 201, 1001, 4001, 6000];
        var length = lengths[dice.Next(lengths.Length)];
        return dice.Next(3) switch
        {
            0 => new string('A', length),
            1 => string.Concat(Enumerable.Repeat("𝔘", length / 12)),
            _ => string.Join(',', Enumerable.Range(0, length / 4).Select(i => (i % 1000).ToString(CultureInfo.InvariantCulture))),
        };
    }
}
