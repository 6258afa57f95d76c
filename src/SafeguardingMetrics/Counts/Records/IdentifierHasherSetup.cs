using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Counts.Records;

/// <summary>Finds the key under which NHS numbers and UPNs are hashed.</summary>
public static class IdentifierHasherSetup
{
    private const string Setting = "Identifiers:HashKey";
    private const string LaterSetting = "Identifiers:LaterHashKeys";
    private const string DevelopmentKeyFile = "data/identifiers.key";

    /// <summary>
    /// Adds the hash. Its key is in <c>Identifiers__HashKey</c> (base64, 32 bytes or more); in Development one is made
    /// and kept under <c>data/</c>. <c>Identifiers__LaterHashKeys__0</c> and so on are those put over it since.
    /// </summary>
    /// <exception cref="IdentifierKeyException">No key, or too short a one: the service must not start, since nothing
    /// could be matched later.</exception>
    public static IServiceCollection AddIdentifierHasher(this IServiceCollection services) => services.AddSingleton(provider =>
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        var configured = configuration[Setting];
        if (!string.IsNullOrEmpty(configured))
            return new IdentifierHasher([
                Decode(configured),
                .. configuration.GetSection(LaterSetting).Get<string[]>()?.Select(Decode) ?? [],
            ]);
        if (!provider.GetRequiredService<IHostEnvironment>().IsDevelopment())
            throw new IdentifierKeyException(
                "Identifiers__HashKey is missing: the key, base64 of 32 random bytes, under which NHS numbers and UPNs are hashed.");

        try
        {
            return new IdentifierHasher(Decode(KeyFile.ReadOrCreate(DevelopmentKeyFile)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IdentifierKeyException(
                $"No key for identifiers can be made under {Path.GetFullPath(DevelopmentKeyFile)}: {fault.Message} Start the service in a "
                + "folder that it may write, or set Identifiers__HashKey.");
        }
    });

    private static byte[] Decode(string base64)
    {
        var key = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, key, out var length) && length >= 32
            ? key[..length]
            : throw new IdentifierKeyException(
                "Identifiers__HashKey or one of Identifiers__LaterHashKeys is not base64 of at least 32 bytes.");
    }
}
