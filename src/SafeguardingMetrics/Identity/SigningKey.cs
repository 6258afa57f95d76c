using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The key that signs the service's own tokens: an elliptic curve key (P-256) in <c>OAuth__SigningKey</c>, the same for all instances. Where it is
/// missing, Development makes one that is forgotten at the end; elsewhere no tokens are issued and none is taken.
/// </summary>
public sealed class SigningKey
{
    private const string Setting = "OAuth:SigningKey";
    private const string InvalidKeyMessage = "OAuth__SigningKey is base64 of a PKCS #8 private key on the curve P-256.";

    /// <summary>Reads it.</summary>
    /// <exception cref="InvalidOperationException">It is there and cannot be used: the service must not start.</exception>
    public SigningKey(IConfiguration configuration, IHostEnvironment environment)
    {
        var configured = configuration[Setting];
        CanSign = !string.IsNullOrEmpty(configured) || environment.IsDevelopment();
        var key = string.IsNullOrEmpty(configured) ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : ParsePrivateKey(configured);
        Credentials = new SigningCredentials(new ECDsaSecurityKey(key) { KeyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..16] }, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>False where tokens are neither issued nor taken.</summary>
    public bool CanSign { get; }

    /// <summary>What signs, and what a signature is checked with.</summary>
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
