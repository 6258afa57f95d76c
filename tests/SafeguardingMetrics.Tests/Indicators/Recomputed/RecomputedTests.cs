using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Simulator;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Recomputed;

/// <summary>
/// What the simulated agencies post, asked for in every way by chance, against figures counted straight from the bodies
/// posted.
/// </summary>
[TestFixture]
public sealed class RecomputedTests
{
    private const int Requests = 500;
    private static readonly DateOnly First = new(2026, 12, 10);
    private static readonly DateOnly Last = new(2027, 1, 14);
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["EXA-CSC"] = "demo-social-care",
        ["EXA-ICB"] = "demo-health",
        ["EXA-POL"] = "demo-police",
        ["EXA-SCH-01"] = "demo-school",
    };
    private readonly List<PostedReturn> posted = [];
    private readonly List<DateTimeOffset> instants = [];

    [Test, Category("Slow")]
    public async Task Values_of_500_random_requests_are_those_counted_from_the_posted_records_and_cases_add_up_to_them()
    {
        await using var service = new TestService();
        var dice = new Random(20261122);
        await Post(service, dice);
        var plain = new ReferenceFigures(posted);
        // A dataset added since has its figures worked out by hand in its worked.csv alone.
        var indicators = IndicatorCatalogue.All
            .Where(indicator => indicator.Datasets.All(dataset => ReferenceCounts.Datasets.Contains(dataset.Name)))
            .ToList();
        var (rows, opened, crossed, earlier) = (0, 0, 0, 0);

        for (var i = 0; i < Requests; i++)
        {
            var indicator = Pick(dice, indicators);
            var interval = Pick(dice, Interval.All).Name;
            var dimensions = indicator.Dimensions.OrderBy(_ => dice.Next()).Take(dice.Next(3)).ToList();
            if (dimensions.Count(Dimension.ForReturns.Contains) == 2) dimensions.RemoveAt(1);
            var days = dice.Next(interval == "day" ? 8 : 40);
            var from = First.AddDays(dice.Next(-20, 34));
            var agency = dice.Next(4) == 0 ? Pick(dice, [.. Keys.Keys]) : null;
            DateTimeOffset? knownAt = dice.Next(2) == 0 ? Pick(dice, instants) : null;
            var query = string.Create(
                CultureInfo.InvariantCulture,
                $"from={from:yyyy-MM-dd}&to={from.AddDays(days):yyyy-MM-dd}&"
                + $"interval={interval}{(agency is null ? "" : $"&agency={agency}")}"
                + $"{(knownAt is { } then ? $"&knownAt={then.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}" : "")}");

            var totals = await service.Values(indicator.Code, query);
            var by = string.Join(',', dimensions);
            var values = dimensions.Count == 0 ? totals : await service.Values(indicator.Code, $"{query}&by={by}");
            foreach (var total in totals)
            {
                var (start, end) = (DayOf(total!["from"]), DayOf(total["to"]));
                var expected = plain
                    .Calculate(
                        indicator.Code, indicator.Datasets[0].Name, start, end, dimensions, agency, knownAt ?? DateTimeOffset.MaxValue)
                    .Order(StringComparer.Ordinal)
                    .ToList();
                // A member by agency or sector has a row where that reported, though nothing counts.
                var found = values
                    .Where(row => (string?)row!["period"] == (string?)total["period"]
                        && row["denominator"] is { } count
                        && (dimensions.Count == 0 || (decimal)count != 0))
                    .Select(row => Text(row!))
                    .Order(StringComparer.Ordinal)
                    .ToList();
                Assert.That(found, Is.EqualTo(expected), $"request {i}: {indicator.Code} {query}&by={by} {total["period"]}");
                rows += found.Count;
            }

            if (dimensions.Count == 2) crossed++;
            if (knownAt is not null) earlier++;
            opened += await CheckCases(service, dice, indicator.Code, query, by, values);
        }

        await TestContext.Out.WriteLineAsync(
            $"{posted.Count} returns, {rows} figures, {opened} cases, {crossed} requests crossed, {earlier} as of an earlier instant");
        Assert.That(rows, Is.GreaterThan(2000));
        Assert.That(opened, Is.GreaterThan(5000));
        Assert.That(crossed, Is.GreaterThan(100));
        Assert.That(earlier, Is.GreaterThan(100));
    }

    // Of the figures of one member chosen by chance, in every interval.
    private static async Task<int> CheckCases(TestService service, Random dice, string code, string query, string by, JsonArray values)
    {
        var counting = values.Where(row => row!["denominator"] is { } count && (decimal)count != 0).ToList();
        if (counting.Count == 0) return 0;
        var chosen = Pick(dice, counting)!;
        var filter = by.Length == 0 ? "" : $"&by={by}{Member("member", chosen)}{Member("member2", chosen)}";
        var expected = counting
            .Where(row => (string?)row!["member"] == (string?)chosen["member"] && (string?)row["member2"] == (string?)chosen["member2"])
            .Select(row => Sums((string)row!["period"]!, (decimal)row["numerator"]!, (decimal)row["denominator"]!)).ToList();

        var whole = await Cases(service, code, query + filter, "denominator");
        Assert.That(
            whole
                .GroupBy(row => row.Period)
                .Select(cases => Sums(cases.Key, cases.Sum(row => row.Numerator), cases.Sum(row => row.Denominator))),
            Is.EqualTo(expected),
            $"cases of {code} {query}{filter}");
        if (dice.Next(4) > 0) return whole.Count;

        var met = await Cases(service, code, query + filter, "numerator");
        var missed = await Cases(service, code, query + filter, "missed");
        Assert.That(met, Is.EqualTo(whole.Where(row => row.Numerator > 0)), $"numerator of {code} {query}{filter}");
        Assert.That(missed, Is.EqualTo(whole.Where(row => row.Numerator < row.Denominator)), $"missed of {code} {query}{filter}");
        return whole.Count;
    }

    private static async Task<List<(string Period, string Id, decimal Numerator, decimal Denominator)>> Cases(
        TestService service, string code, string query, string part)
    {
        var answer = await service.Get($"/v1/indicators/{code}/cases?{query}&part={part}&format=csv", "demo-analyst");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        var rows = PostedBody.Read(System.Text.Encoding.UTF8.GetBytes(answer.Text), "text/csv");
        return [
            .. rows.Select(row => (
                row["period"],
                $"{row["returnId"]} {row["record"]}",
                decimal.Parse(row["numerator"], CultureInfo.InvariantCulture),
                decimal.Parse(row["denominator"], CultureInfo.InvariantCulture))),
        ];
    }

    // As the agencies would, some of them withdrawing now and then what they sent last.
    private async Task Post(TestService service, Random dice)
    {
        foreach (var sent in new Partnership { Agencies = Keys.Count, Scale = 0.15, FaultRate = 0.03 }.Returns(First, Last))
        {
            if (!ReferenceCounts.Datasets.Contains(sent.Dataset)) continue;
            service.Clock.SetUtcNow(sent.At);
            using var body = new ByteArrayContent(sent.Body);
            body.Headers.ContentType = new(sent.ContentType);
            var answer = await service.Post(sent.Dataset, sent.Period, body, Keys[sent.Agency]);
            if ((int)answer.Status == 422) continue;
            Assert.That((int)answer.Status, Is.AnyOf(200, 201), answer.Text);
            if (posted.Any(known => known.Id == answer.ReturnId)) continue;

            var refused = answer.Json["findings"]!
                .AsArray()
                // A record that is the same as an earlier one of its return counts once.
                .Where(finding => ((string?)finding!["severity"] == "error" || (string?)finding["rule"] == "R14")
                    && finding["record"] is not null)
                .Select(finding => (int)finding!["record"]!)
                .ToHashSet();
            Assert.That(
                refused,
                Has.Count.EqualTo((int)answer.Json["records"]!["received"]! - (int)answer.Json["records"]!["accepted"]!),
                "the receipt names every record that was not taken");
            Assert.That(Period.TryParse(sent.Period, out var days), Is.True);
            posted.Add(new PostedReturn
            {
                Id = answer.ReturnId, Agency = sent.Agency, Dataset = sent.Dataset, From = days.From, To = days.To,
                ReceivedAt = (DateTimeOffset)answer.Json["receivedAt"]!,
                Records = [.. PostedBody.Read(sent.Body, sent.ContentType).Where((_, i) => !refused.Contains(i + 1))],
            });
            instants.Add(posted[^1].ReceivedAt);

            if (dice.Next(25) > 0) continue;
            service.Clock.Advance(TimeSpan.FromMilliseconds(1));
            var withdrawn = await service.Delete($"/v1/returns/{answer.ReturnId}", Keys[sent.Agency]);
            Assert.That((int)withdrawn.Status, Is.EqualTo(200), withdrawn.Text);
            posted[^1].WithdrawnAt = service.Clock.GetUtcNow();
        }
    }

    private static string Text(JsonNode row) => ReferenceFigures.Text(
        string.Join(" | ", new[] { row["member"], row["member2"] }.Where(member => member is not null)), (decimal)row["numerator"]!,
        (decimal)row["denominator"]!, (decimal?)row["value"], (decimal?)row["p90"]);

    private static string Member(string name, JsonNode row) =>
        row[name] is { } member ? $"&{name}={Uri.EscapeDataString((string)member!)}" : "";

    private static string Sums(string period, decimal numerator, decimal denominator) =>
        FormattableString.Invariant($"{period} {numerator:0.##}/{denominator:0.##}");

    private static DateOnly DayOf(JsonNode? day) => DateOnly.ParseExact((string)day!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static T Pick<T>(Random dice, IReadOnlyList<T> of) => of[dice.Next(of.Count)];
}
