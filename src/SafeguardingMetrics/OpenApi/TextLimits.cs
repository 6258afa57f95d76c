using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns;

namespace SafeguardingMetrics.OpenApi;

/// <summary>How long a text can be and what it looks like.</summary>
internal sealed record TextLimit(int Longest, string? Pattern = null, string? Format = null);

/// <summary>
/// The bounds of texts that are neither a field's nor one of a few words: by the name of their property, which means
/// the same wherever it stands.
/// </summary>
internal sealed class TextLimits(ServiceLimits limits)
{
    /// <summary>No character that controls a terminal or ends a line.</summary>
    public const string OnOneLine = @"^[^\x00-\x1F\x7F]*$";

    /// <summary>
    /// The most characters of an address: a request line of the default length with each character escaped, and a
    /// cursor.
    /// </summary>
    public const int LongestAddress = (3 * 8 * 1024) + 1000;

    private const string ACode = "^[A-Za-z0-9_-]+$";
    private static readonly TextLimit Id = new(36, Format: "uuid");
    private static readonly TextLimit Code = new(60, ACode);
    private static readonly TextLimit Name = new(200, OnOneLine);
    private static readonly TextLimit Sentence = new(2000, OnOneLine);

    private readonly TextLimit address = new(LongestAddress, OnOneLine, "uri-reference");

    /// <summary>The bound of a text; null where nobody has said it.</summary>
    public TextLimit? Find(string of, string name) => (of, name) switch
    {
        ("address", "knownAt" or "asOf" or "updatedSince") => new(limits.AddressBytes, @"^\d{4}-\d{2}-\d{2}(T.+)?$"),
        ("address", _) => new(limits.AddressBytes),
        ("header", "X-Agency") => AgencyCode,
        ("header", _) => new(limits.HeaderBytes, OnOneLine),
        ("TokenRequest", "client_id" or "client_secret") => new(ApiKeyFormat.Longest),
        ("sent" or "TokenRequest", _) => new(limits.SettingBytes),
        ("AgencySetting", "name") => new(AgencySetting.LongestName, OnOneLine),
        ("Agency" or "AgencySetting", "idsBeginAgain" or "idsLikeIdentifiers") => new(AgencySetting.LongestDatasets, OnOneLine),
        ("ClientSetting", "name") => new(ClientSetting.LongestName, OnOneLine),
        ("ConfirmationRequest", "reason") => new(ConfirmationRequest.LongestReason, OnOneLine),
        ("BankHolidaySetting", "name") => new(BankHolidaySetting.LongestName, OnOneLine),
        ("BankHolidaySetting", "day") => new(10, Format: "date"),
        ("ExplanationRequest", "note") => new(ExplanationRequest.LongestNote, OnOneLine),
        ("ExplanationRequest", "until") => new(10, Format: "date"),
        ("ExplanationRequest", _) => new(limits.SettingBytes),
        (_, "validFrom" or "expiresOn") => new(10, Format: "date"),
        (_, "dueTime") => new(5, "^[0-2][0-9]:[0-5][0-9]$"),
        ("ErasureRequest" or "TargetSetting", "childId" or "nhsNumber" or "upn" or "locality" or "indicator") => new(limits.SettingBytes),
        ("answer", "isLive" or "isReady") => Sentence,
        ("answer", "getPowerQuery") => new(LongestAddress),
        (_, "returnId" or "heldReturnId" or "supersedes" or "keyId" or "clientId" or "lineId" or "loadId" or "targetId"
            or "submissionId" or "explanationId") =>
            Id,
        // An id of a key, or what a token of another issuer names its bearer by.
        ("RefusedErasure", "childId") => new(36, OnOneLine),
        (_, "setBy" or "endedBy" or "addedBy") => new(36, OnOneLine),
        (_, "actorKey" or "fromAddress" or "traceId") => new(100, OnOneLine),
        (_, "agency" or "agencies") => AgencyCode,
        ("Agency", "code") => AgencyCode,
        (_, "code" or "rule" or "indicator" or "indicators" or "dataset" or "by" or "by2" or "symbol" or "act" or "outcome" or "countedOn"
            or "dimensions" or "storedAs") =>
            Code,
        ("Topic", "id") => Code,
        (_, "areaCode") => new(20, OnOneLine),
        (_, "period" or "month" or "benchmarkPeriod" or "ruleFrom" or "ruleTo") => new(25, OnOneLine),
        (_, "next" or "type" or "address") when (of, name) is not ("FieldDescription", _) => address,
        (_, "detail") => new(ProblemWriter.LongestDetail, OnOneLine),
        (_, "key") when of is "NewKey" => new(ApiKeyFormat.Longest, "^sm_[0-9a-f]{32}_[0-9a-f]{64}$"),
        (_, "access_token") => new(4000, @"^[\w.-]+$"),
        (_, "token_type") => new(6, "^Bearer$"),
        (_, "name" or "title" or "areaName" or "member" or "member2" or "locality" or "team" or "category" or "type" or "key" or "field"
            or "value" or "sample" or "subject" or "column" or "closeness") =>
            Name,
        (_, "sentence" or "message" or "reason" or "remedy" or "description" or "expects" or "meaning" or "numerator" or "denominator"
            or "why" or "limits" or "variationSentence" or "note" or "assuranceSentence" or "error_description") =>
            Sentence,
        _ => null,
    };

    private static TextLimit AgencyCode { get; } = new(20, "^[A-Z0-9][A-Z0-9-]*$");
}
