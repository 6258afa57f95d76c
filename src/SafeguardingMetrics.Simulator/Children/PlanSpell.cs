namespace SafeguardingMetrics.Simulator.Children;

/// <summary>The days on which a case is under one plan. <c>Until</c> is exclusive.</summary>
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
