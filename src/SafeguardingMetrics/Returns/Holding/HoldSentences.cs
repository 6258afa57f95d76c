using System.Globalization;
using System.Text;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>The sentences about returns that are held or doubted: counts and names of fields, nothing of a record.</summary>
internal static class HoldSentences
{
    // With the rule's sentence before it, a text must fit into 1000 characters.
    private const int Longest = 700;

    /// <summary>"1 record was", "389 records were".</summary>
    public static string CountWere(int records) =>
        records == 1 ? "1 record was" : string.Create(CultureInfo.InvariantCulture, $"{records} records were");

    /// <summary>"1 record", "389 records".</summary>
    public static string Count(int records) =>
        records == 1 ? "1 record" : string.Create(CultureInfo.InvariantCulture, $"{records} records");

    /// <summary>"2026-11-22", "2026-11-01 to 2026-11-22".</summary>
    public static string Describe(Period days) =>
        days.Days == 1 ? $"{days.From:yyyy-MM-dd}" : $"{days.From:yyyy-MM-dd} to {days.To:yyyy-MM-dd}";

    /// <summary>
    /// The reasons' sentences one after another; of very many the first, and how many more there are. At the end, what
    /// may have happened.
    /// </summary>
    public static string Join(IReadOnlyList<HoldReason> reasons)
    {
        var text = new StringBuilder();
        foreach (var (place, reason) in reasons.Index())
        {
            if (text.Length + reason.Message.Length > Longest)
            {
                text.Append(CultureInfo.InvariantCulture, $"Differences that are not listed: {reasons.Count - place}. ");
                break;
            }

            text.Append(reason.Message).Append(' ');
        }

        if (reasons.Any(reason => reason.Code == HoldReason.FieldEmpty)) text.Append("Is a column missing? ");
        if (reasons.Any(reason => reason.Code == HoldReason.OtherKeys)) text.Append("Do two systems send as one agency? ");
        if (reasons.Any(reason => reason.Code == HoldReason.ReusedKeys)) text.Append("Are ids used again? ");
        if (reasons.Any(reason => reason.Code == HoldReason.RecordsPurged)) text.Append("Are these records really no more? ");
        return text.ToString().TrimEnd();
    }

    /// <summary>What a receipt says of a return that is held.</summary>
    public static string DescribeHold(IReadOnlyList<HoldReason> reasons, DateTimeOffset expiresAt) =>
        $"{Join(reasons)} So the return is held: it is stored and changes no figure. If it is right, confirm it at "
        + "/v1/returns/{id}/confirmation. If it is not, send the right one, or withdraw this one. "
        + $"After {London.DayOf(expiresAt):yyyy-MM-dd} it counts for nothing.";
}
