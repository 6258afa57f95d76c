using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Simulator;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A simulated return as a pattern for larger ones: each record as written in the body.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Period">The period of the return.</param>
/// <param name="MediaType">The media type of the body.</param>
/// <param name="Header">The first line of CSV; empty otherwise.</param>
/// <param name="Records">The records.</param>
internal sealed record Simulated(Dataset Dataset, string Period, string MediaType, byte[] Header, IReadOnlyList<byte[]> Records)
{
    private const int Months = 10;
    private const double Scale = 4;
    private static readonly DateOnly Today = London.Today(TimeProvider.System);
    private static readonly Lazy<Simulated> VisitsInJson = new(JoinVisits);
    private static readonly Lazy<IReadOnlyList<SimulatedReturn>> Nights = new(
        () => [.. new Partnership { Scale = Scale }.Returns(Today.AddDays(-35), Today.AddDays(-1))]);
    private static readonly ConcurrentDictionary<string, Simulated> LargestOf = [];

    /// <summary>Ten months of statutory visits, with the usual share of errors, in a media type.</summary>
    public static Simulated Visits(string mediaType) => mediaType switch
    {
        MediaTypes.Csv => VisitsInJson.Value.AsCsv(),
        _ => VisitsInJson.Value with { MediaType = mediaType },
    };

    /// <summary>The largest return of a dataset posted in the last five weeks, as its agency wrote it.</summary>
    public static Simulated Largest(string dataset) =>
        LargestOf.GetOrAdd(dataset, name => Of(Nights.Value.Where(posted => posted.Dataset == name).MaxBy(posted => posted.Body.Length)!));

    /// <summary>
    /// Writes a return of the given size by repeating the records with other keys and other children.
    /// </summary>
    /// <param name="records">The number of records.</param>
    /// <param name="mark">The prefix of keys, so that the keys of different returns differ.</param>
    public byte[] Grown(int records, string mark = "")
    {
        using var body = new MemoryStream();
        body.Write(Header);
        if (MediaType == MediaTypes.Json) body.WriteByte((byte)'[');
        var places = Records.Select(PlacesOfIds).ToArray();
        for (var i = 0; i < records; i++)
        {
            if (i > 0 && MediaType == MediaTypes.Json) body.WriteByte((byte)',');
            var (record, copy, written) = (Records[i % Records.Count], Encoding.ASCII.GetBytes($"{mark}{i / Records.Count}."), 0);
            foreach (var place in places[i % Records.Count])
            {
                body.Write(record, written, place - written);
                body.Write(copy);
                written = place;
            }

            body.Write(record, written, record.Length - written);
            if (MediaType != MediaTypes.Json) body.WriteByte((byte)'\n');
        }

        if (MediaType == MediaTypes.Json) body.WriteByte((byte)']');
        return body.ToArray();
    }

    // The positions of the key and the child's id in a record. An injected missing value stays missing.
    private int[] PlacesOfIds(byte[] record)
    {
        var ids = Dataset.FieldList.Where(
            field => field == Dataset.KeyField || field is { IsOfChild: true, IsHashed: false }).Select(field => field.Name);
        if (MediaType != MediaTypes.Csv)
            return
            [
                .. ids
                    .Select(name => Encoding.ASCII.GetBytes($"\"{name}\":\""))
                    .Select(name => (At: record.AsSpan().IndexOf(name), name.Length))
                    .Where(found => found.At >= 0)
                    .Select(found => found.At + found.Length)
                    .Order(),
            ];

        // Ids precede any text that could contain a comma.
        var names = Encoding.ASCII.GetString(Header).TrimEnd().Split(',');
        var cells = Encoding.UTF8.GetString(record).Split(',');
        var starts = names.Index().ToDictionary(
            name => name.Item, name => cells.Take(name.Index).Sum(cell => Encoding.UTF8.GetByteCount(cell) + 1));
        return [.. ids.Where(name => cells[Array.IndexOf(names, name)].Length > 0).Select(name => starts[name]).Order()];
    }

    private static Simulated JoinVisits()
    {
        var first = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-Months);
        var last = first.AddMonths(Months).AddDays(-1);
        // Before nightly posting, each month is sent once, in full, on the third of the next.
        var months = new Partnership { Scale = Scale }
            .Returns(first, last.AddDays(3), nightlySince: first.AddYears(1))
            .Where(posted => posted.Dataset == "statutory-visits")
            .Select(Of)
            .ToList();
        Require.That(months.Count == Months, "Each of the months is sent once.");
        return months[0] with
        {
            Period = $"{first:yyyy-MM-dd}/{last:yyyy-MM-dd}",
            Records = [.. months.SelectMany(month => month.Records)],
        };
    }

    private static Simulated Of(SimulatedReturn posted)
    {
        var dataset = DatasetCatalogue.Find(posted.Dataset)!;
        if (posted.ContentType == MediaTypes.Json)
        {
            using var document = JsonDocument.Parse(posted.Body);
            return new(
                dataset, posted.Period, posted.ContentType, [],
                [.. document.RootElement.EnumerateArray().Select(record => Encoding.UTF8.GetBytes(record.GetRawText()))]);
        }

        var lines = Encoding.UTF8
            .GetString(posted.Body)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Encoding.UTF8.GetBytes)
            .ToList();
        return posted.ContentType == MediaTypes.Csv
            ? new(dataset, posted.Period, posted.ContentType, [.. lines[0], (byte)'\n'], [.. lines.Skip(1)])
            : new(dataset, posted.Period, posted.ContentType, [], lines);
    }

    private Simulated AsCsv()
    {
        var names = Dataset.FieldList.Select(field => field.Name).ToList();
        return this with
        {
            MediaType = MediaTypes.Csv,
            Header = Encoding.UTF8.GetBytes(string.Join(',', names) + "\n"),
            Records = [.. Records.Select(record =>
            {
                using var document = JsonDocument.Parse(record);
                return Encoding.UTF8.GetBytes(
                    string.Join(',', names.Select(name => document.RootElement.TryGetProperty(name, out var value) ? Cell(value) : "")));
            })],
        };
    }

    private static string Cell(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
