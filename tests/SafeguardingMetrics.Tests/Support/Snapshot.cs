namespace SafeguardingMetrics.Tests.Support;

/// <summary>Files under version control that tests write: a difference fails, <c>UPDATE_SNAPSHOTS=1</c> accepts it.</summary>
public static class Snapshot
{
    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Asserts that a file under the root has this text.</summary>
    public static void Matches(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.That(File.Exists(file), Is.True, $"{path} is missing: run the tests with UPDATE_SNAPSHOTS=1 and commit it.");
        Assert.That(text, Is.EqualTo(File.ReadAllText(file)), $"{path} is out of date: run the tests with UPDATE_SNAPSHOTS=1, read the difference and commit it.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SafeguardingMetrics.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
