using System.Globalization;

namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>A day that is observed as a bank holiday in England and Wales.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
public sealed record BankHoliday(DateOnly Day, string Name)
{
    private const string File = "db/reference/bank-holidays.csv";

    private static readonly Lazy<IReadOnlyList<BankHoliday>> _listed = new(Read);

    /// <summary>
    /// Those of <c>db/reference/bank-holidays.csv</c>, in order, from <see cref="WorkingDayCalendar.FirstDay"/> to
    /// <see cref="WorkingDayCalendar.LastDay"/>.
    /// </summary>
    public static IReadOnlyList<BankHoliday> Listed => _listed.Value;

    private static List<BankHoliday> Read()
    {
        using var stream = typeof(BankHoliday).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var holidays = new List<BankHoliday>();

        _ = reader.ReadLine(); // The heading, "day,name".
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            var day = DateOnly.ParseExact(line.AsSpan(0, comma), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            holidays.Add(new BankHoliday(day, line[(comma + 1)..]));
        }

        return holidays;
    }
}
