namespace SafeguardingMetrics.Tests.Datasets.SocialCare.OpenCases;

/// <summary>Cases as at Friday 20 November 2026, received on Sunday 22 November.</summary>
public sealed class OpenCasesRulesTests() : RulesFixture("open-cases", "2026-11-20")
{
    private const string Unallocated = "allocatedWorkerId=, allocatedOn=";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["planType"] = "child-in-need",
        ["openedOn"] = "2026-11-02",
        ["allocatedWorkerId"] = "W-1",
        ["allocatedOn"] = "2026-11-03",
        ["dateOfBirth"] = "2015-04-23",
    };

    [TestCase("openedOn=2026-11-20, allocatedOn=2026-11-20", "")]
    [TestCase("openedOn=2026-11-21, " + Unallocated, "OC01 openedOn")]
    [TestCase("openedOn=2026-11-23, " + Unallocated, "OC01 openedOn, R07 openedOn")]
    public Task OC01_a_case_has_not_opened_after_the_day_described(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase(Unallocated, "")]
    [TestCase("allocatedOn=", "OC02 allocatedOn")]
    [TestCase("allocatedWorkerId=", "OC02 allocatedWorkerId")]
    public Task OC02_an_allocation_date_and_a_worker_go_together(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("allocatedOn=2026-11-20, riskReviewedOn=2026-11-20", "")]
    [TestCase("allocatedOn=2026-11-21", "OC03 allocatedOn")]
    [TestCase("riskReviewedOn=2026-11-21", "OC03 riskReviewedOn")]
    [TestCase("allocatedOn=2026-11-21, riskReviewedOn=2026-11-21", "OC03 allocatedOn")] // The first of its clauses names the field.
    [TestCase("allocatedOn=soon, riskReviewedOn=2026-11-21", "OC03 riskReviewedOn, R02 allocatedOn")] // What can be read is judged.
    public Task OC03_allocation_and_risk_review_are_not_after_the_day_described(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("allocatedOn=2026-11-02", "")]
    [TestCase("allocatedOn=2026-11-01", "OC04 allocatedOn")]
    public Task OC04_a_case_is_not_allocated_before_it_opened(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("planType=child-protection", "")]
    [TestCase("planType=child-protection, " + Unallocated, "OC05 allocatedWorkerId")]
    [TestCase("planType=looked-after, " + Unallocated, "OC05 allocatedWorkerId")]
    [TestCase("planType=referral, " + Unallocated, "")]
    [TestCase("planType=assessment, " + Unallocated, "")]
    [TestCase("planType=child-in-need, " + Unallocated, "")]
    [TestCase("planType=care-leaver, " + Unallocated, "")]
    public Task OC05_a_child_protection_or_looked_after_case_has_a_worker(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("dateOfBirth=2000-11-21", "")] // The day described is the eve of the 26th birthday.
    [TestCase("dateOfBirth=2000-11-20", "OC06 dateOfBirth")] // It is the 26th birthday.
    [TestCase("dateOfBirth=", "")]
    public Task OC06_a_child_is_under_26_on_the_day_described(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("2026-02-28", "")]
    [TestCase("2026-03-01", "OC06 dateOfBirth")]
    public Task OC06_a_child_born_on_29_February_comes_of_age_on_1_March_in_other_years(string day, string expected) =>
        AssertFindings("dateOfBirth=2000-02-29, openedOn=2026-01-05, allocatedOn=2026-01-06", expected, within: day);

    // 280 days after Sunday 22 November 2026: 30 to 22 December, 61, 92, 120, 151, 181, 212, 242 to 22 July, 273, and 7 more.
    [TestCase("dateOfBirth=2027-08-29", "")]
    [TestCase("dateOfBirth=2027-08-30", "R07 dateOfBirth")]
    [TestCase("riskReviewedOn=2026-11-23", "OC03 riskReviewedOn, R07 riskReviewedOn")]
    [TestCase("allocatedOn=2026-11-23", "OC03 allocatedOn, R07 allocatedOn")]
    public Task R07_no_date_is_after_receipt_but_a_birth_expected_within_280_days(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("disabilities=NONE", "")]
    [TestCase("disabilities=LD;AUT", "")]
    [TestCase("disabilities=MOB;HAND;PC;INC;COMM;LD;HEAR;VIS;BEH;CON;AUT;DDA", "")]
    [TestCase("disabilities=LD;LD", "R03 disabilities")]
    [TestCase("disabilities=NONE;LD", "R03 disabilities")]
    [TestCase("disabilities=LD;NONE", "R03 disabilities")]
    [TestCase("disabilities=ld", "R03 disabilities")]
    [TestCase("disabilities=LD;", "R03 disabilities")]
    [TestCase("disabilities=LD AUT", "R03 disabilities")]
    public Task R03_disabilities_are_each_given_once_and_NONE_stands_alone(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("workersInLast12Months=0", "")]
    [TestCase("workersInLast12Months=50", "")]
    [TestCase("workersInLast12Months=51", "R03 workersInLast12Months")]
    [TestCase("workersInLast12Months=-1", "R03 workersInLast12Months")]
    [TestCase("workersInLast12Months=99999999999999999999", "R03 workersInLast12Months")]
    [TestCase("workersInLast12Months=-99999999999999999999", "R03 workersInLast12Months")]
    [TestCase("workersInLast12Months=--5", "R02 workersInLast12Months")]
    [TestCase("workersInLast12Months=-", "R02 workersInLast12Months")]
    [TestCase("workersInLast12Months=12.5", "R02 workersInLast12Months")]
    [TestCase("workersInLast12Months=abc", "R02 workersInLast12Months")]
    [TestCase("workersInLast12Months=two", "R02 workersInLast12Months")]
    public Task R02_and_R03_the_number_of_workers_is_a_whole_number_up_to_50(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("sex=U", "")]
    [TestCase("sex=f", "R03 sex")]
    [TestCase("ethnicity=NOBT", "")]
    [TestCase("ethnicity=Wbri", "R03 ethnicity")]
    [TestCase("planType=Child-protection", "R03 planType")]
    [TestCase("planType=child protection", "R03 planType")]
    public Task R03_codes_are_exact_to_the_letter(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("childId", 1, "")]
    [TestCase("childId", 36, "")]
    [TestCase("childId", 37, "R03 childId")]
    [TestCase("locality", 40, "")]
    [TestCase("locality", 41, "R03 locality")]
    [TestCase("team", 60, "")]
    [TestCase("team", 61, "R03 team")]
    public Task R03_texts_have_a_greatest_length(string field, int length, string expected) => AssertFindings($"{field}={new string('x', length)}", expected);

    [TestCase("childId=Ab-1_2/3.4", "")]
    [TestCase("childId=C 1", "R03 childId")]
    [TestCase("childId=C1é", "R03 childId")]
    [TestCase("childId=C+1", "R03 childId")]
    [TestCase("locality=Ynys Môn & l'Est", "")]
    [TestCase("locality=  ", "R01 locality")]
    public Task R03_identifiers_are_of_plain_characters_and_texts_of_any(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("nhsNumber=9990000018, upn=H801200001001", "")]
    [TestCase("nhsNumber=999 000 0018, upn=h801200001001", "")]
    [TestCase("nhsNumber=9990000019", "R06 nhsNumber")]
    [TestCase("nhsNumber=unknown", "R06 nhsNumber")]
    [TestCase("upn=A801200001001", "R06 upn")]
    public Task R06_an_NHS_number_and_a_UPN_pass_their_checks(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("openedOn=soon, allocatedOn=2026-10-01", "R02 openedOn")] // Neither OC01 nor OC04.
    [TestCase("allocatedOn=2026-11-31", "R02 allocatedOn")] // Nor OC02, though a worker is named.
    [TestCase("planType=child-protection, allocatedWorkerId=W 1, allocatedOn=", "R03 allocatedWorkerId")] // Neither OC02 nor OC05.
    [TestCase("planType=protection, " + Unallocated, "R03 planType")] // Nor OC05.
    [TestCase("dateOfBirth=1926-13-01", "R02 dateOfBirth")] // Nor OC06.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
