using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage.Copying;
using SafeguardingMetrics.Tests.Datasets.Examples;
using SafeguardingMetrics.Tests.Storage.Copying;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Recalculation;

/// <summary>
/// Every figure is the same whether a bank holiday was added before the returns arrived or after, and the calendar in the
/// database follows.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class BankHolidayFigureTests
{
    private static readonly string[] Days = ["2026-11-04", "2026-11-18", "2026-10-06", "2025-03-05"];

    [Test]
    public async Task Every_figure_of_every_dataset_is_the_same_in_whatever_order()
    {
        await using var before = new TestService();
        await using var after = new TestService();
        await using var without = new TestService();
        foreach (var day in Days) await before.AddHoliday(day);
        foreach (var service in new[] { before, after, without })
            foreach (var dataset in DatasetCatalogue.All)
            {
                var file = ExampleFile.Read(dataset);
                var sent = await service.Post(dataset.Name, file.Period, file.Csv, "text/csv", isConfirmed: true);
                Assert.That((int)sent.Status, Is.EqualTo(201), sent.Text);
            }

        foreach (var day in Days) await after.AddHoliday(day);

        var expected = await Figures(before);
        Assert.That(await Figures(after), Is.EqualTo(expected));
        Assert.That(await Figures(without), Is.Not.EqualTo(expected), "the days matter");
        foreach (var day in Days) await after.RemoveHoliday(day);
        Assert.That(await Figures(after), Is.EqualTo(await Figures(without)));
    }

    [Test]
    public async Task One_that_was_cut_off_goes_on_when_it_is_sent_again()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", BankHolidays.LateVisit());
        await Execute(
            service.ConnectionString,
            $"""
            INSERT INTO AddedBankHoliday (HolidayId, Day, Name, BeganAt, AddedBy)
            VALUES ('{Guid.CreateVersion7()}', '{BankHolidays.Wednesday}', 'By royal proclamation', '2026-11-22 12:00:00.000', 'key')
            """);
        Assert.That(await service.Lateness(), Is.EqualTo("4"));

        var again = await service.AddHoliday();

        Assert.That(((int)again.Status, again.Recalculated()), Is.EqualTo((200, "1 1 [visit-lateness] 2026-11-01..2026-11-30")));
        Assert.That(await service.Lateness(), Is.EqualTo("3"));
    }

    [Test]
    public async Task The_calendar_in_the_database_follows_and_so_does_that_of_a_copy()
    {
        using var source = new TestDatabase("Sqlite");
        using var target = new TestDatabase("Sqlite");
        await using (var service = source.Service())
        {
            await service.AddHoliday();
            await service.AddHoliday("2027-05-10");
            await service.AddHoliday("2027-05-11");
            await service.RemoveHoliday("2027-05-11");
        }

        await new DatabaseCopy(source.Database, target.Database, TimeProvider.System, TextWriter.Null).Run(default);

        var calendar = WorkingDayCalendar.England.With([new DateOnly(2026, 11, 4), new DateOnly(2027, 5, 10)]);
        var expected = calendar.Days()
            .Select(day => $"{day.Day:yyyy-MM-dd} {(day.IsWorkingDay ? 1 : 0)} {day.WorkingDayNumber}").ToList();
        foreach (var place in new[] { source, target })
        {
            var rows = new List<string>();
            await using var connection = new SqliteConnection(place.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT Day || ' ' || IsWorkingDay || ' ' || WorkingDayNumber FROM Calendar ORDER BY Day";
            await using var read = await command.ExecuteReaderAsync();
            while (await read.ReadAsync()) rows.Add(read.GetString(0));
            Assert.That(rows, Is.EqualTo(expected));
        }
    }

    private static async Task<string> Figures(TestService service)
    {
        var codes = string.Join(',', IndicatorCatalogue.All.Select(indicator => indicator.Code));
        var all = new List<string>();
        foreach (var by in new[] { "", "&by=locality", "&by=team", "&interval=week" })
        {
            var answer = await service.Get($"/v1/indicator-values?codes={codes}&from=2026-09-01&to=2026-11-30{by}", "demo-analyst");
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
            foreach (var row in answer.Json.AsArray())
            {
                row!.AsObject().Remove("knownAt");
                // What is found in a return that is stored stays as it is.
                foreach (var name in new[] { "quality", "recordsQueried" }) row.AsObject().Remove(name);
                all.Add(row.ToJsonString());
            }
        }

        return string.Join('\n', all);
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }
}
