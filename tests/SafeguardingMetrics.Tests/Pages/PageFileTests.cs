using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Pages;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Pages;

[TestFixture]
public sealed partial class PageFileTests
{
    [TestCase("src/SafeguardingMetrics/wwwroot/vendor", 4)]
    [TestCase("tests/SafeguardingMetrics.Tests/Pages/vendor", 1)]
    public void What_others_made_is_as_they_published_it_and_has_its_licence(string folder, int count)
    {
        var root = Path.Combine(Snapshot.Root, folder);
        var lines = File.ReadAllLines(Path.Combine(root, "PROVENANCE.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' '))
            .ToList();
        Assert.That(lines, Has.Count.EqualTo(count));
        foreach (var line in lines)
        {
            Assert.That(line, Has.Length.EqualTo(5), string.Join(' ', line));
            var path = Path.Combine(root, line[4]);
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))), Is.EqualTo(line[3]), line[4]);
            Assert.That(
                Directory.EnumerateFiles(
                    Path.GetDirectoryName(path)!).Any(file => Path.GetFileName(file).Contains("LICENSE", StringComparison.Ordinal)),
                Is.True,
                $"the licence of {line[0]}");
        }

        var named = lines.Select(line => line[4]).ToHashSet();
        var unnamed = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("LICENSE", StringComparison.Ordinal) && file != "PROVENANCE.txt" && !named.Contains(file));
        Assert.That(unnamed, Is.Empty);
    }

    [Test]
    public async Task They_are_packed_where_that_is_taken_and_kept_for_ever_under_their_version()
    {
        await using var service = new TestService();
        using var client = service.CreateClient();
        foreach (var (path, file) in PageFile.All)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/assets/{PageFile.Version}/{path}")
            {
                Headers = { { "Accept-Encoding", "gzip, br" } },
            };
            using var response = await client.SendAsync(request);
            Assert.That(response.Headers.CacheControl?.ToString(), Is.EqualTo("public, max-age=31536000, immutable"), path);
            Assert.That(response.Content.Headers.ContentEncoding, Is.EqualTo(new[] { "br" }), path);
            await using var unpacked = new BrotliStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            await unpacked.CopyToAsync(bytes);
            Assert.That(bytes.ToArray().AsSpan().SequenceEqual(file.Plain), Is.True, path);
        }

        Assert.That(PageFile.All, Has.Count.GreaterThan(15));
        var plain = await service.Get($"/assets/{PageFile.Version}/app/page.js", key: null);
        Assert.That(
            (plain.Status, plain.MediaType, plain.Headers.ContainsKey("Content-Encoding")),
            Is.EqualTo((HttpStatusCode.OK, "text/javascript", false)));
        Assert.That((await service.Get("/assets/older/app/page.js", key: null)).Headers["Cache-Control"], Is.EqualTo("no-store"));
        foreach (var path in new[] { "app/nothing.js", "../appsettings.json", "%2e%2e/appsettings.json" })
            Assert.That(
                (await service.Get($"/assets/{PageFile.Version}/{path}", key: null)).Status,
                Is.EqualTo(HttpStatusCode.NotFound),
                path);
    }

    [Test]
    public void Our_own_loads_nothing_from_elsewhere_and_makes_no_HTML_of_text()
    {
        var own = PageFile.All.Where(pair => pair.Key.StartsWith("app/", StringComparison.Ordinal)).ToList();
        Assert.That(own, Has.Count.GreaterThan(10));
        foreach (var (path, file) in own)
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Plain);
            Assert.That(Forbidden().Matches(text).Select(match => match.Value), Is.Empty, path);
        }
    }

    [Test]
    public void Whatever_a_module_imports_is_there()
    {
        var count = 0;
        foreach (var (path, file) in PageFile.All.Where(pair => pair.Key.StartsWith("app/", StringComparison.Ordinal)
            && pair.Key.EndsWith(".js", StringComparison.Ordinal)))
            foreach (Match match in Import().Matches(System.Text.Encoding.UTF8.GetString(file.Plain)))
            {
                count++;
                var target = new Uri(new Uri($"http://localhost/{path}"), match.Groups[1].Value).AbsolutePath[1..];
                Assert.That(PageFile.All.Keys, Has.Member(target), path);
            }

        Assert.That(count, Is.GreaterThan(30));
        Assert.That(BoardPage.All.Select(page => $"app/pages/{page.Module}"), Is.SubsetOf(PageFile.All.Keys));
    }

    // The name of a kind of drawing is written as an address, and loads nothing.
    [GeneratedRegex(
        @"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|javascript:|https?://(?!www\.w3\.org/2000/svg)")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"^import .* from '(\.[^']+)';", RegexOptions.Multiline)]
    private static partial Regex Import();
}
