namespace SafeguardingMetrics.Tests.Datasets.Workforce.WorkforcePosts;

/// <summary>Posts as at Friday 20 November 2026, received on Sunday 22 November.</summary>
public sealed class WorkforcePostsRulesTests() : RulesFixture("workforce-posts", "2026-11-20")
{
    private const string Vacant = "status=vacant, workerId=, dbsCheckedOn=, vacantSince=2026-08-31";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["postId"] = "P-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["role"] = "social-worker",
        ["fte"] = "0.8",
        ["status"] = "filled",
        ["workerId"] = "W-1",
        ["dbsCheckedOn"] = "2025-03-10",
    };

    [TestCase("workerId=", "WP01 workerId")]
    [TestCase("status=agency-cover", "")]
    [TestCase("status=agency-cover, workerId=", "WP01 workerId")]
    [TestCase(Vacant, "")]
    public Task WP01_a_filled_or_covered_post_names_its_worker(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase(Vacant + ", workerId=W-1", "WP02 workerId")]
    [TestCase(Vacant, "")]
    public Task WP02_a_vacant_post_names_no_worker(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase(Vacant + ", vacantSince=", "WP03 vacantSince")]
    [TestCase(Vacant, "")]
    [TestCase("vacantSince=", "")] // Filled: nothing to say.
    public Task WP03_a_vacant_post_says_since_when(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("dbsCheckedOn=2023-11-21", "")] // Three years old tomorrow.
    [TestCase("dbsCheckedOn=2023-11-20", "WP04 dbsCheckedOn")] // Three years old to the day, so not less.
    [TestCase("dbsCheckedOn=2023-11-19", "WP04 dbsCheckedOn")] // Three years and a day.
    [TestCase("dbsCheckedOn=", "WP04 dbsCheckedOn")]
    [TestCase("status=agency-cover, dbsCheckedOn=2023-11-20", "WP04 dbsCheckedOn")]
    [TestCase(Vacant, "")]
    public Task WP04_a_DBS_check_is_on_record_and_less_than_three_years_old(string changes, string expected) => AssertFindings(changes, expected);

    // Three years before 29 February 2024 is 28 February 2021.
    [TestCase("dbsCheckedOn=2021-03-01", "")]
    [TestCase("dbsCheckedOn=2021-02-28", "WP04 dbsCheckedOn")]
    public Task WP04_three_years_before_29_February_is_the_28th(string changes, string expected) => AssertFindings(changes, expected, within: "2024-02-29");

    // The earliest day that a period may have.
    [TestCase("dbsCheckedOn=1987-01-02", "")]
    [TestCase("dbsCheckedOn=1987-01-01", "WP04 dbsCheckedOn")]
    public Task WP04_the_earliest_day_can_be_described(string changes, string expected) => AssertFindings(changes, expected, within: "1990-01-01");

    [TestCase("fte=0.01", "")]
    [TestCase("fte=0.5", "")]
    [TestCase("fte=0.50", "")]
    [TestCase("fte=1", "")]
    [TestCase("fte=1.00", "")]
    [TestCase("fte=0", "R03 fte")]
    [TestCase("fte=0.00", "R03 fte")]
    [TestCase("fte=1.01", "R03 fte")]
    [TestCase("fte=-0.5", "R03 fte")]
    [TestCase("fte=0.333", "R03 fte")]
    [TestCase("fte=37", "R03 fte")] // Hours.
    [TestCase("fte=half", "R02 fte")]
    [TestCase("fte=0,8", "R02 fte")]
    [TestCase("fte=80%", "R02 fte")]
    public Task R02_and_R03_full_time_equivalents_are_over_0_and_at_most_1_with_2_places(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("startedOn=2026-11-22, dbsCheckedOn=2026-11-22", "")]
    [TestCase("startedOn=2026-11-23", "R07 startedOn")]
    [TestCase("dbsCheckedOn=2026-11-23", "R07 dbsCheckedOn")]
    [TestCase(Vacant + ", vacantSince=2026-11-23", "R07 vacantSince")]
    public Task R07_no_date_is_after_receipt(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("status=empty, workerId=, dbsCheckedOn=", "R03 status")] // None of the four.
    [TestCase("workerId=W 1", "R03 workerId")] // Nor WP01.
    [TestCase(Vacant + ", vacantSince=August", "R02 vacantSince")] // Nor WP03.
    [TestCase("dbsCheckedOn=2023-02-29", "R02 dbsCheckedOn")] // Nor WP04.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
