using System.IO.Compression;
using System.Text;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>What a body is read as, whatever its media type says, or as what it is named.</summary>
[TestFixture]
public sealed class BodyReaderTests
{
    private const string Csv = "id,name,day\nA,x,1\nB,y,2\n";
    private const string Json = """[{"id":"A","name":"x","day":"1"},{"id":"B","name":"y","day":"2"}]""";
    private const string Ndjson = "{\"id\":\"A\",\"name\":\"x\",\"day\":\"1\"}\n{\"id\":\"B\",\"name\":\"y\",\"day\":\"2\"}\n";
    private static readonly string[] Two = ["id=A name=x day=1", "id=B name=y day=2"];
    private static readonly string[] EveryType = [MediaTypes.Csv, MediaTypes.Json, MediaTypes.Ndjson, MediaTypes.Unsaid];

    private static IEnumerable<string> Bodies =>
    [
        Csv,
        "id;name;day\r\nA;x;1\r\nB;y;2",
        "id\tname\tday\nA\tx\t1\nB\ty\t2\n",
        "id|name|day\nA|x|1\nB|y|2\n",
        "\"id\";\"name\";\"day\"\n\"A\";\"x\";\"1\"\n\"B\";\"y\";\"2\"\n",
        "sep=;\r\nid;name;day\r\nA;x;1\r\nB;y;2\r\n",
        "sep=\t\nid\tname\tday\nA\tx\t1\nB\ty\t2\n",
        "#TYPE System.Data.DataRow\r\n\"id\",\"name\",\"day\"\r\n\"A\",\"x\",\"1\"\r\n\"B\",\"y\",\"2\"\r\n",
        ",,\n\u00A0,\u200B,\nid,name,day\nA,x,1\n,,\n \t,,\u00A0\nB,y,2\n,,\n\u001A",
        "id,name,day,,\nA,x,1,,\nB,y,2,,\n",
        "id,name,day\nA,x,1\nB,y,2\u001A",
        "\u00A0id\u200B, name ,day\nA,x,1\nB,y,2",
        Json,
        Ndjson,
        Ndjson.Replace("\n", "", StringComparison.Ordinal),
        "{\n  \"id\": \"A\",\n  \"name\": \"x\",\n  \"day\": \"1\"\n}\n"
            + "{\n  \"id\": \"B\",\n  \"name\": \"y\",\n  \"day\": \"2\"\n}\n",
        $$"""{"value":{{Json}} }""",
        $$"""{"@odata.context":"https://example.org/$metadata#x","@odata.count":2,"value":{{Json}},"@odata.nextLink":null}""",
        $$"""{"status":"ok","errors":[],"error":null,"Records":{{Json}},"next":"","total":2}""",
        $$"""{"data":{"items":{{Json}} },"meta":{"next":null,"count":2} }""",
        $$"""{"d":{"results":{{Json}} } }""",
        $$"""{ "meta": {"colour":[{"rows":1}]}, "rows" : {{Json}} , "spare":[[]] }""",
        $$"""[{},{{Json[1..^1]}},{"id":null,"name":"","day":" "}]""",
    ];

    [Test]
    public void A_body_is_read_as_what_it_is(
        [ValueSource(nameof(Bodies))] string body, [ValueSource(nameof(EveryType))] string mediaType, [Values(1, 5, 64 * 1024)] int chunk)
    {
        var read = BodyReadResult.ReadAny(mediaType, Encoding.UTF8.GetBytes(body), () => chunk);

        Assert.That(read.Records, Is.EqualTo(Two));
        Assert.That(read.Unknown.Except(["colour"]), Is.Empty);
    }

    [Test]
    public void A_body_may_be_in_any_Unicode_encoding(
        [Values("utf-8", "utf-16", "utf-16BE", "utf-32", "utf-32BE")] string encoding,
        [Values(true, false)] bool hasMark,
        [Values(1, 7, 64 * 1024)] int chunk)
    {
        var sent = Encoding.GetEncoding(encoding);
        var isWide = encoding.StartsWith("utf-32", StringComparison.Ordinal);
        foreach (var body in Bodies.Where(body => hasMark || (body[0] is not (',' or '\u00A0') && !isWide)))
        {
            var text = body.Replace("x", "Zoë 李 😀", StringComparison.Ordinal);
            byte[] bytes = [.. hasMark ? sent.GetPreamble() : [], .. sent.GetBytes(text)];
            var type = body.StartsWith('{') || body.StartsWith('[') ? MediaTypes.Json : MediaTypes.Csv;

            var read = BodyReadResult.ReadAny(type, bytes, () => chunk);

            if (!body.Contains("$metadata#x", StringComparison.Ordinal))
                Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=Zoë 李 😀 day=1", "id=B name=y day=2" }), body);
        }
    }

    [TestCase("text/csv; charset=windows-1252")]
    [TestCase("text/plain; charset=iso-8859-1")]
    [TestCase("application/vnd.ms-excel; charset=cp1252")]
    public void Windows_1252_is_read_where_it_is_said(string contentType)
    {
        byte[] body = [.. "id;name\nA;Caf"u8, 0xE9, (byte)' ', 0x96, .. " Children"u8, 0x92, .. "s "u8, 0x80, (byte)'\n'];

        var read = BodyReadResult.ReadAny(MediaTypes.Parse(contentType)!, body, () => 3);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=Café – Children’s €" }));
    }

    [Test]
    public void A_mark_counts_more_than_the_charset_that_is_said() =>
        Assert.That(
            BodyReadResult.ReadAny("text/csv; charset=windows-1252", Encoding.UTF8.GetBytes("\uFEFFid,name\nA,Café"), () => 4).Records,
            Is.EqualTo(new[] { "id=A name=Café" }));

    [Test]
    public void Text_in_UTF_16_that_is_cut_off_is_refused_at_its_line()
    {
        var body = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id,name\nA,x\nB,y")).SkipLast(1).ToArray();

        Assert.That(Fault(body), Does.Contain("The text breaks off or is damaged after this record"));
    }

    [TestCase("[]")]
    [TestCase(" [ ] ")]
    [TestCase("[{},{}]")]
    [TestCase("""{"value":[]}""")]
    [TestCase("id,name\r\n,\r\n,\r\n")]
    [TestCase("id;name")]
    public void Nothing_to_report_is_a_return_without_records(string body)
    {
        foreach (var mediaType in EveryType)
            Assert.That(BodyReadResult.ReadAny(mediaType, Encoding.UTF8.GetBytes(body), () => 2).Records, Is.Empty, mediaType);
    }

    private static IEnumerable<TestCaseData> Foreign()
    {
        yield return Case(
            "xlsx", Pack(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")),
            "This is an Excel workbook (.xlsx).");
        yield return Case("zip", Pack(("visits.csv", Csv)), "This is a zip file.");
        yield return Case("ods", Pack(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "This is an OpenDocument file.");
        yield return Case("gzip", Gzip(Csv), "This is packed with gzip, and the request does not say so.");
        yield return Case(
            "xls", new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0 }, "This is an old Excel workbook (.xls)");
        yield return Case("sign-in", "<!DOCTYPE html><html><title>Sign in</title></html>", "This is a web page, not a return.");
        yield return Case("error page", "\r\n <HTML>\n<HEAD><title>502 Bad Gateway</title>", "This is a web page");
        yield return Case("table saved as xls", "<table border=1><tr><td>id</td></tr></table>", "This is a web page");
        yield return Case("page in UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<html>")),
            "This is a web page");
        yield return Case("XML", "<?xml version=\"1.0\"?><Visits><Visit/></Visits>", "This is XML.");
        yield return Case("XML without declaration", "<Message xmlns=\"urn:x\"/>", "This is XML.");
        yield return Case("form", "--X1\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + Csv + "\r\n--X1--", "This is a form");
        yield return Case("PDF", "%PDF-1.7\n%âãÏÓ", "This is a PDF.");
        yield return Case("Parquet", "PAR1\u0015\u0004", "This is a Parquet file.");
        yield return Case("7-Zip", new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0 }, "This is a packed file");
        yield return Case("SQLite", "SQLite format 3\0\u0010", "This is a database file");
        yield return Case("findings as CSV", "record,line,key,field,rule,severity,message,value\n1,2,A,day,R02,error,Wrong.,\n",
            "This is a list of findings");
        yield return Case("findings for a spreadsheet", "\uFEFFRule;Severity;Message;Record\nR02;error;Wrong.;1\n",
            "This is a list of findings");
        yield return Case("findings",
            """{"items":[{"record":1,"field":"day","rule":"R02","severity":"error","message":"Wrong."}],"next":null}""",
            "This is a list of findings");
        yield return Case("findings in an array", """[{"record":1,"rule":"R02","severity":"error","message":"Wrong."}]""",
            "This is a list of findings");
        yield return Case("receipt", """{"returnId":"1","records":{"received":1},"rules":[],"findings":[{"record":1}]}""",
            "This is the receipt of a return");
        yield return Case("problem", """{"type":"/problems/x","title":"No.","status":400,"code":"x","traceId":"1"}""",
            "This is an answer of this service");
        yield return Case("cases", "period,returnId,record,countedOn,fields.id,fields.name\n2026-11,1,1,2026-11-01,A,x\n",
            "This is the list of cases");
        yield return Case("cases as JSON", """{"items":[{"returnId":"1","countedOn":"2026-11-01","fields":{"id":"A"}}],"next":null}""",
            "This is the list of cases");

        static TestCaseData Case(string name, object body, string said) =>
            new TestCaseData(body is string text ? Encoding.UTF8.GetBytes(text) : ((IEnumerable<byte>)body).ToArray(), said).SetName(
                $"What_is_no_return_is_named({name})");
    }

    [TestCaseSource(nameof(Foreign))]
    public void What_is_no_return_is_named(byte[] body, string said)
    {
        foreach (var mediaType in EveryType) Assert.That(Fault(body, mediaType), Does.StartWith(said), mediaType);
    }

    [TestCase("""{"value":[{"id":"A"}],"@odata.nextLink":"https://example.org/?$skip=1"}""", "The body is one page of a longer list.")]
    [TestCase("""{"@odata.nextLink":"https://example.org/?$skip=1","value":[{"id":"A"}]}""", "The body is one page of a longer list.")]
    [TestCase("""{"data":[{"id":"A"}],"pagination":{"page":1,"hasMore":true}}""", "The body is one page of a longer list.")]
    [TestCase("""{"count":5000,"results":[{"id":"A"}]}""", "The body is one page of a longer list.")]
    [TestCase("""{"data":[],"errors":[{"message":"timeout"}]}""", "The body is an answer that says an error.")]
    [TestCase("""{"error":{"code":401},"value":[]}""", "The body is an answer that says an error.")]
    [TestCase("""{"value":[{"id":"A"}],"records":[{"id":"B"}]}""", "The body has more than one list of records.")]
    [TestCase("""{"records":{"id":"A"}}""", "The member with the records must be a list")]
    [TestCase("""{"message":"Not signed in"}""", "The object has none of the dataset's fields.")]
    [TestCase("""{"visits":[{"id":"A"}]}""", "The object has none of the dataset's fields.")]
    [TestCase("{}", "The body is an object without members.")]
    [TestCase("""{"id":"A"} x""", "The body is not JSON from here on.")]
    [TestCase("""{"value":[{"id":"A"}]} x""", "The body is not JSON from here on.")]
    [TestCase("""{"value":[{"id":"A"}]""", "The body is not JSON from here on.")]
    [TestCase("""{"id":"A"},{"id":"B"}""", "The body is not JSON from here on.")]
    [TestCase("""{"id":"A"} 12""", "A record is a JSON object")]
    [TestCase("""{"value":[12]}""", "A record is a JSON object")]
    [TestCase("", "The body is empty.")]
    public void JSON_that_can_be_misread_is_refused(string body, string said)
    {
        foreach (var chunk in BodyReadResult.Chunks)
        {
            var fault = Assert.Throws<BodyUnreadableException>(
                () => BodyReadResult.ReadAny(MediaTypes.Json, Encoding.UTF8.GetBytes(body), () => chunk))!;
            Assert.That(fault.Message, Does.StartWith(said), $"{chunk} bytes at a time");
        }
    }

    [Test]
    public void A_record_after_another_has_the_line_on_which_it_begins() =>
        Assert.That(
            BodyReadResult.ReadAny(MediaTypes.Json, "\n{\"id\":\n\"A\"}\n\n{\"id\":\"B\"} {\"id\":\"C\"}"u8.ToArray(), () => 2).Lines,
            Is.EqualTo(new int?[] { 2, 5, 5 }));

    [Test]
    public void A_column_without_a_name_is_told_once_where_it_has_a_value()
    {
        var read = BodyReadResult.ReadAny(MediaTypes.Csv, "id,,name,\nA, ,x,\nB,7,y,\nC,8,z,\n"u8.ToArray(), () => 5);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=x", "id=B name=y", "id=C name=z" }));
        Assert.That(read.Unknown, Is.EqualTo(new[] { "" }));
    }

    [Test]
    public void What_can_be_read_no_way_is_refused_with_the_header_that_is_missing() =>
        Assert.That(Fault("Zebedee\nMagpie\n"u8.ToArray(), MediaTypes.Unsaid), Does.StartWith("The first line must be a header"));

    private static string Fault(byte[] body, string mediaType = MediaTypes.Csv) =>
        Assert.Throws<BodyUnreadableException>(() => BodyReadResult.ReadAny(mediaType, body, () => 64 * 1024))!.Message;

    private static byte[] Pack(params (string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var file = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
