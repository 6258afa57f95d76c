using System.Globalization;
using System.Net;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>
/// The service makes of every dataset's <c>worked.csv</c> the figures that were worked out by hand, in JSON and in CSV.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly string[] Columns = ["member", "numerator", "denominator", "value", "p90", "symbol"];

    private static IEnumerable<string> Names => DatasetCatalogue.All.Select(dataset => dataset.Name);

    [TestCaseSource(nameof(Names))]
    public async Task The_figures_are_those_that_were_worked_out(string name)
    {
        var worked = WorkedExample.Read(DatasetFiles.Find(name));
        await using var service = new TestService();
        foreach (var sent in worked.Returns)
        {
            var answer = await service.Post(name, sent.Period, sent.Csv, "text/csv");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        }

        using (Assert.EnterMultipleScope())
        {
            foreach (var figures in worked.Figures.GroupBy(figure => figure.Address))
            {
                var expected = figures.Select(figure => figure.Cells).ToList();
                var isTotal = figures.First().By.Length == 0;
                Assert.That(await ReadJson(service, figures.Key, isTotal), Is.EqualTo(expected), $"{figures.Key} in JSON");
                Assert.That(await ReadCsv(service, figures.Key, isTotal), Is.EqualTo(expected), $"{figures.Key} in CSV");
            }
        }
    }

    [TestCaseSource(nameof(Names))]
    public void Every_indicator_has_a_figure(string name)
    {
        var dataset = DatasetFiles.Find(name);
        var worked = WorkedExample.Read(dataset).Figures.Select(figure => figure.Indicator).ToHashSet();
        Assert.That(
            dataset.Indicators.Select(indicator => indicator.Code).Where(code => !worked.Contains(code)),
            Is.Empty,
            $"{name}: add a line of it to worked.csv");
    }

    private static async Task<IEnumerable<string>> ReadJson(TestService service, string address, bool isTotal)
    {
        var answer = await service.Get(address, "demo-analyst");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return from row in answer.Json.AsArray()
               let cells = Columns.ToDictionary(column => column, column => row![column]?.ToString() ?? "")
               where IsFigure(cells["denominator"], row!["waiting"]?.ToString() ?? "", isTotal)
               select Describe(cells);
    }

    private static async Task<IEnumerable<string>> ReadCsv(TestService service, string address, bool isTotal)
    {
        var answer = await service.Get($"{address}&format=csv", "demo-analyst");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var lines = answer.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(DatasetFiles.SplitLine).ToList();
        return from line in lines.Skip(1)
               let row = lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second)
               where IsFigure(row["denominator"], row["waiting"], isTotal)
               select Describe(row);
    }

    // A member whose records all still wait has a row without a figure.
    private static bool IsFigure(string denominator, string waiting, bool isTotal) =>
        isTotal || waiting.Length == 0 || Plain(denominator) is not ("" or "0");

    // A symbol stands where there is no value.
    private static string Describe(Dictionary<string, string> cells) =>
        string.Join(
            ' ',
            Columns.Select(column => column == "member"
                ? cells[column]
                : column == "symbol" && cells["value"].Length > 0 ? "" : Plain(cells[column])));

    private static string Plain(string cell) =>
        decimal.TryParse(cell, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.##", CultureInfo.InvariantCulture) : cell;
}
