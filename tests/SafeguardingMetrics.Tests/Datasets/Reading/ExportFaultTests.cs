using System.Net;
using System.Text;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets.Reading;

/// <summary>
/// What exports and jobs do to a file as a whole: cut it off, join two, leave lines of their own in it. The clock stands at Sunday 22
/// November 2026.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class ExportFaultTests
{
    private const string Header = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone";
    private const string One = "V-1,C-1,East,T,child-protection,2026-11-03,2026-11-03,true,true";
    private const string Two = "V-2,C-2,East,T,child-protection,2026-11-04,2026-11-03,true,true";
    private const string Unmade = "V-2,C-2,East,T,child-protection,2026-11-04";

    private static IEnumerable<TestCaseData> Files()
    {
        yield return Case("cut off before the visit", $"{Header}\n{One}\n{Unmade}", "1/2", "R21");
        yield return Case("cut off within the due date", $"{Header}\n{One}\n{Unmade[..^1]}", "1/2", "R21");
        yield return Case("cut off within the visit's date", $"{Header}\n{One}\n{Two[..52]}", "1/2", "R21");
        yield return Case("cut off after a quotation mark", $"{Header}\n{One}\nV-2,C-2,\"East\"", "1/2", "R21");
        yield return Case("short rows alone", $"{Header}\n{Unmade}\nV-3,C-3,East,T,child-protection,2026-11-04", "2/2", "");
        yield return Case("one short row alone", $"{Header}\n{Unmade}", "1/1", "");
        yield return Case("an empty cell at the end", $"{Header}\n{One}\n{Unmade},", "2/2", "");
        yield return Case("cut off, with CRLF", $"{Header}\r\n{One}\r\n{Unmade}", "1/2", "R21");
        yield return Case("cut off, with semicolons", $"{Header}\n{One}\n{Unmade}".Replace(',', ';'), "1/2", "R21");
        yield return Case("short, with a line break", $"{Header}\n{One}\n{Unmade}\n", "2/2", "");
        yield return Case("short, with a line break and Ctrl-Z", $"{Header}\n{One}\n{Unmade}\n\u001A", "2/2", "");
        yield return Case("short, with Ctrl-Z", $"{Header}\n{One}\n{Unmade}\u001A", "2/2", "");
        yield return Case("whole, without a line break", $"{Header}\n{One}\n{Two}", "2/2", "");
        yield return Case("whole with empty cells, without a line break", $"{Header}\n{One}\n{Unmade},,,", "2/2", "");
        yield return Case("two files joined", $"{Header}\n{One}\n{Header}\n{Two}\n", "2/2", "");
        yield return Case(
            "two files joined, quoted",
            $"{Header}\n{One}\n\"{Header.Replace(",", "\",\"", StringComparison.Ordinal)}\"\n{Two}\n", "2/2", "");
        yield return Case("lines of sqlcmd", $"{Header}\n--,--,--,--,--,--,--,--,--\n{One}\n{Two}\n\n(2 rows affected)\n", "2/2", "");
        yield return Case("one row of sqlcmd", $"{Header}\n{One}\n(1 row affected)", "1/1", "");
        yield return Case("rows of psql", $"{Header}\n{One}\n{Two}\n(2 rows)\n", "2/2", "");
        yield return Case("mixed line ends", $"{Header}\r\n{One}\n{Two}\r\n", "2/2", "");
        yield return Case("a row of totals", $"{Header}\n{One}\nTotal,,,,,1,,,\n", "1/2", "R01 R02");
        yield return Case("words in brackets", $"{Header}\n{One}\n(end of file)\n", "1/2", "R01 R03");
        yield return Case("another header", $"{Header}\n{One}\n{Header[8..]}\n", "1/2", "R02 R03");
    }

    [TestCaseSource(nameof(Files))]
    public async Task A_file_is_read_or_its_fault_is_said(string body, string taken, string rules)
    {
        await using var service = new TestService();
        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", body, "text/csv");
        var records = answer.Json["records"]!;
        var found = answer.Json["findings"]!.AsArray().Select(finding => (string)finding!["rule"]!).Distinct()
            .Order(StringComparer.Ordinal).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That($"{records["accepted"]}/{records["received"]}", Is.EqualTo(taken), answer.Text);
            Assert.That(string.Join(' ', found), Is.EqualTo(rules), answer.Text);
        }
    }

    [TestCase("text/csv", "purge,visitId,childId,locality,team,visitType,dueOn\n1,V-1,C-1,East,T,looked-after,2026-11-03\n")]
    [TestCase("text/csv", "Purge,visitId,childId,locality,team,visitType,dueOn\n,V-1,C-1,East,T,looked-after,2026-11-03\n")]
    [TestCase("application/json", "[{\"visitId\":\"V-1\",\"purge\":true}]")]
    [TestCase("application/x-ndjson", "{\"purge\":false,\"visitId\":\"V-1\"}\n")]
    public async Task A_purge_is_read_in_a_return_of_changes_only(string mediaType, string body)
    {
        await using var service = new TestService();
        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", body, mediaType);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain("mode=changes"));
    }

    [Test]
    public async Task A_purge_in_a_later_record_leaves_that_record_out()
    {
        await using var service = new TestService();
        const string Record =
            "\"childId\":\"C-1\",\"locality\":\"East\",\"team\":\"T\",\"visitType\":\"looked-after\",\"dueOn\":\"2026-11-03\"";
        var answer = await service.Post(
            "statutory-visits", "2026-11-01/2026-11-22",
            $"[{{\"visitId\":\"V-1\",{Record}}},{{\"visitId\":\"V-2\",{Record},\"purge\":true}}]",
            "application/json");
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(1), answer.Text);
        Assert.That((int)answer.Json["records"]!["rejected"]!, Is.EqualTo(1), answer.Text);
        Assert.That((string)answer.Json["findings"]![0]!["message"]!, Does.Contain("mode=changes"));
    }

    [TestCase("change")]
    [TestCase("Changes")]
    [TestCase("chnages")]
    [TestCase("changes-only")]
    public async Task A_mode_that_is_none_names_the_nearest(string mode)
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent("[]", Encoding.UTF8, "application/json");
        using var response = await client.PostAsync($"/v1/returns/statutory-visits?mode={mode}", body);
        var answer = await ApiResponse.Create(response);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.Text);
        Assert.That((string)answer.Json["detail"]!, Does.Contain($"\"{mode}\" is none. Did you mean \"changes\"?"));
    }

    private static TestCaseData Case(string name, string body, string taken, string rules) =>
        new TestCaseData(body, taken, rules).SetArgDisplayNames(name);
}
