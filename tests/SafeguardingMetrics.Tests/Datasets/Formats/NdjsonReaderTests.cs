using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

[TestFixture]
public sealed class NdjsonReaderTests
{
    private static IEnumerable<int> Chunks => BodyReadResult.Chunks;

    [TestCase("{\"id\":\"A\"}\n{\"id\":\"B\"}\n", 1, 2)]
    [TestCase("{\"id\":\"A\"}\r\n{\"id\":\"B\"}", 1, 2)]
    [TestCase("\uFEFF{\"id\":\"A\"}\n{\"id\":\"B\"}", 1, 2)]
    [TestCase("\n \t\r\n{\"id\":\"A\"}\n\n\r\n  {\"id\":\"B\"}  \n\n", 3, 6)]
    public void A_record_is_an_object_on_a_line(string body, int first, int second)
    {
        foreach (var chunk in Chunks)
        {
            var read = BodyReadResult.Read(MediaTypes.Ndjson, body, chunk);
            Assert.That(read.Records, Is.EqualTo(new[] { "id=A", "id=B" }), $"{chunk} bytes at a time");
            Assert.That(read.Lines, Is.EqualTo(new int?[] { first, second }), $"{chunk} bytes at a time");
        }
    }

    [TestCase("\n")]
    [TestCase("\r\n\r\n")]
    [TestCase(" ")]
    [TestCase("{}\n\n{}\n")]
    [TestCase("{\"id\":null,\"name\":\"\"}\n")]
    [TestCase("\u00A0\u200B\n\u001A")]
    public void Lines_without_an_object_are_a_return_without_records(string body)
    {
        foreach (var chunk in Chunks)
            Assert.That(BodyReadResult.Read(MediaTypes.Ndjson, body, chunk).Records, Is.Empty, $"{chunk} bytes at a time");
    }

    [Test]
    public void An_empty_body_is_refused([ValueSource(nameof(Chunks))] int chunk, [Values("", "\uFEFF")] string body) =>
        Assert.That(BodyReadResult.ReadFault(MediaTypes.Ndjson, body, chunk), Does.StartWith("1:1 The body is empty."));

    [TestCase("{\"id\":\"A\"}\n{\"id\":\"B\"} x\n", "2:12 The body is not JSON from here on.")]
    [TestCase("{\"id\":\"A\"}\n{\"id\":\"B\"}{\"id\":\"C\"}\n", "2:11 The body is not JSON from here on.")]
    [TestCase("{\"id\":\"A\"},\n{\"id\":\"B\"}\n", "1:11 The body is not JSON from here on.")]
    [TestCase("\n\n{\"id\":\n\"A\"}\n", "3:7 The body is not JSON from here on.")]
    [TestCase("{\"id\":\"A\"}\nZebedee\n", "2:1 The body is not JSON from here on.")]
    [TestCase("{\"id\":\"A\"}\n[{\"id\":\"B\"}]\n", "2:1 A record is a JSON object, { … }.")]
    [TestCase("{\"id\":\"A\"}\n  12\n", "2:3 A record is a JSON object, { … }.")]
    [TestCase("{\"id\":\"A\"}\n{\"id\":\"B\n", "2:9 The body is not JSON from here on.")]
    public void What_is_no_object_on_a_line_is_refused_at_its_line(string body, string fault)
    {
        foreach (var chunk in Chunks)
            Assert.That(BodyReadResult.ReadFault(MediaTypes.Ndjson, body, chunk), Is.EqualTo(fault), $"{chunk} bytes at a time");
    }

    [Test]
    public void A_line_far_over_a_mebibyte_is_refused_at_its_line() =>
        Assert.That(
            BodyReadResult.ReadFault(
                MediaTypes.Ndjson,
                $"{{\"id\":\"A\"}}\n{{\"name\":\"{new string('x', 3 * ReaderLimits.LongestRecord)}\"}}\n"),
            Is.EqualTo("2:1 A record is longer than 1048576 bytes."));
}
