using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// What follows from the datasets' declarations is as they say. One command writes it anew:
/// <see cref="Snapshot.GenerateCommand"/>.
/// </summary>
[Category("Generated")]
public sealed class GeneratedTests
{
    [Test]
    public void Every_file_is_as_the_declarations_say()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var file in GeneratedFiles.CreateAll()) Snapshot.Matches(file.Path, file.Text);
        }
    }

    [Test]
    public void A_folder_of_generated_files_has_no_other()
    {
        if (Snapshot.IsUpdating) Assert.Ignore("The files are being written.");
        var known = GeneratedFiles.CreateAll().Select(file => file.Path).ToHashSet();
        foreach (var folder in new[] { "api-specs/samples", "api-specs/datasets" })
        {
            var files = Directory.GetFiles(Path.Combine(Snapshot.Root, folder)).Select(file => $"{folder}/{Path.GetFileName(file)}");
            Assert.That(files.Where(file => !known.Contains(file)), Is.Empty, "No dataset of the catalogue has these: delete them.");
        }
    }
}
