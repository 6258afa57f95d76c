using Microsoft.Extensions.Configuration;
using SafeguardingMetrics.App;

namespace SafeguardingMetrics.Tests.App;

/// <summary>Secrets come from files as well as from the environment.</summary>
[TestFixture]
public sealed class SecretFileTests
{
    private string folder = null!;

    [SetUp]
    public void Start() => folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;

    [TearDown]
    public void Stop() => Directory.Delete(folder, recursive: true);

    [Test]
    public void What_the_file_holds_is_the_value_of_the_setting()
    {
        var file = Path.Combine(folder, "key");
        File.WriteAllText(file, "c2VjcmV0\n");
        var configuration = Create(("Identifiers:HashKey_FILE", file), ("Another_FILE", "/nowhere"), ("Limits:Requests", "3"));

        configuration.AddSecretFiles();

        Assert.That((configuration["Identifiers:HashKey"], configuration["Limits:Requests"]), Is.EqualTo(("c2VjcmV0", "3")));
    }

    [Test]
    public void A_file_that_is_missing_or_empty_and_a_setting_that_is_there_twice_stop_the_start()
    {
        var (missing, empty) = (Path.Combine(folder, "none"), Path.Combine(folder, "empty"));
        File.WriteAllText(empty, " \n");
        foreach (var (configuration, sentence) in new[]
        {
            (Create(("OAuth:SigningKey_FILE", missing)), "The file of OAuth__SigningKey_FILE cannot be read"),
            (Create(("OAuth:SigningKey_FILE", empty)), "The file of OAuth__SigningKey_FILE is empty"),
            (
                Create(("OAuth:SigningKey_FILE", empty), ("OAuth:SigningKey", "x")),
                "OAuth__SigningKey_FILE and OAuth__SigningKey are both set"),
        })
            Assert.That(configuration.AddSecretFiles, Throws.TypeOf<SecretFileException>().With.Message.StartsWith(sentence));
    }

    private static ConfigurationManager Create(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationManager();
        configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)));
        return configuration;
    }
}
