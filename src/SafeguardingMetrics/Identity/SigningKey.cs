using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The key that signs access tokens and session cookies: an elliptic curve key (P-256) in <c>OAuth__SigningKey</c>, the
/// same for all instances. Without the setting, Development generates a key that lasts until the process ends;
/// elsewhere no tokens are issued or accepted and nobody can sign in to the pages.
/// </summary>
public sealed class SigningKey
{
    private const string Setting = "OAuth:SigningKey";
    private const string InvalidKeyMessage = "OAuth__SigningKey is base64 of a PKCS #8 private key on the curve P-256.";

    /// <summary>Reads the setting.</summary>
    /// <exception cref="InvalidOperationException">The setting cannot be used: the service must not start.</exception>
    public SigningKey(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration[Setting];
        CanSign = !string.IsNullOrEmpty(configured) || environment.IsDevelopment();
        var key = string.IsNullOrEmpty(configured) ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : ParsePrivateKey(configured);
        var keyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16];
        Credentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>False where tokens are neither issued nor accepted.</summary>
    public bool CanSign { get; }

    /// <summary>The key and algorithm that sign and verify.</summary>
    public SigningCredentials Credentials { get; }

    private static ECDsa ParsePrivateKey(string base64)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(base64), out _);
        }
        catch (Exception fault) when (fault is FormatException or CryptographicException)
        {
            throw new InvalidOperationException(InvalidKeyMessage);
        }

        return key.KeySize == 256 ? key : throw new InvalidOperationException(InvalidKeyMessage);
    }
}
