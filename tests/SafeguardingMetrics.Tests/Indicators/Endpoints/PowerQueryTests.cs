using System.Net;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Endpoints;

/// <summary>The query in M that reads figures.</summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class PowerQueryTests
{
    private const string Address = "/v1/indicator-values/powerquery";

    [Test]
    public async Task It_asks_a_fixed_address_for_what_was_asked_and_for_JSON()
    {
        await using var service = new TestService();
        var answer = await service.Get(
            $"{Address}?codes=visits-on-time,visit-lateness&from=2026-01-01&to=2026-11-30&interval=quarter&by=locality&agency=EXA-CSC&"
            + "knownAt=2026-11-22T09:00:00%2B01:00",
            "demo-analyst");

        Assert.That((answer.Status, answer.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/plain")));
        Assert.That(
            answer.Text,
            Does.Contain(
                """Web.Contents("http://localhost/", [RelativePath = "v1/indicator-values", Query = [codes = "visits-on-time"""
                + """,visit-lateness", from = "2026-01-01", to = "2026-11-30", interval = "quarter", by = "locality", agency """
                + """= "EXA-CSC", knownAt = "2026-11-22T09:00:00+01:00", format = "json"]])"""));
        Assert.That((await service.Get(Address, "demo-board")).Text, Does.Contain("""Query = [format = "json"]]"""));
    }

    [Test]
    public async Task Its_parameters_are_those_that_the_figures_take()
    {
        await using var service = new TestService();
        var text = (await service.Get($"{Address}?codes=visits-on-time&from=2026-01-01&interval=quarter&by=locality", "demo-board")).Text;
        var asked = string.Join(
            '&',
            Parameter()
                .Matches(QueryOf().Match(text).Groups[1].Value)
                .Select(match => $"{match.Groups[1].Value}={Uri.EscapeDataString(match.Groups[2].Value)}"));

        var rows = (await service.Get($"/v1/indicator-values?{asked}", "demo-board")).Json.AsArray();
        Assert.That(rows.Select(row => (string)row!["interval"]!).Distinct(), Is.SubsetOf(new[] { "quarter" }));
        Assert.That(asked, Is.EqualTo("codes=visits-on-time&from=2026-01-01&interval=quarter&by=locality&format=json"));
    }

    [Test]
    public async Task Every_column_of_the_rows_is_named_and_typed()
    {
        await using var service = new TestService();
        var csv = (await service.Get("/v1/indicator-values?codes=visits-on-time&by=team&format=csv")).Text.Trim().Split(',');
        var text = (await service.Get(Address)).Text;
        var typed = Typed().Matches(text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.That(typed.Keys, Is.EqualTo(csv));
        Assert.That(Named().Matches(text).Select(match => match.Groups[1].Value), Is.EqualTo(csv));
        foreach (var (name, type) in new[]
        {
            ("indicator", "type text"),
            ("from", "type date"),
            ("value", "type number"),
            ("agenciesExpected", "Int64.Type"),
            ("recordsReceived", "Int64.Type"),
            ("knownAt", "type datetimezone"),
            ("symbol", "type text"),
        })
            Assert.That(typed[name], Is.EqualTo(type), name);
    }

    [Test]
    public async Task There_is_no_secret_in_it_whoever_asks()
    {
        await using var service = new TestService();
        var asBoard = (await service.Get(Address, "demo-board")).Text;
        Assert.That(asBoard, Does.Not.Contain("demo-board").And.Not.Contain("Headers").And.Not.Contain("ApiKey"));
        Assert.That((await service.Get(Address, "demo-analyst")).Text, Is.EqualTo(asBoard));
    }

    [Test]
    public async Task What_the_figures_refuse_it_refuses()
    {
        await using var service = new TestService();
        foreach (var (query, key, status, code) in new[]
        {
            ("codes=nothing", "demo-board", 404, "unknown-indicator"),
            ("interval=fortnight", "demo-board", 400, "invalid-parameter"),
            ("by=%22%5D)", "demo-board", 400, "invalid-parameter"),
            ("from=%22", "demo-board", 400, "invalid-parameter"),
            ("agency=%22%5D)%2C", "demo-board", 400, "invalid-parameter"),
            ("knownAt=%22T%22", "demo-board", 400, "invalid-parameter"),
            ("interval=week", "demo-board", 403, "full-figures-only"),
            ("", "demo-school", 403, "not-permitted"),
        })
        {
            RefusalTests.Refused(await service.Get($"/v1/indicator-values?{query}", key), status, code, query);
            RefusalTests.Refused(await service.Get($"{Address}?{query}", key), status, code, query);
        }

        Assert.That((await service.Get($"{Address}?interval=week", "demo-analyst")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [GeneratedRegex("Query = \\[(.*?)\\]\\]")]
    private static partial Regex QueryOf();

    [GeneratedRegex("(\\w+) = \"([^\"]*)\"")]
    private static partial Regex Parameter();

    [GeneratedRegex("^ {8}\\{\"(\\w+)\", ([\\w. ]+)\\}", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex("^ {8}\"(\\w+)\",?\\r?$", RegexOptions.Multiline)]
    private static partial Regex Named();
}
