using System.IO.Compression;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.OpenApi;

/// <summary>Who sees the OpenAPI document and its page, and what they cost.</summary>
[TestFixture]
public sealed class OpenApiPageTests
{
    private static readonly string[] Addresses = ["/swagger/v1/swagger.json", "/swagger", "/swagger/index.html"];

    [Test]
    public async Task Outside_Development_they_are_shown_only_where_a_setting_says_so()
    {
        await using var production = new TestService("Production");
        await using var enabled = new TestService("Production") { Setting = [("OpenApi:Enabled", "true")] };
        await using var disabled = new TestService { Setting = [("OpenApi:Enabled", "false")] };
        foreach (var address in Addresses)
        {
            Assert.That((await production.Get(address, null)).Problem, Is.EqualTo("not-found"), address);
            Assert.That((await disabled.Get(address, null)).Problem, Is.EqualTo("not-found"), address);
            Assert.That((int)(await enabled.Get(address, null)).Status, Is.LessThan(400), address);
        }

        Assert.That((await production.Get("/sign-in", null)).Text, Does.Not.Contain("/swagger"));
        Assert.That((await enabled.Get("/sign-in", null)).Text, Does.Contain("href=\"/swagger\""));
    }

    [Test]
    public async Task The_document_is_packed_once_for_who_takes_it_packed()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        var plain = await client.GetByteArrayAsync(Addresses[0]);
        using var request = new HttpRequestMessage(HttpMethod.Get, Addresses[0]);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");
        using var response = await client.SendAsync(request);
        var packed = await response.Content.ReadAsByteArrayAsync();
        await using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await gzip.CopyToAsync(unpacked);
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "gzip" }));
            Assert.That(response.Headers.Vary, Is.EqualTo(new[] { "Accept-Encoding" }));
            Assert.That(response.Headers.ETag!.Tag, Does.EndWith("-gzip\""));
            Assert.That(unpacked.ToArray(), Is.EqualTo(plain));
            Assert.That(packed, Has.Length.LessThan(plain.Length / 5));
        });
    }
}
