using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>
/// The same slips in the returns of every dataset and format: each is taken rightly, taken with a word, or refused. The clock stands at
/// Sunday 22 November 2026.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DatasetTrialTests
{
    private const string Meetings =
        "meetingId,childId,locality,team,neededOn,heldOn,socialCareAttended,policeAttended,healthAttended,schoolAttended,outcome\n";
    private const string Notifications = "notificationId,childId,locality,category,riskGrade,incidentOn,sharedOn\n";
    private const string Assessments = "assessmentId,childId,nhsNumber,locality,provider,assessmentType,dueOn,completedOn\n";
    private const string Posts = "postId,locality,team,role,fte,status,workerId,startedOn,vacantSince,dbsCheckedOn\n";
    private const string Cases = "childId,locality,team,planType,openedOn,nhsNumber,upn\n";
    private const string Pupils = "pupilId,locality,socialWorkerStatus,sessionsPossible,sessionsAttended\n";

    private static IEnumerable<TestCaseData> Bodies()
    {
        // "No" beside what did not happen.
        yield return Case(
            "K01 a meeting that was not held, and nobody came", "strategy-meetings",
            Meetings + "S-1,C-1,East,T,2026-11-05,2026-11-06,1,1,1,0,assessment\nS-2,C-2,East,T,2026-11-05,,0,0,0,0,\n",
            "2/2", "", "strategy-meetings-on-time 50.0 1/2");
        yield return Case(
            "K01 in JSON", "strategy-meetings",
            """
            [{"meetingId":"S-1","childId":"C-1","locality":"East","team":"T","neededOn":"2026-11-05","heldOn":null,"policeAttended":false}]
            """,
            "1/1", "", "strategy-meetings-on-time 0.0 0/1");
        yield return Case(
            "K01 who came to no meeting", "strategy-meetings", Meetings + "S-2,C-2,East,T,2026-11-05,,yes,no,no,no,\n", "0/1", "SM04");
        // Dates for nothing, and slips of the year.
        yield return Case(
            "K02 shared in 1900", "police-notifications", Notifications + "N-1,C-1,East,neglect,high,2026-11-05,1900-01-01\n",
            "1/1", "R09", "notifications-shared-on-time 0.0 0/1");
        yield return Case(
            "K02 completed in 9999", "health-assessments", Assessments + "HA-1,C-1,,East,Trust,review,2026-11-10,31/12/9999\n",
            "1/1", "R09", "health-assessments-on-time 0.0 0/1");
        yield return Case(
            "K02 checked in 1753", "workforce-posts", Posts + "P-1,East,T,social-worker,1,filled,W-1,1899-12-30,,1753-01-01\n",
            "1/1", "R09 R09 WP04", "dbs-checks-in-date 0.0 0/1");
        yield return Case(
            "K02 a year early", "health-assessments", Assessments + "HA-1,C-1,,East,Trust,review,2026-11-10,2025-01-09\n",
            "1/1", "R10", "health-assessments-on-time 100.0 1/1");
        // Words for nobody.
        yield return Case(
            "K03 a vacant post", "workforce-posts", Posts + "P-1,East,T,social-worker,1,vacant,VACANT,,2026-01-01,\n",
            "1/1", "R09", "vacancy-rate 100.0 1/1");
        yield return Case(
            "K03 a filled post with nobody in it", "workforce-posts",
            Posts + "P-1,East,T,social-worker,1,filled,Vacant,N/A,,NULL\n", "0/1", "R09 R09 R09 WP01 WP04");
        yield return Case(
            "K03 a notification without a child", "police-notifications",
            """
            {"notificationId":"N-1","childId":"#N/A","locality":"Not known","category":"neglect","riskGrade":"high",
             "incidentOn":"2026-11-05"}
            """,
            "1/1", "R09 R09", "notifications-shared-on-time 0.0 0/1");
        // Identifiers of nobody, and of two.
        yield return Case(
            "K06 one UPN, two children", "open-cases",
            Cases + "C-1,East,T,child-in-need,2026-09-01,,H801200001001\nC-2,East,T,child-in-need,2026-09-01,,h801200001001\n",
            "2/2", "R12");
        yield return Case(
            "K06 one NHS number, two children", "health-assessments",
            Assessments + "HA-1,C-1,9990000018,East,Trust,review,2026-11-10,\nHA-2,C-2,999 000 0018,East,Trust,review,2026-11-10,\n",
            "2/2", "R12");
        yield return Case(
            "K06 numbers that are none", "open-cases",
            Cases + "C-1,East,T,child-in-need,2026-09-01,1234567890,NULL\nC-2,East,T,child-in-need,2026-09-01,999 999 9999,UN2\n",
            "2/2", "R09 R11 R11 R11");
        yield return Case(
            "K06 a number that fails its check", "open-cases", Cases + "C-1,East,T,child-in-need,2026-09-01,9990000019,\n", "1/1", "R06");
        // One place, two spellings.
        yield return Case(
            "K07 a provider in capitals", "health-assessments",
            Assessments + "HA-1,C-1,,East,Trust A,review,2026-11-10,\nHA-2,C-2,,east,TRUST  A,review,2026-11-10,\n", "2/2", "R13 R13");
        yield return Case(
            "K07 the area of pupils", "school-attendance", Pupils + "P-1,Llŷn,child-in-need,10,9\nP-2,LLYN,child-in-need,10,9\n",
            "2/2", "R13", "absence-rate 10.0 2/20");
        yield return Case(
            "K07 the team of a post", "workforce-posts",
            Posts + "P-1,East,Duty,other,1,vacant,,,2026-01-01,\nP-2,East,duty,other,1,vacant,,,2026-01-01,\n", "2/2", "R13");
        // Month first.
        yield return Case(
            "K10 a date that can only be month first", "police-notifications",
            Notifications + "N-1,C-1,East,neglect,high,11/05/2026,\nN-2,C-2,East,neglect,high,11/15/2026,\n", "0/2", "R02 R02 R02");
        // Names of fields.
        yield return Case(
            "K13 names of a database", "school-attendance",
            "pupil_id,LOCALITY,Social Worker Status,sessions-possible,sessionsattended\nP-1,East,child-in-need,10,9\n", "1/1", "");
        yield return Case(
            "K13 names of .NET", "police-notifications",
            """[{"NotificationId":"N-1","Locality":"East","Category":"neglect","RiskGrade":"high","IncidentOn":"2026-11-05"}]""",
            "1/1", "");
        yield return Case(
            "K13 columns that are missing", "health-assessments",
            "assessmentId,childId,locality,assessmentType,dueOn\nHA-1,C-1,East,review,2026-11-10\nHA-2,C-2,East,review,2026-11-10\n",
            "0/2", "R01");
        // The same record twice.
        yield return Case(
            "K26 a notification twice", "police-notifications",
            """
            {"notificationId":"N-1","locality":"East","category":"neglect","riskGrade":"high","incidentOn":"2026-11-05"}
            {"notificationId":"N-1","locality":"East","category":"neglect","riskGrade":"high","incidentOn":"2026-11-05"}
            """,
            "1/2", "R14", "notifications-shared-on-time 0.0 0/1");
        yield return Case(
            "K26 two rows of a join", "open-cases",
            Cases + "0012 ,East,T,child-in-need,2026-09-01,,\n 0012,East,T,child-in-need,2026-09-01,,\n", "1/2", "R14");
        yield return Case(
            "K26 two outcomes", "police-notifications",
            Notifications + "N-1,C-1,East,neglect,high,2026-11-05,2026-11-05\nN-1,C-1,East,neglect,high,2026-11-05,\n", "1/2", "R04");
        // A comma that was not quoted.
        yield return Case(
            "K27 an area with a comma", "police-notifications",
            Notifications + "N-1,C-1,East,neglect,high,2026-11-05,\nN-2,C-2,East, South,neglect,high,2026-11-05,2026-11-05\n"
            + "N-3,C-3,East,neglect,high,2026-11-05,\n",
            "2/3", "R17", "notifications-shared-on-time 0.0 0/2");
        yield return Case(
            "K27 an area with a comma, and nothing in the last column", "police-notifications",
            Notifications + "N-1,C-1,East,neglect,high,2026-11-05,\nN-2,C-2,East, South,neglect,high,2026-11-05,\n", "1/2", "R02 R03 R03");
        yield return Case(
            "K27 a provider with a semicolon", "health-assessments",
            (Assessments + "HA-1,C-1,,East,Trust,review,2026-11-10,2026-11-09\nHA-2,C-2,,East,Trust,review,2026-11-10,2026-11-09\n")
                .Replace(',', ';') + "HA-3;C-3;;East;Trust; North;review;2026-11-10;2026-11-09\n",
            "2/3", "R17", "health-assessments-on-time 100.0 2/2");
        // Ids that differ only in capitals or zeros.
        yield return Case(
            "ids in capitals and not", "open-cases",
            Cases + "C-0012,East,T,child-in-need,2026-09-01,,\nc-0012,East,T,child-in-need,2026-09-01,,\n", "2/2", "R22",
            "unallocated-cases 100.0 2/2");
        yield return Case(
            "ids without zeros", "police-notifications",
            Notifications + "0012,C-1,East,neglect,high,2026-11-05,\n12,C-1,East,neglect,high,2026-11-05,\n", "2/2", "R22");
        yield return Case(
            "ids as numbers in JSON", "school-attendance",
            """
            [{"pupilId":"0012","locality":"East","socialWorkerStatus":"child-in-need","sessionsPossible":10,"sessionsAttended":9},
             {"pupilId":12,"locality":"East","socialWorkerStatus":"child-in-need","sessionsPossible":10,"sessionsAttended":9},
             {"pupilId":"120","locality":"East","socialWorkerStatus":"child-in-need","sessionsPossible":10,"sessionsAttended":9}]
            """,
            "3/3", "R22");
        yield return Case(
            "ids that are others", "workforce-posts",
            Posts + "P-10,East,T,other,1,vacant,,,2026-01-01,\nP-100,East,T,other,1,vacant,,,2026-01-01,\n"
            + "Q-10,East,T,other,1,vacant,,,2026-01-01,\n",
            "3/3", "");
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task A_slip_is_taken_rightly_said_or_refused(string dataset, string body, string taken, string rules, string? figure)
    {
        await using var service = new TestService();
        var period = dataset switch
        {
            "open-cases" or "workforce-posts" => "2026-11-20",
            "school-attendance" => "2026-11-16/2026-11-20",
            _ => "2026-11-01/2026-11-22",
        };
        var mediaType = body[0] switch { '[' => "application/json", '{' => "application/x-ndjson", _ => "text/csv" };
        var answer = await service.Post(dataset, period, body, mediaType);

        var of = answer.Json["records"] is null ? answer.Json["receipt"]! : answer.Json;
        var found = of["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!).Order(StringComparer.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{of["records"]!["accepted"]}/{of["records"]!["received"]}", Is.EqualTo(taken), answer.Text);
            Assert.That(string.Join(' ', found), Is.EqualTo(rules), answer.Text);
        }

        if (figure is null) return;
        var indicator = figure.Split(' ')[0];
        var row = (await service.Values(indicator, "from=2026-11-01&to=2026-11-30")).Single()!;
        Assert.That($"{indicator} {row["value"]} {row["numerator"]}/{row["denominator"]}", Is.EqualTo(figure));
    }

    // One thing in the world that moved to another day, or came at last, counts once.
    [TestCase(
        "police-notifications", "N-1,C-1,East,neglect,high,2026-11-05,", "N-1,C-1,East,neglect,high,2026-11-06,2026-11-06",
        "notifications-shared-on-time 100.0 1/1")]
    [TestCase(
        "health-assessments", "HA-1,C-1,,East,Trust,review,2026-11-05,", "HA-1,C-1,,East,Trust,review,2026-11-06,2026-11-06",
        "health-assessments-on-time 100.0 1/1")]
    [TestCase(
        "strategy-meetings", "S-1,C-1,East,T,2026-11-05,2026-11-06,1,1,1,0,assessment", "S-1,C-1,East,T,2026-11-06,,,,,,",
        "strategy-meetings-on-time 0.0 0/1")]
    public async Task An_event_that_is_sent_again_on_another_day_counts_once(string dataset, string first, string second, string figure)
    {
        await using var service = new TestService();
        var header = dataset switch { "police-notifications" => Notifications, "health-assessments" => Assessments, _ => Meetings };
        var before = await service.Post(dataset, "2026-11-05", header + first + "\n", "text/csv");
        Assert.That((int)before.Json["records"]!["accepted"]!, Is.EqualTo(1), before.Text);
        var answer = await service.Post(dataset, "2026-11-06", header + second + "\n", "text/csv");
        Assert.That(answer.Json["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!), Does.Contain("R19"), answer.Text);
        Assert.That((int)answer.Json["restated"]!, Is.EqualTo(1), answer.Text);

        var indicator = figure.Split(' ')[0];
        var row = (await service.Values(indicator, "from=2026-11-01&to=2026-11-30")).Single()!;
        Assert.That($"{indicator} {row["value"]} {row["numerator"]}/{row["denominator"]}", Is.EqualTo(figure));
    }

    // A file that is cut off at the end of a row is like a whole one: its number of records alone tells.
    [TestCase(12, true)]
    [TestCase(30, false)]
    public async Task A_file_cut_off_at_the_end_of_a_row_is_held_where_most_of_it_is_missing(int rows, bool isHeld)
    {
        await using var service = new TestService();
        string Write(int count) =>
            Notifications + string.Concat(Enumerable.Range(1, count).Select(i => $"N-{i},C-{i},East,neglect,high,2026-11-05,\n"));
        await service.Post("police-notifications", "2026-11-01/2026-11-22", Write(40), "text/csv");

        var answer = await service.Post("police-notifications", "2026-11-01/2026-11-22", Write(rows), "text/csv");

        Assert.That((string)answer.Json["status"]!, Is.EqualTo(isHeld ? "held" : "accepted"), answer.Text);
        Assert.That((int)answer.Json["records"]!["received"]!, Is.EqualTo(rows));
    }

    private static TestCaseData Case(string name, string dataset, string body, string taken, string rules, string? figure = null) =>
        new TestCaseData(dataset, body.Trim(), taken, rules, figure).SetArgDisplayNames(name);
}
