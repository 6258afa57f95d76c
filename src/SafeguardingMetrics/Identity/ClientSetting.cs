using System.Text.Json.Serialization;

namespace SafeguardingMetrics.Identity;

/// <summary>A client to be made.</summary>
/// <param name="Name" example="Exampleshire case system">What it is: a system or an office, never a person's
/// name.</param>
/// <param name="Permissions">What it may do. One that acts for agencies has <c>submit</c>, <c>read-returns</c> and
/// <c>read-data-quality</c> to choose from; one of the partnership everything but <c>submit</c>.</param>
/// <param name="Agencies">The codes of the agencies that it acts for; none where it belongs to the partnership. Of
/// several, a request names one in the header <c>X-Agency</c>.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ClientSetting(string? Name, IReadOnlyList<string?>? Permissions, IReadOnlyList<string?>? Agencies)
{
    internal const int LongestName = 100;
    internal const int MostAgencies = 100;

    /// <summary>Everything that keeps it from being made; empty where nothing does.</summary>
    public IReadOnlyList<string> Validate(IReadOnlyList<Agency> known)
    {
        var faults = new List<string>();
        void Unless(bool holds, string fault)
        {
            if (!holds) faults.Add(fault);
        }

        var (permissions, agencies) = (Permissions ?? [], Agencies ?? []);
        Unless(Name is not null && AgencySetting.IsValidName(Name, LongestName), $"name is 1 to {LongestName} characters.");
        Unless(
            permissions.Count > 0
                && permissions.All(one => Permission.All.Contains(one))
                && permissions.Distinct().Count() == permissions.Count,
            $"permissions are one or more of {string.Join(", ", Permission.All)}, each once.");
        Unless(
            agencies.Count <= MostAgencies && agencies.All(code => known.Any(agency => agency.Code == code)),
            "agencies are codes of those that GET /v1/agencies lists.");
        var allowed = agencies.Count > 0 ? Permission.ForAgencies : Permission.ForPartnership;
        Unless(permissions.All(one => !Permission.All.Contains(one) || allowed.Contains(one!)),
            agencies.Count > 0
                ? $"A client that acts for agencies may have {string.Join(", ", allowed)} only."
                : "A client that acts for no agency cannot submit: name its agencies.");
        Unless(!Permission.TellsRecordsBehindProtectedFigures(permissions),
            $"{Permission.ReadReturns} tells of single records, which {Permission.ReadFigures} alone must not tell: "
                + $"add {Permission.ReadFullFigures}, or make two clients.");
        return faults;
    }
}

/// <summary>A key to be made.</summary>
/// <param name="ExpiresOn" example="2027-11-22">The last day on which the key may be used, YYYY-MM-DD, at most 730 days
/// ahead. If you leave it out: the day 365 days ahead.</param>
/// <param name="GraceDays" example="7">To rotate: after how many days the client's other keys end, 0 for at once. If you
/// leave it out: they stay as they are.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record KeySetting(string? ExpiresOn, int? GraceDays);
