using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Datasets;

public sealed class RuleBookTests
{
    [Test]
    public void The_rule_book_is_up_to_date() => Snapshot.Matches("api-specs/rules.md", RuleBook.Write());
}
