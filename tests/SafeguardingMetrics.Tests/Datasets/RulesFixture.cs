using System.Net;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets;

/// <summary>
/// Asks the service which rules one record breaks. It is only checked, never stored, so a fixture needs one service.
/// The clock stands at Sunday 22 November 2026.
/// </summary>
public abstract class RulesFixture(string dataset, string period)
{
    private TestService service = null!;

    /// <summary>A record that keeps every rule, as the cells of a CSV file.</summary>
    protected abstract IReadOnlyDictionary<string, string> Plain { get; }

    [OneTimeSetUp]
    public void Start() => service = new TestService();

    [OneTimeTearDown]
    public async Task Stop() => await service.DisposeAsync();

    [Test]
    public Task The_plain_record_keeps_every_rule() => AssertFindings("", "");

    /// <summary>Asserts what is found in the plain record once some cells of it are changed.</summary>
    /// <param name="changes">The changed cells: <c>visitedOn=2026-11-05, childSeen=</c>.</param>
    /// <param name="expected">Each finding's rule and field, in the order of the receipt: <c>R07 visitedOn, SV05
    /// managerCheckedOn</c>; empty where every rule is kept.</param>
    /// <param name="within">The return's period, where it is another than the fixture's.</param>
    protected async Task AssertFindings(string changes, string expected, string? within = null)
    {
        var cells = new Dictionary<string, string>(Plain);
        foreach (var change in changes.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            cells[change[..change.IndexOf('=', StringComparison.Ordinal)]] = change[(change.IndexOf('=', StringComparison.Ordinal) + 1)..];

        var answer = await Check($"{string.Join(',', cells.Keys)}\n{string.Join(',', cells.Values.Select(Quoted))}\n", "text/csv", within);

        // A finding of the record begins with its number; one of the whole return has none.
        var found = answer.Findings.Select(finding => finding.StartsWith("1 ", StringComparison.Ordinal) ? finding[2..] : finding);
        Assert.That(string.Join(", ", found), Is.EqualTo(expected), $"{changes} {within}");
    }

    /// <summary>Checks a return of the fixture's dataset.</summary>
    protected async Task<ApiResponse> Check(string body, string mediaType, string? within = null)
    {
        var answer = await service.Post($"{dataset}/check", within ?? period, body, mediaType, TestService.GetDemonstrationKey(dataset));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        return answer;
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
