using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

[TestFixture]
public sealed class JsonArrayReaderTests
{
    private static IEnumerable<int> Chunks => BodyReadResult.Chunks;

    [Test]
    public void Values_are_taken_as_they_were_written([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read(
            """[ {"id":"A","name":null,"seen":true,"number":12.50,"codes":["X","Y"]} ,{"seen":false,"day":{"a":[1]}} ]""",
            chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name= seen=true number=12.50 codes=X;Y", "seen=false day=?" }));
        Assert.That(
            read.Writings,
            Is.EqualTo(new[]
            {
                FieldValueKind.Text, FieldValueKind.Null, FieldValueKind.True, FieldValueKind.Number, FieldValueKind.List,
                FieldValueKind.False, FieldValueKind.Other,
            }));
        Assert.That(read.Lines, Is.All.Null);
    }

    [TestCase("""[{"id":"\u0041\"\\\/\b\f\n\r\tz"}]""", "id=A\"\\/\b\f\n\r\tz")]
    [TestCase("""[{"id":"Zoë 李 \ud83d\ude00"}]""", "id=Zoë 李 😀")]
    [TestCase("""[{"\u0069d":"A"}]""", "id=A")]
    [TestCase("""[{"codes":["\u0058","Y"]}]""", "codes=X;Y")]
    [TestCase("""[{"codes":[]}]""", "codes=")]
    [TestCase("""[{"codes":["X;Y"]}]""", "codes=?")]
    [TestCase("""[{"codes":["X",""]}]""", "codes=?")]
    [TestCase("""[{"codes":["X",1,{"a":[]}]}]""", "codes=?")]
    [TestCase("""[{"codes":["X","\ud83d"]}]""", "codes=?")]
    [TestCase("""[{"id":"\ud83d"}]""", "id=?")]
    [TestCase("""[{"id":"\ude00\ud83d"}]""", "id=?")]
    [TestCase("""[{"id":"  ","name":"x"}]""", "id= name=x")]
    [TestCase("""[{"id":"A","id":"B"}]""", "id=A id=B")]
    public void A_record_is_read(string body, string record)
    {
        foreach (var chunk in Chunks) Assert.That(Read(body, chunk).Records, Is.EqualTo(new[] { record }), $"{chunk} bytes at a time");
    }

    [TestCase("[]")]
    [TestCase(" \r\n[ \t]\n ")]
    [TestCase("\uFEFF[]")]
    [TestCase("[{}]")]
    [TestCase("[{},{ },\n{}]")]
    [TestCase("""[{"id":null,"name":"\u200B "},{"id":"  ","colour":null}]""")]
    public void An_array_without_values_is_a_return_without_records(string body)
    {
        foreach (var chunk in Chunks) Assert.That(Read(body, chunk).Records, Is.Empty, $"{chunk} bytes at a time");
    }

    [Test]
    public void Unknown_members_are_told_and_passed_over_however_they_are_nested([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read("""[{"colour":{"a":[{"b":1}]},"id":"A","\ud83d":1,"ID":[1,[2]],"name":"x"}]""", chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=x" }));
        Assert.That(read.Unknown, Is.EqualTo(new[] { "(unreadable)", "ID", "colour" }));
    }

    [TestCase("", "1:1")]
    [TestCase("\uFEFF", "1:1")]
    [TestCase("  \n ", "2:2")]
    [TestCase("[", "1:2")]
    [TestCase("""[{"id":"A"}""", "1:12")]
    [TestCase("""[{"id":"A"},""", "1:12")]
    [TestCase("[\n{\"id\":\"A\"},\n{\"id\":\"B", "3:9")]
    [TestCase("[\n{\"id\":\"A\"},\n{\"id\":tru", "3:10")]
    [TestCase("[{\"id\":\"A\"}\n{\"id\":\"B\"}]", "2:1")]
    [TestCase("""[{"id":"A"},]""", "1:13")]
    [TestCase("""[{"id":"A",}]""", "1:12")]
    [TestCase("[] x", "1:4")]
    [TestCase("[]\n[]", "2:1")]
    [TestCase("""[{'id':'A'}]""", "1:3")]
    [TestCase("""[{"id":"A"} // comment""", "1:13")]
    [TestCase("[{\"id\":\"a\nb\"}]", "1:10")]
    [TestCase("id,name\nA,x", "1:1")]
    [TestCase("[{\"number\":01}]", "1:13")]
    public void What_is_not_JSON_is_refused_where_it_ceases_to_be(string body, string place)
    {
        foreach (var chunk in Chunks)
            Assert.That(Fault(body, chunk), Is.EqualTo($"{place} The body is not JSON from here on."), $"{chunk} bytes at a time");
    }

    [TestCase("{}", "1:1 A JSON return is an array of records, [ … ].")]
    [TestCase("\n {\"id\":\"A\"}", "2:2 A JSON return is an array of records, [ … ].")]
    [TestCase("null", "A JSON return is an array of records, [ … ].")]
    [TestCase("12", "A JSON return is an array of records, [ … ].")]
    [TestCase("[[]]", "1:2 A record is a JSON object, { … }.")]
    [TestCase("[{},\n1]", "2:1 A record is a JSON object, { … }.")]
    [TestCase("[{},\n  null]", "A record is a JSON object, { … }.")]
    [TestCase("[{},\"Zebedee\"]", "A record is a JSON object, { … }.")]
    public void JSON_that_is_no_array_of_objects_is_refused(string body, string fault)
    {
        foreach (var chunk in Chunks) Assert.That(Fault(body, chunk), Does.EndWith(fault), $"{chunk} bytes at a time");
    }

    [Test]
    public void Nesting_without_end_is_refused_and_not_followed([ValueSource(nameof(Chunks))] int chunk)
    {
        var deep = $"[{{\"id\":{new string('[', 5000)}{new string(']', 5000)}}}]";

        Assert.That(Fault(deep, chunk), Is.EqualTo("1:22 Arrays and objects are nested more than 16 deep here."));
    }

    [Test]
    public void A_record_of_a_mebibyte_is_read()
    {
        var name = new string('x', ReaderLimits.LongestRecord - 30);

        Assert.That(
            Read($$"""[{"id":"A"},{"name":"{{name}}"},{"id":"B"}]""").Records,
            Is.EqualTo(new[] { "id=A", $"name={name}", "id=B" }));
    }

    [Test]
    public void A_record_far_over_a_mebibyte_is_refused([Values("name", "colour")] string member) =>
        Assert.That(
            Fault($$"""[{"id":"A"},{"{{member}}":"{{new string('x', 3 * ReaderLimits.LongestRecord)}}"}]"""),
            Does.EndWith("A record is longer than 1048576 bytes."));

    [Test]
    public void A_record_of_very_many_members_is_refused() =>
        Assert.That(
            Fault($$"""[{"id":"A"{{string.Concat(Enumerable.Range(0, 300_000).Select(i => $",\"m{i}\":1"))}}}]"""),
            Does.EndWith("A record has more than 1000 members."));

    [Test]
    public void Bytes_that_are_not_UTF8_do_not_stop_the_reading()
    {
        var body = Encoding.Latin1.GetBytes("[{\"id\":\"A\",\"name\":\"Zo\u00EB\"},{\"id\":\"B\"}]");

        Assert.That(BodyReadResult.Read(MediaTypes.Json, body, () => 3).Records, Is.EqualTo(new[] { "id=A name=Zo\uFFFD", "id=B" }));
    }

    private static BodyReadResult Read(string body, int chunk = 64 * 1024) => BodyReadResult.Read(MediaTypes.Json, body, chunk);

    private static string Fault(string body, int chunk = 64 * 1024) => BodyReadResult.ReadFault(MediaTypes.Json, body, chunk);
}
