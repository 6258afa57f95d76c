using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Values;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class FigureFormatTests
{
    private const string Columns =
        "indicator,interval,period,from,to,by,member,by2,member2,numerator,denominator,value,p90,waiting,unit,lower,upper,target,rag,"
        + "disproportionality,symbol,agenciesExpected,agenciesReported,recordsRejected,recordsQueried,recordsReceived,periodsDue,"
        + "periodsCovered,quality,knownAt,numeratorAtLeast,numeratorAtMost,denominatorAtLeast,denominatorAtMost,valueAtLeast,"
        + "valueAtMost,roundedTo,isComplete,releasedAt,nextReleaseOn";

    [Test]
    public async Task JSON_and_CSV_carry_the_same_columns_and_values([Values(
        "", "&by=locality", "&by=agency", "&by=team&interval=week", "&by=locality,team", "&by=agency,category&interval=day")] string cut)
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03", locality: "North, upper"),
            VisitRecords.CreateMade("V-2", "2026-11-03", "2026-11-10", locality: "The \"Isle\""),
            VisitRecords.CreateMissed("V-3", "2026-11-04", locality: "Zoë", team: "+44"),
            VisitRecords.CreateFaulty("V-4")));
        var address = $"/v1/indicator-values?from=2026-10-01&to=2026-11-30{cut}";

        var json = (await service.Get(address, "demo-analyst")).Json.AsArray();
        var csv = await service.Get(address + "&format=csv", "demo-analyst");

        Assert.That(csv.MediaType, Is.EqualTo("text/csv"));
        var lines = Cells(csv.Text);
        Assert.That(string.Join(',', lines[0]), Is.EqualTo(Columns));
        Assert.That(
            lines.Skip(1).Select(line => string.Join('|', line)),
            Is.EqualTo(json.Select(row => string.Join('|', row!.AsObject().Select(member => Text(member.Key, member.Value))))));
        Assert.That(json, Is.Not.Empty);
    }

    [Test]
    public async Task The_format_is_what_is_asked_for_or_else_what_Accept_prefers()
    {
        await using var service = new TestService();
        foreach (var (query, accept, mediaType) in new[]
        {
            ("", null, "application/json"), ("", "*/*", "application/json"), ("", "text/csv", "text/csv"),
            ("", "application/json", "application/json"), ("", "text/html,*/*;q=0.8", "application/json"),
            ("", "text/csv;q=0.5, application/json", "application/json"), ("", "application/json;q=0.5, text/csv", "text/csv"),
            ("", "*/*, text/csv", "text/csv"), ("&format=csv", "application/json", "text/csv"),
            ("&format=json", "text/csv", "application/json"),
        })
        {
            var answer =
                await service.Get($"/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30{query}", "demo-analyst", accept);
            Assert.That(((int)answer.Status, answer.MediaType), Is.EqualTo((200, mediaType)), $"{query} {accept}");
        }

        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/values?format=xml"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/values?format=CSV"), 400, "invalid-parameter");
    }

    [Test]
    public async Task The_columns_are_there_also_when_nothing_is()
    {
        await using var service = new TestService();

        Assert.That((await service.Get("/v1/indicators/visits-on-time/values?by=team&format=csv")).Text, Is.EqualTo(Columns + "\r\n"));
        Assert.That((await service.Get("/v1/indicators/visits-on-time/values?by=team")).Text, Is.EqualTo("[]"));
        Assert.That(
            (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!.AsObject().Select(member => member.Key),
            Is.EqualTo(Columns.Split(',')));
    }

    [Test]
    public async Task No_cell_of_CSV_is_a_formula()
    {
        await using var service = new TestService();
        var names = new[] { "=1+1", "+44", "-5", "@here", "=HYPERLINK(\"x\",\"y\")" };
        var sent = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([.. names.Select((name, i) => VisitRecords.CreateMade($"V-{i}", "2026-11-03", locality: name))]));
        Assert.That((int)sent.Status, Is.EqualTo(201), sent.Text);

        var csv = await service.Get("/v1/indicators/visits-on-time/values?from=2026-11-01&to=2026-11-30&by=locality&format=csv");
        var cases = await service.Get("/v1/indicators/visits-on-time/cases?from=2026-11-01&to=2026-11-30&format=csv");

        Assert.That(Cells(csv.Text).Skip(1).Select(line => line[6]), Is.EquivalentTo(names.Select(name => "'" + name)));
        Assert.That(Cells(cases.Text).SelectMany(line => line), Has.None.Matches<string>(cell => cell is ['=' or '+' or '-' or '@', ..]));
        Assert.That(
            (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30&by=locality")).Select(row => (string)row!["member"]!),
            Is.EquivalentTo(names));
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused_also_where_CSV_is_asked_for()
    {
        await using var service = new TestService();
        foreach (var query in new[]
        {
            "from=2026-11", "to=2026-02-30", "from=2026-11-02&to=2026-11-01", "interval=fortnight", "interval=", "interval=Month",
            "by=colour", "by=all", "by=", "agency=EXA-XXX", "agency=", "knownAt=yesterday", "knownAt=2026-13-01",
            "knownAt=2026-11-22T25:00:00Z",
            "knownAt=12:00", "from=1989-12-31&to=1990-01-02", "to=2101-01-01", "from=1990-01-01&to=2100-12-31&interval=day",
            "from=0001-01-01&to=9999-12-31",
        })
        {
            foreach (var accept in new[] { "application/json", "text/csv", "text/html" })
            {
                RefusalTests.Refused(
                    await service.Get($"/v1/indicators/visits-on-time/values?{query}", "demo-analyst", accept),
                    400,
                    "invalid-parameter",
                    query);
                RefusalTests.Refused(
                    await service.Get($"/v1/indicator-values?codes=visits-on-time&{query}", "demo-analyst", accept),
                    400,
                    "invalid-parameter",
                    query);
            }
        }

        RefusalTests.Refused(await service.Get("/v1/indicators/average-caseload/values?by=locality"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee/values"), 404, "unknown-indicator");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee"), 404, "unknown-indicator");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/values", "demo-social-care"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/indicator-values", null), 401, "unauthenticated");
    }

    [Test]
    public async Task Days_at_the_ends_of_the_calendar_are_answered()
    {
        await using var service = new TestService();

        Assert.That(
            (await service.Values("visits-on-time", "from=1990-01-01&to=1990-01-01&interval=week")).Single()!["from"]!.ToString(),
            Is.EqualTo("1990-01-01"));
        Assert.That(
            (await service.Values("visits-on-time", "from=2100-12-31&to=2100-12-31&interval=week")).Single()!["to"]!.ToString(),
            Is.EqualTo("2101-01-02"));
        Assert.That(await service.Values("visits-on-time", "from=1990-01-01&to=2100-12-31&interval=year"), Has.Count.EqualTo(111));
    }

    private static string Text(string column, JsonNode? value) => value switch
    {
        null => "",
        _ when column == "knownAt" => ((DateTimeOffset)value).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ when column is "member" or "member2" && value.ToString() is ['+', ..] => "'" + value,
        _ => value.ToString(),
    };

    // A reader of RFC 4180 of the tests' own.
    private static List<List<string>> Cells(string csv)
    {
        var lines = new List<List<string>> { new() };
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            var c = csv[i];
            if (quoted && c == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[++i]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || c is not (',' or '\r' or '\n')) cell.Append(c);
            else if (c is ',' or '\n')
            {
                lines[^1].Add(cell.ToString());
                cell.Clear();
                if (c == '\n') lines.Add([]);
            }
        }

        Assert.That(lines[^1], Is.Empty, "The last line ends.");
        lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
