using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

[TestFixture]
public sealed class ReportingViewFileTests
{
    [TestCaseSource(nameof(Declared))]
    public void A_view_that_follows_from_declarations_is_up_to_date(string name) =>
        Snapshot.Matches($"db/views/reporting/{name}.sql", ReportingViews.Declared.Single(view => view.Name == name).Text);

    [Test]
    public void Every_view_begins_with_what_it_holds()
    {
        var files = Directory.GetFiles(Path.Combine(Snapshot.Root, "db/views/reporting"));
        Assert.That(files, Has.Length.EqualTo(ReportingViews.Declared.Count + 3));
        foreach (var file in files)
            Assert.That(File.ReadAllText(file), Does.Match($@"\A(-- .+\n)+CREATE VIEW {Path.GetFileNameWithoutExtension(file)} AS\n"), file);
    }

    private static IEnumerable<string> Declared() => ReportingViews.Declared.Select(view => view.Name);
}
