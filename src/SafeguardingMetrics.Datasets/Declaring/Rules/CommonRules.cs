namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>The rules that every dataset has. They follow from its fields' declarations.</summary>
public static class CommonRules
{
    /// <summary><c>R01</c>.</summary>
    public static readonly Rule Required = new("R01", Severity.Error, QualityDimension.Completeness, "A required field must be present.");

    /// <summary><c>R02</c>.</summary>
    public static readonly Rule ValidType = new(
        "R02",
        Severity.Error,
        QualityDimension.Validity,
        "A value must be of its field's type (a date that exists, a whole number, true or false).");

    /// <summary><c>R03</c>.</summary>
    public static readonly Rule InBounds = new(
        "R03", Severity.Error, QualityDimension.Validity, "A value must be in its field's code list, length or range.");

    /// <summary><c>R04</c>.</summary>
    public static readonly Rule UniqueKey = new(
        "R04",
        Severity.Error,
        QualityDimension.Uniqueness,
        "A record's key must not occur twice in a return (the first is kept, each later one is a finding).");

    /// <summary><c>R05</c>.</summary>
    public static readonly Rule KnownField = new(
        "R05",
        Severity.Query,
        QualityDimension.Validity,
        "A field that the dataset does not have is not stored (one finding a return for each such field).");

    /// <summary><c>R06</c>.</summary>
    public static readonly Rule CheckDigit = new(
        "R06",
        Severity.Query,
        QualityDimension.Accuracy,
        "An NHS number must pass its check digit (mod 11); a UPN its check letter (mod 23).");

    /// <summary><c>R07</c>.</summary>
    public static readonly Rule NotInFuture = new(
        "R07",
        Severity.Error,
        QualityDimension.Timeliness,
        "A date must not be after the day the return was received, unless its field says so.");

    /// <summary><c>R08</c>.</summary>
    public static readonly Rule ReadOtherwise = new(
        "R08",
        Severity.Query,
        QualityDimension.Validity,
        "A value should be written in its field's own form; where it can be read in another form it is, and one finding a return says so "
        + "for each field.");

    /// <summary><c>R09</c>.</summary>
    public static readonly Rule NoWordForNothing = new(
        "R09",
        Severity.Query,
        QualityDimension.Completeness,
        "A value that is not there should be left empty; words and dates that stand for nothing count as no value, and one finding a "
        + "return says so for each field.");

    /// <summary><c>R10</c>.</summary>
    public static readonly Rule UnlikelyDate = new(
        "R10",
        Severity.Query,
        QualityDimension.Accuracy,
        "A date should be likely: of a child not before conception nor more than 26 years before receipt, of anybody else not more "
        + "than 70, at most a year from the date that it belongs to, and in a snapshot not after the day that it describes.");

    /// <summary><c>R11</c>.</summary>
    public static readonly Rule RealIdentifier = new(
        "R11",
        Severity.Query,
        QualityDimension.Accuracy,
        "An NHS number or UPN should be a child's own; one digit repeated, digits in sequence and codes for none count as no value.");

    /// <summary><c>R12</c>.</summary>
    public static readonly Rule OneChild = new(
        "R12",
        Severity.Query,
        QualityDimension.Uniqueness,
        "An NHS number or UPN should belong to one child id in a return.");

    /// <summary><c>R13</c>.</summary>
    public static readonly Rule OneSpelling = new(
        "R13",
        Severity.Query,
        QualityDimension.Consistency,
        "A place or team should be written in one way; spellings that differ only in capitals, spaces or accents count as the "
        + "one of the returns before, or as the first of the return, and one finding a return says so for each field.");

    /// <summary><c>R14</c>.</summary>
    public static readonly Rule OnceOnly = new(
        "R14",
        Severity.Query,
        QualityDimension.Uniqueness,
        "The same record should be sent once; where it is sent again with the same values it counts once.");

    /// <summary><c>R17</c>.</summary>
    public static readonly Rule CellsFitHeader = new(
        "R17",
        Severity.Error,
        QualityDimension.Validity,
        "A record must not have more cells than the header has columns; a text with a comma stands in quotation marks.");

    /// <summary><c>R18</c>.</summary>
    public static readonly Rule LikeBefore = new(
        "R18",
        Severity.Query,
        QualityDimension.Completeness,
        "A return must be about as large and as full as the records before it, and have most of their keys (one finding a return).");

    /// <summary><c>R19</c>.</summary>
    public static readonly Rule OneDay = new(
        "R19",
        Severity.Query,
        QualityDimension.Uniqueness,
        "A record that an earlier return has on another day counts once, as the newer return states it (one finding a return).");

    /// <summary><c>R20</c>.</summary>
    public static readonly Rule KnownPurge = new(
        "R20",
        Severity.Query,
        QualityDimension.Consistency,
        "A record that is purged should have been sent before.");

    /// <summary><c>R21</c>.</summary>
    public static readonly Rule WholeLastLine = new(
        "R21",
        Severity.Error,
        QualityDimension.Completeness,
        "The last line of a CSV must be whole: where it has fewer cells than the header and all lines before, and ends with a value and "
        + "no line break, the file was cut off in it.");

    /// <summary><c>R22</c>.</summary>
    public static readonly Rule OneSpellingOfKey = new(
        "R22",
        Severity.Query,
        QualityDimension.Uniqueness,
        "A record's key should be written in one way; keys that differ only in capitals or in zeros before a number may be of the same "
        + "record, and one finding a return says so.");

    /// <summary><c>R23</c>.</summary>
    public static readonly Rule FewMembers = new(
        "R23",
        Severity.Query,
        QualityDimension.Consistency,
        "A place or team should name what many records share; a return has so many of them by name, records of further ones count as "
        + "other-members, and one finding a return says so for each field.");

    /// <summary><c>R24</c>.</summary>
    public static readonly Rule IsOfDataset = new(
        "R24",
        Severity.Error,
        QualityDimension.Validity,
        "A return must be of its dataset; where all of its first 10,000 records have an error, the check stops (one finding a return).");

    /// <summary>All of them, in the order of their codes.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        Required, ValidType, InBounds, UniqueKey, KnownField, CheckDigit, NotInFuture, ReadOtherwise, NoWordForNothing, UnlikelyDate,
        RealIdentifier, OneChild, OneSpelling, OnceOnly, CellsFitHeader, LikeBefore, OneDay, KnownPurge,
        WholeLastLine, OneSpellingOfKey, FewMembers, IsOfDataset,
    ];

    /// <summary>The queries whose findings are of the whole return and name no record.</summary>
    public static IReadOnlyList<Rule> OfWholeReturn { get; } =
        [KnownField, ReadOtherwise, NoWordForNothing, OneSpelling, LikeBefore, OneDay, OneSpellingOfKey, FewMembers];
}
