using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Knows what belongs to a person and to no team or place: an e-mail address, a full postcode, a day with its year, a telephone number, a
/// National Insurance number. A column that has slipped puts one where a board reads the names of teams.
/// </summary>
internal static partial class PersonalText
{
    /// <summary>What stands in the text, for a sentence ("an e-mail address"); null where nothing does.</summary>
    public static string? Find(string text)
    {
        if (text.Contains('@') && EmailAddress().IsMatch(text)) return "an e-mail address";
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return Postcode().IsMatch(text) ? "a postcode"
            : Day().IsMatch(text) ? "a day"
            : InsuranceNumber().IsMatch(text) ? "a National Insurance number"
            : Telephone().IsMatch(text) ? "a telephone number"
            : null;
    }

    [GeneratedRegex(@"[^\s@]@[^\s@]+\.[A-Za-z]")]
    private static partial Regex EmailAddress();

    // The whole of it: an outward part alone, such as EX4, is a district.
    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{1,2}[0-9][A-Za-z0-9]?[ ]?[0-9][A-Za-z]{2}(?![A-Za-z0-9])")]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<![0-9])(?:[0-9]{1,2}[-/. ][0-9]{1,2}[-/. ](?:19|20)[0-9]{2}"
        + @"|(?:19|20)[0-9]{2}[-/. ][0-9]{1,2}[-/. ][0-9]{1,2})(?![0-9])")]
    private static partial Regex Day();

    [GeneratedRegex(@"(?<![A-Za-z0-9])[A-Za-z]{2}[ ]?[0-9]{2}[ ]?[0-9]{2}[ ]?[0-9]{2}[ ]?[A-Da-d](?![A-Za-z0-9])")]
    private static partial Regex InsuranceNumber();

    // Eleven digits from 0, or from +44, however they are grouped.
    [GeneratedRegex(@"(?<![0-9])(?:0[1-9](?:[ -]?[0-9]){9}|\+44[ ]?(?:\(0\)[ ]?)?[1-9](?:[ -]?[0-9]){9})(?![0-9])")]
    private static partial Regex Telephone();
}
