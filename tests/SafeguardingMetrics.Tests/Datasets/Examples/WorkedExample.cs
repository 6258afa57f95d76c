using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>
/// The <c>worked.csv</c> beside a declaration: some returns, and the figures that follow from them, worked out by hand.
/// A return begins with a line
/// <c>period,2026-11</c>, and ends with a blank line; the figures follow at the end.
/// </summary>
internal sealed record WorkedExample(Dataset Dataset, IReadOnlyList<WorkedReturn> Returns, IReadOnlyList<WorkedFigure> Figures)
{
    private const string Holds = "a small return and the figures that follow from it";
    private const string FigureHeader = "indicator,days,by,member,numerator,denominator,value,p90,symbol,because";

    /// <summary>That of one dataset.</summary>
    public static WorkedExample Read(Dataset dataset)
    {
        var lines = DatasetFiles.Read(dataset, "worked.csv", Holds);
        var figuresAt = lines.Index().FirstOrDefault(line => line.Item is ["indicator", ..]).Index;
        Assert.That(figuresAt, Is.Positive, $"{dataset.Name}: worked.csv has no figures, which begin with a line {FigureHeader}");
        Assert.That(string.Join(',', lines[figuresAt]), Is.EqualTo(FigureHeader), $"{dataset.Name}: worked.csv");

        var returns = new List<WorkedReturn>();
        for (var i = 0; i < figuresAt; i++)
        {
            if (lines[i] is not ["period", var period, ..]) continue;
            var body = lines.Skip(i + 1).TakeWhile(line => line.Count > 0).Select(line => DatasetFiles.JoinLine(line) + "\n");
            returns.Add(new WorkedReturn(period, string.Concat(body)));
        }

        return new(dataset, returns, [.. lines.Skip(figuresAt + 1).Where(line => line.Count > 0).Select(WorkedFigure.Parse)]);
    }
}

/// <summary>One return of a worked example.</summary>
/// <param name="Period">Its period.</param>
/// <param name="Csv">Its records, with their header.</param>
internal sealed record WorkedReturn(string Period, string Csv);

/// <summary>One figure of a worked example, as the API writes its cells in CSV.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Days">A day or a month.</param>
/// <param name="By">The breakdown; empty for the total.</param>
/// <param name="Cells">Member, numerator, denominator, value, p90 and symbol.</param>
internal sealed record WorkedFigure(string Indicator, string Days, string By, string Cells)
{
    /// <summary>The address at which it is answered, with the others of its breakdown.</summary>
    public string Address
    {
        get
        {
            var days = Days.Length == 10 ? $"interval=day&from={Days}&to={Days}" : $"interval=month&from={Days}-01&to={Days}-01";
            return $"/v1/indicators/{Indicator}/values?{days}{(By.Length == 0 ? "" : $"&by={By}")}";
        }
    }

    /// <summary>A figure, from the cells of its line.</summary>
    public static WorkedFigure Parse(IReadOnlyList<string> line) => new(line[0], line[1], line[2], string.Join(' ', line.Skip(3).Take(6)));
}
