using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Tests.Identity;

/// <summary>
/// An issuer of tokens, as Entra ID is one: its configuration and its keys are served over HTTP, on this machine.
/// </summary>
internal sealed class Issuer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly RSA rsa = RSA.Create(2048);

    /// <summary>Begins to serve.</summary>
    public Issuer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        }

        listener.Prefixes.Add($"{Address}/");
        listener.Start();
        _ = Serve();
    }

    /// <summary>Its address, and its name.</summary>
    public string Address { get; }

    /// <summary>A token with these claims, signed by this issuer.</summary>
    public string Token(
        DateTimeOffset now,
        Dictionary<string, object> claims,
        string? audience = "api://safeguarding",
        string? issuer = null,
        RSA? signedBy = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = now.UtcDateTime,
            IssuedAt = now.UtcDateTime,
            Expires = now.UtcDateTime.AddHours(1),
            Claims = claims,
            SigningCredentials = new SigningCredentials(
                new RsaSecurityKey(signedBy ?? rsa) { KeyId = "one" },
                SecurityAlgorithms.RsaSha256),
        });

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Close();
        rsa.Dispose();
    }

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "one" });
            object answer = context.Request.Url!.AbsolutePath.EndsWith("/keys", StringComparison.Ordinal)
                ? new { keys = new[] { new { kty = "RSA", use = "sig", kid = "one", n = key.N, e = key.E } } }
                : new { issuer = Address, jwks_uri = $"{Address}/keys" };
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer));
            context.Response.Close();
        }
    }
}
