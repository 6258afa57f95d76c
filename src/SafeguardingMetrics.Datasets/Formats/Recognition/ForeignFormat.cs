using System.Text;

namespace SafeguardingMetrics.Datasets.Formats.Recognition;

/// <summary>Formats that people send as returns and that are not read: each is named, with the way to save it.</summary>
public sealed class ForeignFormat
{
    private const string FromExcel = "In Excel, choose Save As and the type \"CSV UTF-8 (Comma delimited)\", and send that file.";
    private const string Export = "Export the records as CSV or JSON, and send that file.";

    private static readonly ForeignFormat Workbook = new(
        $"This is an Excel workbook (.xlsx). {FromExcel}",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/vnd.ms-excel.sheet.macroenabled.12",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12");

    private static readonly ForeignFormat OpenDocument = new(
        "This is an OpenDocument file. In LibreOffice, choose Save As and the type \"Text CSV\" with the character set UTF-8, and send "
        + "that file.",
        "application/vnd.oasis.opendocument.spreadsheet");

    private static readonly ForeignFormat Zip = new(
        "This is a zip file. Unpack it, and send the CSV or JSON file that is in it.", "application/zip", "application/x-zip-compressed");

    private static readonly ForeignFormat OldWorkbook = new(
        $"This is an old Excel workbook (.xls), or a workbook with a password. {FromExcel}");

    private static readonly ForeignFormat Gzip = new(
        "This is packed with gzip, and the request does not say so. Send it with the header Content-Encoding: gzip, or unpack it first.",
        "application/gzip", "application/x-gzip");

    private static readonly ForeignFormat Packed = new(
        "This is a packed file (7-Zip, RAR, xz, bzip2 or Zstandard). Unpack it, and send the CSV or JSON file that is in it.",
        "application/x-7z-compressed", "application/vnd.rar", "application/x-rar-compressed", "application/x-bzip2", "application/zstd",
        "application/x-xz", "application/x-tar");

    private static readonly ForeignFormat WebPage = new(
        "This is a web page, not a return. Often an export saves the page of a sign-in or of an error in place of the file. Look at it in "
        + "a browser, and export the records again.",
        "text/html", "application/xhtml+xml");

    private static readonly ForeignFormat Form = new(
        "This is a form with the file inside it (multipart/form-data). Send the file itself as the body: with curl, --data-binary @file in "
        + "place of -F or --form.",
        "multipart/form-data", "multipart/mixed", "multipart/related");

    private static readonly ForeignFormat Pdf = new($"This is a PDF. {Export}", "application/pdf");
    private static readonly ForeignFormat Xml = new($"This is XML. {Export}", "application/xml", "text/xml");

    private static readonly ForeignFormat Parquet = new(
        $"This is a Parquet file. {Export}", "application/vnd.apache.parquet", "application/x-parquet");

    private static readonly ForeignFormat RichText = new($"This is a text document (RTF). {Export}", "application/rtf", "text/rtf");

    private static readonly ForeignFormat Database = new(
        $"This is a database file (SQLite or Access). {Export}",
        "application/vnd.sqlite3", "application/x-sqlite3", "application/msaccess");

    private static readonly ForeignFormat[] All =
    [
        Workbook, OpenDocument, Zip, OldWorkbook, Gzip, Packed, WebPage, Form, Pdf, Xml, Parquet, RichText, Database,
    ];

    private static readonly (byte[] Bytes, ForeignFormat Format)[] Signatures =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], OldWorkbook),
        ([0x1F, 0x8B], Gzip),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C], Packed),
        ("Rar!"u8.ToArray(), Packed),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z'], Packed),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'1'], Packed),
        ([(byte)'B', (byte)'Z', (byte)'h', (byte)'9'], Packed),
        ([0x28, 0xB5, 0x2F, 0xFD], Packed),
        ("%PDF-"u8.ToArray(), Pdf),
        ("PAR1"u8.ToArray(), Parquet),
        ("{\\rtf"u8.ToArray(), RichText),
        ("SQLite format 3\0"u8.ToArray(), Database),
        ("\0\u0001\0\0Standard"u8.ToArray(), Database),
    ];

    private readonly string[] mediaTypes;

    private ForeignFormat(string sentence, params string[] mediaTypes) => (Sentence, this.mediaTypes) = (sentence, mediaTypes);

    /// <summary>What it is, and how to send a return instead.</summary>
    public string Sentence { get; }

    /// <summary>The format of a media type; null where it is none of these.</summary>
    public static ForeignFormat? FindByMediaType(string mediaType) =>
        All.FirstOrDefault(format => format.mediaTypes.Contains(mediaType, StringComparer.OrdinalIgnoreCase));

    /// <summary>The format of a body, by its first bytes; null where it is none of these.</summary>
    /// <param name="opening">The first bytes as they were sent.</param>
    /// <param name="text">The first bytes in UTF-8.</param>
    public static ForeignFormat? Find(ReadOnlySpan<byte> opening, ReadOnlySpan<byte> text)
    {
        if (opening is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..]) return FindInZip(opening);
        foreach (var (bytes, format) in Signatures)
            if (opening.StartsWith(bytes)) return format;

        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        text = text.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'-', (byte)'-', ..] && Contains(text, "Content-Disposition:")) return Form;
        if (text is not [(byte)'<', ..]) return null;
        return Contains(text, "<html") || Contains(text, "<!doctype html") || Contains(text, "<head") || Contains(text, "<body")
            || Contains(text, "<script") || Contains(text, "<table")
            ? WebPage
            : Xml;
    }

    private static ForeignFormat FindInZip(ReadOnlySpan<byte> opening) =>
        opening.IndexOf("application/vnd.oasis.opendocument"u8) >= 0 ? OpenDocument
        : opening.IndexOf("[Content_Types].xml"u8) >= 0 || opening.IndexOf("xl/"u8) >= 0 || opening.IndexOf("_rels/"u8) >= 0 ? Workbook
        : Zip;

    private static bool Contains(ReadOnlySpan<byte> text, string part) =>
        Encoding.Latin1.GetString(text).Contains(part, StringComparison.OrdinalIgnoreCase);
}
