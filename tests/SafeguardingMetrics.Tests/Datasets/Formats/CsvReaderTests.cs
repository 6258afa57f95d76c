using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

[TestFixture]
public sealed class CsvReaderTests
{
    private const string NotClosed =
        "The quotation mark that opens here is not closed. Close it, and write one within a text twice (\"\").";

    private const string Followed = "Something follows a closing quotation mark. Write a quotation mark within a text twice (\"\").";

    private static IEnumerable<int> Chunks => BodyReadResult.Chunks;

    [Test]
    public void Cells_are_taken_by_the_header([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read("id,name,day\r\nA,Ann,2026-11-01\r\nB,Bob,2026-11-02\r\n", chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=Ann day=2026-11-01", "id=B name=Bob day=2026-11-02" }));
        Assert.That(read.Lines, Is.EqualTo(new int?[] { 2, 3 }));
        Assert.That(read.Writings, Is.All.EqualTo(FieldValueKind.Cell));
    }

    [TestCase("id,name\nA,x\nB,y\n", TestName = "Lines_may_end_with_LF")]
    [TestCase("id,name\r\nA,x\r\nB,y\r\n", TestName = "Lines_may_end_with_CRLF")]
    [TestCase("id,name\nA,x\r\nB,y", TestName = "The_last_line_need_not_end_and_endings_may_be_mixed")]
    [TestCase("id,name\r\nA,x\r\nB,y\r", TestName = "A_lone_CR_at_the_very_end_is_an_ending")]
    [TestCase("\uFEFFid,name\nA,x\nB,y\n", TestName = "A_byte_order_mark_is_passed_over")]
    [TestCase("\uFEFF\"id\",\"name\"\n\"A\",\"x\"\n\"B\",\"y\"", TestName = "Every_cell_may_be_quoted_after_a_byte_order_mark")]
    [TestCase("ID,NaMe\nA,x\nB,y\n", TestName = "Headers_are_matched_without_regard_to_case")]
    [TestCase(" id\t, name \nA,x\nB,y\n", TestName = "Blanks_around_headers_do_not_count")]
    [TestCase("\n\r\nid,name\n\nA,x\n\r\n\nB,y\n\n\n", TestName = "Empty_lines_are_passed_over")]
    [TestCase("id,name,\nA,x,\nB,y,,,\n", TestName = "Empty_cells_beyond_the_header_are_passed_over")]
    public void The_same_two_records_are_read(string body)
    {
        foreach (var chunk in Chunks)
            Assert.That(Read(body, chunk).Records, Is.EqualTo(new[] { "id=A name=x", "id=B name=y" }), $"{chunk} bytes at a time");
    }

    [Test]
    public void Quoted_cells_hold_commas_doubled_quotes_and_line_breaks([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read(
            "id,name,day\nA,\"x, y\",1\nB,\"say \"\"no\"\"\",2\nC,\"one\r\ntwo\nthree\",3\nD,\"\"\"\",4\nE,\"\",\"\"\nF,x,6",
            chunk);

        Assert.That(read.Records, Is.EqualTo(new[]
        {
            "id=A name=x, y day=1", "id=B name=say \"no\" day=2", "id=C name=one\r\ntwo\nthree day=3", "id=D name=\" day=4",
            "id=E name= day=", "id=F name=x day=6",
        }));
        Assert.That(read.Lines, Is.EqualTo(new int?[] { 2, 3, 4, 7, 8, 9 }));
    }

    [Test]
    public void A_long_cell_of_doubled_quotes_is_read_whole([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read($"id,name\nA,\"{new string('"', 2000)}\"\nB,y", chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { $"id=A name={new string('"', 1000)}", "id=B name=y" }));
    }

    [Test]
    public void Quotes_within_an_unquoted_cell_are_text() =>
        Assert.That(Read("id,name\nA,5\" nail\n").Records, Is.EqualTo(new[] { "id=A name=5\" nail" }));

    [Test]
    public void A_short_row_says_nothing_of_the_rest([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Read("id,name,day\nA\nB,y\n,,3\n", chunk).Records, Is.EqualTo(new[] { "id=A", "id=B name=y", "id= name= day=3" }));

    [Test]
    public void Empty_and_blank_cells_are_missing() =>
        Assert.That(Read("id,name,day\nA,,\nB, \t,1").Records, Is.EqualTo(new[] { "id=A name= day=", "id=B name= day=1" }));

    [Test]
    public void A_long_row_is_a_record_of_which_only_the_number_of_cells_is_said([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read("id,name\nA,x\nB,y,z\n\nC,Smith, Jones,,\nD,w\n", chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=x", "3 cells for 2 columns", "3 cells for 2 columns", "id=D name=w" }));
        Assert.That(read.Lines, Is.EqualTo(new int?[] { 2, 3, 5, 6 }));
    }

    [TestCase("id,name\nA,x,z\n", "2:5 1 of 1 rows")]
    [TestCase("id,name\nA,x,z\nB,y\nC,y,z\n", "2:5 2 of 3 rows")]
    [TestCase("id,name\nA,\"one\ntwo\",z\n", "3:6 1 of 1 rows")]
    public void A_body_of_which_most_rows_are_too_long_is_refused_at_the_first_cell_too_many(string body, string fault)
    {
        foreach (var chunk in Chunks)
            Assert.That(Fault(body, chunk), Does.StartWith($"{fault} have more cells than the header's 2, the first here."));
    }

    [Test]
    public void A_quote_that_is_not_closed_is_refused_where_it_opens([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name\nA,x\nB,\"y\nC,z\n", chunk), Is.EqualTo($"3:3 {NotClosed}"));

    [Test]
    public void A_quote_that_is_not_closed_after_a_line_break_in_a_cell_is_refused_where_it_opens([ValueSource(
        nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name,day\nA,\"one\ntwo\",\"3\n", chunk), Is.EqualTo($"3:6 {NotClosed}"));

    [Test]
    public void Text_after_a_closing_quote_is_refused_where_it_stands([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name\nA,\"x\"y\n", chunk), Is.EqualTo($"2:6 {Followed}"));

    [Test]
    public void Text_after_the_closing_quote_of_a_cell_of_two_lines_is_refused_where_it_stands([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name\nA,\"x\nyy\"z\n", chunk), Is.EqualTo($"3:4 {Followed}"));

    [Test]
    public void A_carriage_return_between_two_quoted_cells_is_refused([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name\n\"A\"\r,\"x\"\n", chunk), Does.StartWith("2:"));

    [Test]
    public void A_header_alone_is_a_return_without_records(
        [ValueSource(nameof(Chunks))] int chunk,
        [Values("id,name", "id,name\n", "\uFEFFid,name\r\n", "id")] string body) =>
        Assert.That(Read(body, chunk).Records, Is.Empty);

    [Test]
    public void An_empty_body_is_refused([ValueSource(nameof(Chunks))] int chunk, [Values("", "\uFEFF", "\n", "\r\n\r\n")] string body) =>
        Assert.That(Fault(body, chunk), Does.StartWith("1:1 The body is empty."));

    [Test]
    public void A_body_without_a_header_is_refused_and_not_repeated([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(
            Fault("V-1,Zebedee,2026-11-01\nV-2,Ann,2026-11-02", chunk),
            Is.EqualTo(
                "1:1 The first line must be a header with the dataset's field names, separated by commas. Remove what stands above the "
                + "header, or begin with the line of GET /v1/datasets/{dataset}/template.csv."));

    [Test]
    public void A_header_that_names_a_field_twice_is_refused([ValueSource(nameof(Chunks))] int chunk) =>
        Assert.That(Fault("id,name,ID\nA,x,B", chunk), Is.EqualTo("1:9 The header names a field twice. Remove one of the two columns."));

    [Test]
    public void A_header_that_the_dataset_does_not_have_is_told_and_its_cells_are_passed_over([ValueSource(nameof(Chunks))] int chunk)
    {
        var read = Read("colour,id,shoe size,name\nred,A,7,x", chunk);

        Assert.That(read.Records, Is.EqualTo(new[] { "id=A name=x" }));
        Assert.That(read.Unknown, Is.EqualTo(new[] { "colour", "shoe size" }));
    }

    // Read as one long header, such a file would be a return without records, and take the days of what is there.
    [TestCase("id,name\rA,x\rB,y\r")]
    [TestCase("id,name\rA,x")]
    [TestCase("id,name,colour\rA,x,red\rB,y,blue\r\n")]
    public void Lines_that_end_with_CR_alone_are_refused(string body)
    {
        foreach (var chunk in Chunks) Assert.That(Fault(body, chunk), Does.StartWith("1:"), $"{chunk} bytes at a time");
    }

    [Test]
    public void A_record_of_a_mebibyte_is_read() =>
        Assert.That(
            Read($"id,name\nA,{new string('x', ReaderLimits.LongestRecord - 3)}\nB,y").Records.Select(record => record.Length),
            Is.EqualTo(new[] { "id=A name=".Length + ReaderLimits.LongestRecord - 3, "id=B name=y".Length }));

    [TestCase("A,{0}")]
    [TestCase("A,\"{0}\"")]
    public void A_record_far_over_a_mebibyte_is_refused_at_its_line(string row) =>
        Assert.That(
            Fault($"id,name\nZ,z\n{string.Format(null, row, new string('x', 3 * ReaderLimits.LongestRecord))}\n"),
            Is.EqualTo("3:1 A record is longer than 1048576 bytes."));

    private static BodyReadResult Read(string body, int chunk = 64 * 1024) => BodyReadResult.Read(MediaTypes.Csv, body, chunk);

    private static string Fault(string body, int chunk = 64 * 1024) => BodyReadResult.ReadFault(MediaTypes.Csv, body, chunk);
}
