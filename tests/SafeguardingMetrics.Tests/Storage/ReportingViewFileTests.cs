using SafeguardingMetrics.Tests.Generated;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

[TestFixture]
public sealed class ReportingViewFileTests
{
    [Test]
    public void Every_view_begins_with_what_it_holds()
    {
        var files = Directory.GetFiles(Path.Combine(Snapshot.Root, "db/views/reporting"));
        Assert.That(files.Select(Path.GetFileNameWithoutExtension), Is.SupersetOf(ReportingViews.Declared.Select(view => view.Name)));
        foreach (var file in files)
            Assert.That(
                File.ReadAllText(file),
                Does.Match($@"\A(-- .+\n)+CREATE VIEW {Path.GetFileNameWithoutExtension(file)} AS\n"),
                file);
    }
}
