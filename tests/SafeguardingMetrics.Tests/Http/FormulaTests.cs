using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>
/// No CSV that the service writes holds a cell that a spreadsheet would take for a formula, whatever was sent.
/// </summary>
[TestFixture]
public sealed class FormulaTests
{
    private static readonly string[] Begun = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "=1", "a;=1+1", "b; \"=1"];

    [Test]
    public async Task No_cell_of_any_CSV_begins_a_formula()
    {
        await using var service = new TestService();
        await Plant(service);
        using var client = service.CreateClient();
        var addresses = (await OpenApiRoutes.List(client))
            .Where(route => route.Method == HttpMethod.Get && route.Answers.Contains("text/csv"))
            .Select(route => route.Address)
            .ToList();
        Assert.That(addresses, Has.Count.GreaterThan(12));
        var escaped = 0;

        foreach (var asked in addresses)
        {
            var isOfDetail = asked.Contains(Guid.Empty.ToString(), StringComparison.Ordinal);
            foreach (var query in new[]
            {
                "from=2026-11-01&to=2026-11-30",
                "from=2026-11-01&to=2026-11-30&by=locality",
                "from=2026-11-01&to=2026-11-30&by=team",
                "",
                $"by=locality&member={Uri.EscapeDataString(Begun[0])}",
            })
            {
                var address = asked.Replace(Guid.Empty.ToString(), faulty, StringComparison.Ordinal);
                var answer = await service.Get(
                    $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}format=csv&{query}",
                    isOfDetail ? "demo-social-care" : "demo-admin");
                if (answer.Status == HttpStatusCode.BadRequest) continue;
                Assert.That(
                    (answer.Status, answer.MediaType),
                    Is.EqualTo((HttpStatusCode.OK, "text/csv")),
                    $"{address} {query}: {answer.Text}");
                // Some spreadsheets divide at semicolons, whatever stands in quotes.
                foreach (var cell in answer.Text.Split(';').Skip(1))
                    Assert.That(IsFormula(cell.TrimStart(' ', '"')), Is.False, $"{address}?{query}: {cell}");
                foreach (var cell in Cells(answer.Text))
                {
                    Assert.That(IsFormula(cell), Is.False, $"{address}?{query}: {cell}");
                    if (cell is ['\'', '=' or '+' or '-' or '@', ..]) escaped++;
                }
            }
        }

        Assert.That(escaped, Is.GreaterThan(20));
    }

    [TestCase("=1", true)]
    [TestCase("-2+3", true)]
    [TestCase("-5", false)]
    [TestCase("'=1", false)]
    [TestCase("a=1", false)]
    public void It_knows_a_formula(string cell, bool isFormula) => Assert.That(IsFormula(cell), Is.EqualTo(isFormula));

    private string faulty = "";

    private async Task Plant(TestService service)
    {
        var records = new JsonArray([
            .. Begun.Select((text, i) => (JsonNode)VisitRecords.CreateMade($"V-{i}", "2026-11-03", locality: text, team: text)),
            VisitRecords.CreateFaulty("V-9"),
        ]);
        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", records);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        faulty = answer.ReturnId;

        using var client = service.CreateClientFor("demo-admin");
        var table = new StringBuilder("indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\n");
        foreach (var (text, i) in Begun.Select((text, i) => (text, i)))
            table.Append(
                CultureInfo.InvariantCulture,
                $"visits-on-time,local-authority,X{i},\"{Quoted(text)}\",2025-26,2025-04-01,2026-03-31,84.1,,\n");
        using var benchmarks = new StringContent(table.ToString(), Encoding.UTF8, "text/csv");
        using (var response = await client.PostAsync("/v1/benchmarks", benchmarks))
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), await response.Content.ReadAsStringAsync());
        using var target = new StringContent(
            $$"""{"indicator":"visits-on-time","validFrom":"2026-04-01","value":90,"locality":"{{Begun[3]}}"}""",
            Encoding.UTF8,
            "application/json");
        using (var response = await client.PostAsync("/v1/targets", target))
            Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
    }

    private static string Quoted(string text) => text.Replace("\"", "\"\"", StringComparison.Ordinal);

    // A number is no formula, even one below nought.
    private static bool IsFormula(string cell) =>
        cell is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]
        && !decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);

    private static IEnumerable<string> Cells(string csv)
    {
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && isQuoted && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') isQuoted = !isQuoted;
            else if (!isQuoted && csv[i] is ',' or '\n')
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else if (isQuoted || csv[i] != '\r') cell.Append(csv[i]);
        }
    }
}
