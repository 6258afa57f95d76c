using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns.Recalculation;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>A database whose calendar was filled by a version whose last day came sooner.</summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class EarlierCalendarTests
{
    private const string Rows = "SELECT group_concat(Day || ' ' || IsWorkingDay || ' ' || WorkingDayNumber) FROM Calendar";
    private const string RowsOfBefore = Rows + " WHERE Day <= '2040-12-31'";

    [Test]
    public async Task Its_further_days_are_filled_and_what_is_stored_keeps_its_answers()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        await service.AddHoliday();
        using var connection = Open(service);
        var whole = Ask(connection, Rows);
        var (before, figures) = await MakeEarlier(service, connection);

        Assert.That(await service.Services.GetRequiredService<Schema>().Migrate(CancellationToken.None), Is.EqualTo(new[]
        {
            "the calendar's days",
        }));

        Assert.That(Ask(connection, Rows), Is.EqualTo(whole), "with the bank holiday that was added");
        Assert.That(Ask(connection, RowsOfBefore), Is.EqualTo(before));
        Assert.That((await service.Get("/v1/indicator-values?from=2026-11-01&to=2026-11-30", "demo-analyst")).Text, Is.EqualTo(figures));
        Assert.That(await service.Services.GetRequiredService<Schema>().Migrate(CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task The_start_on_one_that_a_DBA_migrates_is_refused_until_it_is_filled()
    {
        await using var service = new TestService();
        using var connection = Open(service);
        await MakeEarlier(service, connection);
        var schema = service.Services.GetRequiredService<Schema>();

        Assert.That(
            () => schema.Check(CancellationToken.None),
            Throws.TypeOf<SchemaException>().With.Message.Contains("the calendar's days to 2100-12-31"));
        await schema.Migrate(CancellationToken.None);
        Assert.That(() => schema.Check(CancellationToken.None), Throws.Nothing);
    }

    // SQL Server runs them with their conditions; what is between BEGIN and END is one text for both engines.
    [Test]
    public async Task The_printed_script_s_statements_number_its_further_days_on_from_those_that_are_there()
    {
        await using var service = new TestService();
        await service.AddHoliday();
        using var connection = Open(service);
        var whole = Ask(connection, Rows);
        await MakeEarlier(service, connection);

        var years = Year().Matches(SchemaScript.AfterDeployment)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        Assert.That(years.Keys, Is.EqualTo(Enumerable.Range(1990, 111).Select(year => $"{year}")));
        foreach (var year in Enumerable.Range(2041, 60)) Ask(connection, years[$"{year}"]);

        Assert.That(Ask(connection, Rows), Is.EqualTo(whole));
        Ask(connection, "DELETE FROM Calendar");
        foreach (var statements in years.Values) Ask(connection, statements);
        Assert.That(
            Ask(connection, "SELECT COUNT(*) || ' ' || SUM(IsWorkingDay) || ' ' || MAX(WorkingDayNumber) FROM Calendar"),
            Is.EqualTo(Summary(WorkingDayCalendar.England)));
    }

    private static async Task<(string Calendar, string Figures)> MakeEarlier(TestService service, SqliteConnection connection)
    {
        Assert.That(Ask(connection, "DELETE FROM Calendar WHERE Day > '2040-12-31' RETURNING 1"), Is.EqualTo("1"));
        var figures = await service.Get("/v1/indicator-values?from=2026-11-01&to=2026-11-30", "demo-analyst");
        return (Ask(connection, RowsOfBefore), figures.Text);
    }

    private static string Summary(WorkingDayCalendar calendar)
    {
        var days = calendar.Days().ToList();
        return $"{days.Count} {days.Count(day => day.IsWorkingDay)} {days[^1].WorkingDayNumber}";
    }

    private static SqliteConnection Open(TestService service)
    {
        service.CreateClient().Dispose();
        var connection = new SqliteConnection(service.ConnectionString);
        connection.Open();
        return connection;
    }

    private static string Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    [GeneratedRegex(@"BETWEEN '(\d{4})-01-01' AND '\d{4}-12-31'\)\nBEGIN\n(INSERT INTO Calendar .*?)\nEND;", RegexOptions.Singleline)]
    private static partial Regex Year();
}
