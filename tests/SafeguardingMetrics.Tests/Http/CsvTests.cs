using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Tests.Http;

[TestFixture]
public sealed class CsvTests
{
    private static readonly object?[][] Cells =
    [
        [null, ""], [true, "true"], [false, "false"], [new DateOnly(2026, 11, 3), "2026-11-03"],
        [new DateTimeOffset(2026, 7, 1, 10, 0, 0, 5, TimeSpan.FromHours(1)), "2026-07-01T09:00:00.005Z"],
        [12, "12"], [-12, "-12"], [-0.5m, "-0.5"], [1234.5m, "1234.5"], ["plain", "plain"], ["a,b", "\"a,b\""],
        ["say \"no\"", "\"say \"\"no\"\"\""], ["two\nlines", "\"two\nlines\""],
        ["=1+1", "'=1+1"], ["+44", "'+44"], ["-5", "'-5"], ["@x", "'@x"], ["\tx", "'\tx"], ["\rx", "\"'\rx\""], ["\nx", "\"'\nx\""],
        ["＝1", "'＝1"], ["＠x", "'＠x"], ["=a,b", "\"'=a,b\""], ["a=b", "a=b"], ["", ""],
    ];

    [TestCaseSource(nameof(Cells))]
    public async Task A_cell_is_written_as_data(object? value, string cell)
    {
        using var writer = new StringWriter();

        await Csv.WriteTo(writer, ["a", "b"], [[value, 1]]);

        Assert.That(writer.ToString(), Is.EqualTo($"a,b\r\n{cell},1\r\n"));
    }

    [Test]
    [SetCulture("de-DE")]
    public async Task A_culture_does_not_change_it()
    {
        using var writer = new StringWriter();

        await Csv.WriteTo(writer, ["a"], [[1.5m]]);

        Assert.That(writer.ToString(), Is.EqualTo("a\r\n1.5\r\n"));
    }
}
