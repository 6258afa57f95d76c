namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A stretch of days in which a case runs under one plan. <c>Until</c> is the first day on which it no longer does.</summary>
internal sealed record PlanSpell(string Plan, DateOnly From, DateOnly Until)
{
    public bool Contains(DateOnly day) => From <= day && day < Until;
}

internal static class PlanType
{
    public const string Referral = "referral";
    public const string Assessment = "assessment";
    public const string ChildInNeed = "child-in-need";
    public const string ChildProtection = "child-protection";
    public const string LookedAfter = "looked-after";
    public const string CareLeaver = "care-leaver";
}
