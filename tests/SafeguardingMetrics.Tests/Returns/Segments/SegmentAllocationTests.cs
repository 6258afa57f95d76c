using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Returns.Segments;

namespace SafeguardingMetrics.Tests.Returns.Segments;

[TestFixture]
public sealed class SegmentAllocationTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);

    [TestCase(
        "2026-01-01/2026-01-31", new[] { "A 2026-01-01/2026-01-31" }, "A 2026-01-01/2026-01-31", TestName = "One_return_holds_its_days")]
    [TestCase("2026-01-01/2026-01-31", new string[0], "", TestName = "Days_that_no_return_covers_are_in_no_piece")]
    [TestCase(
        "2026-01-01/2026-01-31",
        new[] { "A 2026-01-10/2026-01-20" },
        "A 2026-01-10/2026-01-20",
        TestName = "Days_around_a_return_are_in_no_piece")]
    [TestCase(
        "2026-01-10/2026-01-12",
        new[] { "A 2025-12-01/2026-02-28" },
        "A 2026-01-10/2026-01-12",
        TestName = "A_return_is_cut_to_the_days_that_are_divided")]
    [TestCase(
        "2026-01-01/2026-01-31",
        new[] { "A 2026-01-01/2026-01-31", "B 2026-01-10/2026-01-12" },
        "A 2026-01-01/2026-01-09, B 2026-01-10/2026-01-12, A 2026-01-13/2026-01-31",
        TestName = "A_newer_return_within_an_older_leaves_two_pieces")]
    [TestCase(
        "2026-01-01/2026-01-31",
        new[] { "B 2026-01-10/2026-01-12", "A 2026-01-01/2026-01-31" },
        "A 2026-01-01/2026-01-31",
        TestName = "An_older_return_within_a_newer_holds_nothing")]
    [TestCase(
        "2026-01-01/2026-01-31",
        new[] { "A 2026-01-01/2026-01-15", "B 2026-01-15/2026-01-31" },
        "A 2026-01-01/2026-01-14, B 2026-01-15/2026-01-31",
        TestName = "A_newer_return_takes_the_day_that_both_cover")]
    [TestCase(
        "2026-01-01/2026-01-31",
        new[] { "B 2026-01-15/2026-01-31", "A 2026-01-01/2026-01-15" },
        "A 2026-01-01/2026-01-15, B 2026-01-16/2026-01-31",
        TestName = "It_takes_it_on_the_left_as_well")]
    [TestCase(
        "2026-01-30/2026-03-02",
        new[] { "A 2026-01-30/2026-03-02" },
        "A 2026-01-30/2026-01-31, A 2026-02-01/2026-02-28, A 2026-03-01/2026-03-02",
        TestName = "A_piece_never_crosses_a_month_s_end")]
    [TestCase("2025-12-31/2026-01-01", new[] { "A 2025-12-31/2026-01-01" }, "A 2025-12-31, A 2026-01-01", TestName = "Nor_a_year_s_end")]
    [TestCase(
        "2026-01-01/2026-01-05",
        new[] { "C 2026-01-02", "B 2026-01-04", "A 2026-01-01/2026-01-05" },
        "A 2026-01-01/2026-01-05",
        TestName = "Where_hands_do_not_change_a_piece_is_not_cut")]
    public void Days_are_divided(string days, string[] claims, string pieces) =>
        Assert.That(Text(SegmentAllocation.Allocate(Days(days), Claims(claims))), Is.EqualTo(pieces));

    [Test]
    public void Every_day_belongs_to_the_newest_return_that_covers_it_and_pieces_are_as_long_as_they_can_be([Range(1, 40)] int seed)
    {
        var dice = new Random(seed);
        var claims = Enumerable.Range(1, dice.Next(1, 30)).Select(ordinal =>
        {
            var from = Start.AddDays(dice.Next(-20, 110));
            return Claim($"R{ordinal}", new Period(from, from.AddDays(dice.Next(3) == 0 ? 0 : dice.Next(60))), ordinal);
        }).ToList();
        var days = new Period(Start.AddDays(dice.Next(10)), Start.AddDays(dice.Next(20, 120)));

        var pieces = SegmentAllocation.Allocate(days, claims.OrderBy(_ => dice.Next()));

        foreach (var day in Enumerable.Range(0, days.Days).Select(days.From.AddDays))
            Assert.That(
                pieces.SingleOrDefault(piece => piece.Days.Contains(day)).Holder,
                Is.EqualTo(claims.LastOrDefault(claim => claim.Days.Contains(day))),
                $"{day:yyyy-MM-dd}");
        Assert.That(
            pieces.Sum(piece => piece.Days.Days),
            Is.EqualTo(Enumerable.Range(0, days.Days).Count(i => claims.Any(claim => claim.Days.Contains(days.From.AddDays(i))))));
        foreach (var (left, right) in pieces.Zip(pieces.Skip(1)))
            Assert.That(
                left.Holder == right.Holder && left.Days.To.AddDays(1) == right.Days.From && left.Days.To.Month == right.Days.From.Month,
                Is.False,
                $"{left} {right}");
        Assert.That(
            pieces.Select(piece => piece.Days),
            Is.All.Matches<Period>(piece => piece.From.Month == piece.To.Month && piece.From.Year == piece.To.Year));
    }

    private static IEnumerable<CoverageClaim> Claims(string[] claims) =>
        claims.Select((claim, i) => Claim(claim[..1], Days(claim[2..]), i + 1));

    private static CoverageClaim Claim(string id, Period days, int ordinal) =>
        new() { ReturnId = id, Agency = "EXA-CSC", FromDay = days.From, ToDay = days.To, Ordinal = ordinal, ReceivedOn = Start };

    private static Period Days(string text) => Period.TryParse(text, out var days) ? days : throw new FormatException(text);

    private static string Text(IEnumerable<(CoverageClaim Holder, Period Days)> pieces) =>
        string.Join(", ", pieces.Select(piece => $"{piece.Holder.ReturnId} {piece.Days}"));
}
