using System.Globalization;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>
/// Statutory visits of whole months, for five localities with two teams each; four of five are on time.
/// </summary>
internal static class VisitHistory
{
    public const int Localities = 5;

    public const string Dataset = "statutory-visits";

    public const string Indicator = "visits-on-time";

    private const string Header = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone\n";

    /// <summary>The last complete months, the earliest first.</summary>
    public static IReadOnlyList<Period> Months(int count)
    {
        var present = Period.MonthOf(London.Today(TimeProvider.System));
        return
        [
            .. Enumerable.Range(1, count)
                .Select(back => new Period(present.AddMonths(-back), present.AddMonths(1 - back).AddDays(-1)))
                .Reverse(),
        ];
    }

    /// <summary>Writes visits that fell due on the days, as CSV.</summary>
    /// <param name="days">The days.</param>
    /// <param name="records">The number of records.</param>
    /// <param name="mark">The prefix of ids, so that the bodies of different returns differ. The first day is in the ids as well.</param>
    public static byte[] Csv(Period days, int records, string mark)
    {
        var text = new StringBuilder(Header, Header.Length + (records * 90));
        for (var i = 0; i < records; i++)
        {
            var (locality, due) = (
                i % Localities, days.From.AddDays(i / Localities % days.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            text.Append(
                CultureInfo.InvariantCulture,
                $"{mark}-{days.From:yyMMdd}-{i},C-{i / 4},Quarter {locality},Team {locality}.{i / Localities % 2},child-protection,{due},");
            text.Append(i % 7 == 3 ? ",,\n" : $"{due},true,true\n");
        }

        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
