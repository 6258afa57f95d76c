using System.Runtime.Versioning;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>A key in a file is for the service's own user.</summary>
[TestFixture]
[UnsupportedOSPlatform("windows")]
[Platform(Exclude = "Win")]
public sealed class KeyFileTests
{
    private string folder = "";

    private string File => Path.Combine(folder, "data", "identifiers.key");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void One_that_is_made_is_its_owner_s()
    {
        var key = KeyFile.ReadOrCreate(File);

        Assert.That(Convert.FromBase64String(key), Has.Length.EqualTo(32));
        Assert.That(KeyFile.ReadOrCreate(File), Is.EqualTo(key));
        Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(PrivateFile.OwnerOnly));
        Assert.That(
            System.IO.File.GetUnixFileMode(Path.GetDirectoryName(File)!), Is.EqualTo(PrivateFile.OwnerOnly | UnixFileMode.UserExecute));
    }

    [Test]
    public void One_that_others_can_read_is_mended_in_Development_and_refused_elsewhere_with_the_way_out()
    {
        var key = KeyFile.ReadOrCreate(File);
        System.IO.File.SetUnixFileMode(File, PrivateFile.OwnerOnly | UnixFileMode.OtherRead);

        Assert.That(
            () => KeyFile.Read(File, isDevelopment: false),
            Throws.TypeOf<DatabaseFileException>().With.Message.Contains("chmod 600").And.Message.Not.Contains(key));
        Assert.That(KeyFile.Read(File, isDevelopment: true), Is.EqualTo(key));
        Assert.That(System.IO.File.GetUnixFileMode(File), Is.EqualTo(PrivateFile.OwnerOnly));
        Assert.That(KeyFile.Read(File, isDevelopment: false), Is.EqualTo(key));
    }
}
