using System.Globalization;

namespace SafeguardingMetrics.Simulator.Workforce;

/// <summary>All posts of the partnership, by team and role.</summary>
internal sealed class Establishment
{
    private static readonly string[] SafeguardingTeams = ["Safeguarding 1", "Safeguarding 2", "Safeguarding 3"];

    private readonly List<Post> posts = [];
    private readonly ILookup<string, Post> caseHolders;
    private readonly Exampleshire county;

    public Establishment(Exampleshire county)
    {
        this.county = county;
        foreach (var locality in Locality.All)
            Fill(locality);
        caseHolders = posts.Where(post => post.HoldsCases).ToLookup(post => post.Team);
    }

    public IEnumerable<Post> ListPosts(Agency agency) => posts.Where(post => post.Agency == agency);

    /// <summary>The team of a locality that holds a child's case until the case closes.</summary>
    public static string SafeguardingTeam(string locality, SeededRandom random) => $"{locality} {random.Pick<string>(SafeguardingTeams)}";

    /// <summary>The posts of a team whose workers are allocated children.</summary>
    public IEnumerable<Post> CaseHolders(string team) => caseHolders[team];

    private void Fill(string locality)
    {
        foreach (var team in SafeguardingTeams)
            Add(Agency.SocialCare, locality, team,
                ("team-manager", 1), ("advanced-practitioner", 1), ("senior-social-worker", 1), ("social-worker", 3), ("other", 3));
        Add(Agency.SocialCare, locality, "Fostering", ("team-manager", 1), ("senior-social-worker", 2), ("social-worker", 3), ("other", 1));
        Add(Agency.SocialCare, locality, "Reviewing", ("team-manager", 1), ("advanced-practitioner", 3), ("social-worker", 2));
        Add(Agency.Health, locality, "0-19 Service", ("health-visitor", 6), ("school-nurse", 3));
        Add(Agency.Police, locality, "Child Abuse Investigation", ("police-officer", 4));
    }

    private void Add(Agency agency, string locality, string team, params ReadOnlySpan<(string Role, int Count)> roles)
    {
        var holdsCases = SafeguardingTeams.Contains(team);
        foreach (var (role, count) in roles)
            for (var copy = 0; copy < Math.Max(1, county.Scaled(count)); copy++)
                posts.Add(
                    Post(agency, locality, $"{locality} {team}", role, holdsCases && role is "social-worker" or "senior-social-worker"));
    }

    private Post Post(Agency agency, string locality, string team, string role, bool holdsCases)
    {
        var number = posts.Count + 1;
        var random = SeededRandom.Create(county.Seed, "post", number);
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"POST-{number:D4}"),
            Agency = agency,
            Locality = locality,
            Team = team,
            Role = role,
            HoldsCases = holdsCases,
            Hundredths = random.PickWeighted((74, 100), (14, 80), (8, 60), (4, 50)),
            Tenures = new TenureSimulator(agency.Prefix, number, random, Exodus(agency, locality, number)).SimulateThrough(county.Through),
        };
    }

    // A random sequence of its own: the decline moves with the last simulated day, and must not change earlier workers.
    private DateOnly? Exodus(Agency agency, string locality, int number)
    {
        var random = SeededRandom.Create(county.Seed, "exodus", number);
        return agency == Agency.SocialCare && locality == Locality.East && random.NextBoolean(TenureSimulator.LeaveInASlide)
            ? county.Trend.WorseSince.AddDays(random.Between(0, 115))
            : null;
    }
}
