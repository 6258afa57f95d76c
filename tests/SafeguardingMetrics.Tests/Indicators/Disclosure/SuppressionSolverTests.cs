using SafeguardingMetrics.Indicators.Disclosure;

namespace SafeguardingMetrics.Tests.Indicators.Disclosure;

[TestFixture]
public sealed class SuppressionSolverTests
{
    [TestCase("40 = 3 7 30", "40 = c c 30", Description = "exactly one is hidden: the next smallest is too")]
    [TestCase("41 = 3 7 7 24", "41 = c 7 c 24", Description = "one of two that are alike")]
    [TestCase("37 = 4 33", "37 = c c", Description = "both sides of two")]
    [TestCase("40 = 0 3 7 30", "40 = 0 c c 30", Description = "nothing is shown and covers nothing")]
    [TestCase("40 = 10 30", "40 = 10 30", Description = "nothing small")]
    [TestCase("40 = 4 5 31", "40 = c c 31", Description = "two cover each other")]
    [TestCase("40 = 2 2 8 28", "40 = c c c 28", Description = "two that would be known to be four together")]
    [TestCase("4 = 4 0", "c = c 0", Description = "a whole that is its only part")]
    [TestCase("5 = 2 3", "c = c c", Description = "a small whole")]
    [TestCase("9 = 3 0 6", "9 = c 0 c", Description = "the whole stays")]
    public void A_row_is_protected_as_the_Department_for_Education_does(string row, string expected) =>
        Assert.That(Protected(row).Single(), Is.EqualTo(expected));

    [Test]
    public void Rows_and_columns_are_closed_to_a_fixed_point()
    {
        // The 3 hides the 8 beside it, which alone in its column hides the 9 under it, which hides the 12 beside it,
        // which covers the 3.
        Assert.That(
            Protected("31 = 3 8 20", "51 = 12 9 30", "15 = $1 $4", "17 = $2 $5", "50 = $3 $6"),
            Is.EqualTo(new[] { "31 = c c 20", "51 = c c 30", "15 = c c", "17 = c c", "50 = 20 30" }));
    }

    [Test]
    public void What_takes_several_sums_to_work_out_is_hidden_though_no_sum_gives_it_by_itself()
    {
        // Each row and column has two hidden; the first two rows less the first two columns give the last of the first
        // row.
        string[] rows = ["30 = 12 13 5", "30 = 13 13 4", "60 = 12 12 36", "37 = $1 $4 $7", "38 = $2 $5 $8", "45 = $3 $6 $9"];
        var shown = Protected(rows);

        Assert.That(shown[0], Does.Contain("c c").Or.Contain("c 13 c"));
        Assert.That(shown[5], Does.StartWith("45 = c c"));
    }

    [Test]
    public void An_unknown_that_only_all_equations_together_give_is_found_and_one_that_they_do_not_is_not()
    {
        // a + b, b + c and a + c give each of them; d + e gives neither.
        Assert.That(
            LinearDisclosureAudit.FindDetermined(5, [[(0, 1), (1, 1)], [(1, 1), (2, 1)], [(0, 1), (2, 1)], [(3, 1), (4, 1)]]),
            Is.EqualTo(new[] { true, true, true, false, false }));
        Assert.That(
            LinearDisclosureAudit.FindDetermined(4, [[(0, 1), (1, -1)], [(1, 1), (2, -1)], [(2, 1), (3, 1)]]),
            Is.EqualTo(new[] { false, false, false, false }));
        Assert.That(LinearDisclosureAudit.FindDetermined(2, [[(0, 1), (0, 1)], [(1, 1), (1, -1)]]), Is.EqualTo(new[] { true, false }));
    }

    // Rows of "whole = parts"; a part $n is the n-th number among the parts before.
    private static string[] Protected(params string[] rows)
    {
        var system = new SuppressionSolver(DisclosureRules.All);
        var parts = new List<(int Place, string Text)>();
        var lines = new List<List<(int Place, string Text)>>();
        (int, string) Add(string text) =>
            (
                text == "0"
                    ? -1
                    : system.Add(
                        int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
                        isPublished: true,
                        isSmall: int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) < 6),
                text);
        foreach (var row in rows)
        {
            var words = row.Split(' ');
            var line = new List<(int Place, string Text)> { Add(words[0]) };
            foreach (var word in words[2..])
            {
                if (word[0] != '$') parts.Add(Add(word));
                line.Add(word[0] == '$' ? parts[int.Parse(word[1..], System.Globalization.CultureInfo.InvariantCulture) - 1] : parts[^1]);
            }

            lines.Add(line);
            system.AddSum(line[0].Place, line.Skip(1).Where(part => part.Place >= 0).Select(part => part.Place));
        }

        system.Solve();
        string Shown((int Place, string Text) count) => count.Place >= 0 && system.IsHidden(count.Place) ? "c" : count.Text;
        return [.. lines.Select(line => $"{Shown(line[0])} = {string.Join(' ', line.Skip(1).Select(Shown))}")];
    }
}
