using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

[TestFixture]
public sealed class MediaTypesTests
{
    [TestCase("text/csv", MediaTypes.Csv)]
    [TestCase("TEXT/CSV; header=present", MediaTypes.Csv)]
    [TestCase("application/csv", MediaTypes.Csv)]
    [TestCase("text/comma-separated-values; charset=us-ascii", MediaTypes.Csv)]
    [TestCase("text/tab-separated-values", MediaTypes.Csv)]
    [TestCase("text/csv; charset=\"UTF-8\"", MediaTypes.Csv)]
    [TestCase("text/csv; charset=utf-16", MediaTypes.Csv)]
    [TestCase("text/csv; charset=windows-1252", "text/csv; charset=windows-1252")]
    [TestCase("text/csv; charset=ISO-8859-1", "text/csv; charset=windows-1252")]
    [TestCase("text/plain; charset=cp1252", "application/octet-stream; charset=windows-1252")]
    [TestCase("application/json", MediaTypes.Json)]
    [TestCase("text/json; charset=ascii", MediaTypes.Json)]
    [TestCase("application/jsonl", MediaTypes.Ndjson)]
    [TestCase("application/x-jsonlines", MediaTypes.Ndjson)]
    [TestCase(null, MediaTypes.Unsaid)]
    [TestCase(" ", MediaTypes.Unsaid)]
    [TestCase("text/plain", MediaTypes.Unsaid)]
    [TestCase("application/vnd.ms-excel", MediaTypes.Unsaid)]
    [TestCase("application/x-www-form-urlencoded", MediaTypes.Unsaid)]
    public void Types_in_use_are_taken(string? contentType, string taken) => Assert.That(MediaTypes.Parse(contentType), Is.EqualTo(taken));

    [TestCase("multipart/form-data; boundary=x", "This is a form with the file inside it")]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "This is an Excel workbook (.xlsx). In Excel")]
    [TestCase("application/gzip", "This is packed with gzip")]
    [TestCase("text/html; charset=utf-8", "This is a web page")]
    [TestCase("image/png", "The header Content-Type must be application/json, application/x-ndjson or text/csv.")]
    [TestCase("csv", "The header Content-Type must be")]
    [TestCase("text/csv; charset=iso-8859-2", "The charset in the header Content-Type must be utf-8, utf-16 or windows-1252")]
    [TestCase("application/json; charset=latin1", "JSON is in UTF-8")]
    public void Other_types_are_refused_with_what_to_send(string contentType, string said)
    {
        Assert.That(MediaTypes.Parse(contentType, out var refusal), Is.Null);
        Assert.That(refusal, Does.StartWith(said));
    }

    [Test]
    public void What_is_stored_of_a_type_has_room_in_its_column() =>
        Assert.That($"{MediaTypes.Unsaid}{MediaTypes.InWindows1252}", Has.Length.LessThanOrEqualTo(60));
}
