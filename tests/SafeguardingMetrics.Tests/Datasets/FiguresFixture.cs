using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>
/// Posts a worked example once and reads its figures, each written on a line: <c>East 2/3 66.7</c> is the member, numerator over
/// denominator, and the value; <c>p90 8</c> follows where there is a 90th centile, and a symbol stands where there is no value.
/// </summary>
public abstract class FiguresFixture(string dataset)
{
    /// <summary>The service, with a clock at Sunday 22 November 2026.</summary>
    protected TestService Service { get; } = new();

    [OneTimeSetUp]
    public abstract Task PostExample();

    [OneTimeTearDown]
    public async Task Stop() => await Service.DisposeAsync();

    /// <summary>Posts a return as CSV, and asserts how many of its records were accepted.</summary>
    protected async Task Post(string period, int accepted, string csv)
    {
        var answer = await Service.Post(dataset, period, csv, "text/csv");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(accepted), answer.Text);
    }

    /// <summary>Asserts the figures of one day or month: the total, and by each breakdown the lines given (none are read where none is given).</summary>
    protected async Task AssertFigures(string indicator, string period, string total, string[]? locality = null, string[]? team = null, string[]? category = null)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Lines(indicator, period, null), Is.EqualTo(new[] { total }), "total");
            foreach (var (by, lines) in new[] { ("locality", locality), ("team", team), ("category", category) })
                if (lines is not null) Assert.That(await Lines(indicator, period, by), Is.EqualTo(lines), by);
        }
    }

    private async Task<IEnumerable<string>> Lines(string indicator, string period, string? by)
    {
        var when = period.Length == 10 ? $"interval=day&from={period}&to={period}" : $"interval=month&from={period}-01&to={period}-01";
        var rows = await Service.Values(indicator, by is null ? when : $"{when}&by={by}");
        // Members whose records all still wait have a row without a figure: FigureTests looks at those.
        return rows.Where(row => by is null || row!["denominator"]!.GetValue<decimal>() > 0 || row["waiting"] is null).Select(row => LineOf(row!));
    }

    private static string LineOf(JsonNode row)
    {
        var member = (string?)row["member"] is { } name ? name + " " : "";
        var counts = row["numerator"] is null ? "" : $"{Plain(row["numerator"])}/{Plain(row["denominator"])} ";
        var p90 = row["p90"] is null ? "" : $" p90 {Plain(row["p90"])}";
        return $"{member}{counts}{Plain(row["value"])}{p90}{(row["value"] is null ? (string?)row["symbol"] : "")}";
    }

    private static string Plain(JsonNode? number) => number is null ? "" : ((decimal)number).ToString("0.##", CultureInfo.InvariantCulture);
}
